import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreementWith } from '../../test/support/agreements.ts';
import { bucketLabel, bucketStart, dayNumber } from './calendar.ts';
import { leadQueries } from './lead-query.ts';
import { parsePlan } from './parse-plan.ts';
import type { Grain } from './plan.ts';

const agreement = agreementWith();
const planBy = (by: readonly string[]) => parsePlan({ metrics: ['mql_to_sal_rate'], by }, { zone: 'UTC', nowMs: 0 });
const cell = (
  dimensions: Readonly<Record<string, string | null>>,
  part: 'numerator' | 'denominator' | 'excluded' = 'numerator',
) => ({
  metric: 'mql_to_sal_rate',
  dimensions,
  part,
});

describe('leadQueries', () => {
  it('asks for the rows of one group that satisfy the part', () => {
    const [query] = leadQueries(
      planBy(['source.channel', 'month', 'owner']),
      cell({ 'source.channel': null, month: '2026-02', owner: 'sue' }),
      agreement,
    );
    expect(query).toMatchObject({
      anchor: 'mql',
      values: [null, 'sue'],
      bucket: dayNumber('2026-02-01'),
      excludedByAgreement: false,
      where: [
        [
          { kind: 'reached', stage: 'mql' },
          { kind: 'reached', stage: 'sal' },
        ],
      ],
    });
  });

  it('asks twice for what was left out: impossible orders, and what the agreement takes out', () => {
    const queries = leadQueries(planBy([]), cell({}, 'excluded'), agreement);
    expect(queries.map(({ excludedByAgreement, where }) => [excludedByAgreement, where])).toEqual([
      [false, []],
      [true, [[]]],
    ]);
  });

  it('finds the bucket of every label that a report can show', () => {
    const starts = fc.integer({ min: 1, max: 12 }).map((month) => `${String(month).padStart(2, '0')}-01`);
    const grains = fc.constantFrom<Grain>('day', 'week', 'month', 'quarter', 'year');
    fc.assert(
      fc.property(fc.integer({ min: -300, max: 40_000 }), grains, starts, (day, grain, start) => {
        const fiscal = agreementWith({ fiscalYear: { starts: start, week: 'wed' } });
        const rules = { fiscalStartMonth: Number(start.slice(0, 2)), weekStart: 3 };
        const bucket = bucketStart(day, grain, rules);
        const [query] = leadQueries(planBy([grain]), cell({ [grain]: bucketLabel(bucket, grain, rules) }), fiscal);
        expect(query?.bucket).toBe(bucket);
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['week', '2026-01-06'],
    ['month', '2026-13'],
    ['month', '2026'],
    ['quarter', '2026-Q5'],
    ['year', 'FY2026'],
    ['day', 'today'],
  ])('refuses a label that is no %s: %s', (grain, label) => {
    expect(() => leadQueries(planBy([grain]), cell({ [grain]: label }), agreement)).toThrow(
      `The cell does not belong to the report: "${label}" is no ${grain}. Take its metric and dimensions from a row.`,
    );
  });
});
