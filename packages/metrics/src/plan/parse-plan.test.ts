import { dimensionIds } from '@sameteam/model';
import { describe, expect, it } from 'vitest';
import { MetricsError } from '../metrics-error.ts';
import { type PlanRequest, parsePlan } from './parse-plan.ts';

const nowMs = Date.UTC(2026, 5, 1);
const parse = (request: Partial<PlanRequest>, zone = 'UTC') =>
  parsePlan({ metrics: ['captured'], ...request }, { zone, nowMs });

describe('parsePlan', () => {
  it('fills in what is not asked for', () => {
    expect(parse({})).toEqual({
      metrics: ['captured'],
      by: [],
      filters: [],
      from: null,
      to: null,
      anchor: null,
      asOfMs: nowMs,
      knownAtMs: null,
      version: null,
      top: null,
      cellLimit: 100_000,
    });
  });

  it('names a metric once, and puts the grain behind the dimensions', () => {
    const plan = parse({ metrics: ['won', 'captured', 'won'], by: ['owner', 'source.channel'], grain: 'month' });
    expect(plan.metrics).toEqual(['won', 'captured']);
    expect(plan.by).toEqual(['owner', 'source.channel', 'month']);
    expect(parse({ by: ['month', 'owner'], grain: 'month' }).by).toEqual(['month', 'owner']);
  });

  it('takes an instant as it is, and a day to its end in the zone', () => {
    expect(parse({ asOf: '2026-03-31T12:00:00+02:00' }).asOfMs).toBe(Date.UTC(2026, 2, 31, 10));
    expect(parse({ asOf: '2026-03-31' }).asOfMs).toBe(Date.UTC(2026, 3, 1) - 1);
    // Berlin is two hours ahead on that evening; on 29 March the day has 23 hours.
    expect(parse({ asOf: '2026-03-31' }, 'Europe/Berlin').asOfMs).toBe(Date.UTC(2026, 2, 31, 22) - 1);
    expect(parse({ knownAt: '2026-03-28' }, 'Europe/Berlin').knownAtMs).toBe(Date.UTC(2026, 2, 28, 23) - 1);
    // 15 October 2017 has no midnight in São Paulo: the day before ends at 01:00, 03:00 in UTC.
    expect(parse({ asOf: '2017-10-14' }, 'America/Sao_Paulo').asOfMs).toBe(Date.UTC(2017, 9, 15, 3) - 1);
  });

  it('takes the missing value among those of a filter', () => {
    const filters = [
      { dimension: 'owner', in: ['sue', null] },
      { dimension: 'source.channel', notIn: [null] },
    ];
    expect(parse({ filters }).filters).toEqual(filters);
    expect(parse({ filters: [{ dimension: 'owner', in: ['sue'], notIn: [] }] }).filters).toEqual([
      { dimension: 'owner', in: ['sue'] },
    ]);
  });

  const days = 'Write it as YYYY-MM-DD, for example 2026-03-31.';
  const instants = 'Write a day (2026-03-31, taken to its end) or an instant with its zone (2026-03-31T12:00:00Z).';
  const known = dimensionIds.join(', ');
  const refusals: readonly (readonly [string, Partial<PlanRequest>, string])[] = [
    [
      'no-metric',
      { metrics: [] },
      'A report needs at least one metric. Name them, for example captured,won,lead_to_win_rate.',
    ],
    [
      'unknown-dimension',
      { by: ['source.chanel'] },
      `There is no dimension "source.chanel". Did you mean "source.channel"? Dimensions are ${known}.`,
    ],
    [
      'unknown-dimension',
      { filters: [{ dimension: 'shoe size', in: ['44'] }] },
      `There is no dimension "shoe size". Dimensions are ${known}.`,
    ],
    [
      'repeated-dimension',
      { by: ['owner', 'month', 'owner'] },
      'The dimension "owner" is asked for twice. Name it once.',
    ],
    [
      'two-grains',
      { by: ['week'], grain: 'month' },
      'A report has one calendar grain, but week and month were asked for. Ask once for each.',
    ],
    [
      'unknown-stage',
      { anchor: 'capture' },
      'Cannot anchor at "capture": it is not a stage. Did you mean "captured"? Stages are captured, mql, handed_off, sal, sql, opportunity, won.',
    ],
    [
      'unknown-stage',
      { anchor: '' },
      'Cannot anchor at "": it is not a stage. Stages are captured, mql, handed_off, sal, sql, opportunity, won.',
    ],
    [
      'anchor-after-denominator',
      { metrics: ['won', 'captured_to_mql_rate'], anchor: 'won' },
      'captured_to_mql_rate cannot be anchored at won: who is counted is everybody that reached captured, and an anchor after that would only see the survivors. Anchor it at captured or before.',
    ],
    [
      'no-such-anchor',
      { metrics: ['bookings'], anchor: 'mql' },
      'bookings cannot be anchored at mql: its rows have no such event. Anchor it at opportunity or won.',
    ],
    [
      'bad-top',
      { top: 0 },
      '"top" is 0, and must be a whole number from 1 on: so many values of each dimension get a row of their own.',
    ],
    ['bad-date', { from: '2026-02-30' }, `The value of "from" is no day: "2026-02-30". ${days}`],
    ['bad-date', { to: '31.3.2026' }, `The value of "to" is no day: "31.3.2026". ${days}`],
    ['bad-date', { to: '2026-03-31T00:00:00Z' }, `The value of "to" is no day: "2026-03-31T00:00:00Z". ${days}`],
    [
      'bad-instant',
      { asOf: '2026-02-30' },
      `The value of "as-of" is neither a day nor an instant: "2026-02-30". ${instants}`,
    ],
    [
      'bad-instant',
      { asOf: '2026-03-31T12:00:00' },
      `The value of "as-of" is neither a day nor an instant: "2026-03-31T12:00:00". ${instants}`,
    ],
    [
      'bad-instant',
      { knownAt: 'yesterday' },
      `The value of "known-at" is neither a day nor an instant: "yesterday". ${instants}`,
    ],
    [
      'period-reversed',
      { from: '2026-03-31', to: '2026-03-01' },
      'The period ends (2026-03-01) before it starts (2026-03-31). Swap the two days.',
    ],
    [
      'filter-on-calendar',
      { filters: [{ dimension: 'month', in: ['2026-01'] }] },
      'A filter cannot be on "month", which is a period. Give its first and last day as "from" and "to".',
    ],
  ];

  it.each(refusals)('refuses with a sentence: %s %j', (code, request, message) => {
    const error = thrownBy(() => parse(request));
    expect(error).toBeInstanceOf(MetricsError);
    expect(error).toMatchObject({ code, message });
  });

  it('refuses an unknown metric, with the nearest one where there is any', () => {
    const all = 'All are in metricIds; a server lists them at /v1/metrics.';
    expect(thrownBy(() => parse({ metrics: ['wonn'] }))).toMatchObject({
      code: 'unknown-metric',
      message: `There is no metric "wonn". Did you mean "won"? ${all}`,
    });
    expect(thrownBy(() => parse({ metrics: ['shoe size'] }))).toMatchObject({
      message: `There is no metric "shoe size". ${all}`,
    });
  });

  it.each([
    ['no list', {}],
    ['an empty list', { in: [] }],
    ['two empty lists', { in: [], notIn: [] }],
    ['both lists', { in: ['sue'], notIn: ['sam'] }],
  ])('refuses a filter with %s', (_, lists) => {
    expect(thrownBy(() => parse({ filters: [{ dimension: 'owner', ...lists }] }))).toMatchObject({
      code: 'bad-filter',
      message: expect.stringContaining('The filter on "owner"'),
    });
  });

  it('keeps the cause of a bad instant', () => {
    expect((thrownBy(() => parse({ asOf: '1969-01-01T00:00:00Z' })) as Error).cause).toBeInstanceOf(Error);
  });
});

function thrownBy(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}
