import { describe, expect, it } from 'vitest';
import { type GivenFacts, reportContextOf } from '../../test/support/report-context-of.ts';
import { metricDefinition } from '../metrics/registry.ts';
import { bucketStart, dayNumber } from '../plan/calendar.ts';
import { groupKey } from '../plan/group-addresses.ts';
import type { PlanRequest } from '../plan/parse-plan.ts';
import { levelFigures } from './level-figures.ts';
import { metricMeasure } from './metric-measure.ts';
import { calendarRules, metricScope, planGrain } from './metric-scope.ts';

const on = (day: string) => Date.parse(day);
let deals = 0;
const span = (began: string, left: string | null, more: object = {}) => ({
  opportunity: `opportunity/${deals++}`,
  at_began: on(began),
  at_left: left === null ? null : on(left),
  amount: 100,
  currency: 'EUR',
  pipeline: 'new',
  ...more,
});

/** What stands in the groups and buckets that are asked for: value and how many are left out. */
async function levels(
  id: string,
  spans: NonNullable<GivenFacts['spans']>,
  {
    days,
    groups = [],
    ...request
  }: Omit<PlanRequest, 'metrics'> & { readonly days: readonly (string | null)[]; readonly groups?: readonly string[] },
) {
  const metric = metricDefinition(id);
  const measure = metric && metricMeasure(metric);
  if (metric === undefined || measure?.kind !== 'level') throw new Error(`${id} is no level`);
  const context = reportContextOf({ spans }, { metrics: [id], ...request });
  const scope = metricScope(context.plan, metric, measure, context.agreement);
  const result = await levelFigures({ metric, measure, scope }, context);
  const grain = planGrain(context.plan);
  const places = (groups.length === 0 ? [null] : groups).flatMap((group) =>
    days.map((day) => {
      const dimensions = group === null ? [] : [group];
      const bucket =
        day === null || grain === null ? null : bucketStart(dayNumber(day), grain, calendarRules(context.agreement));
      return { dimensions, bucket, key: groupKey({ dimensions, bucket }), isOpen: false };
    }),
  );
  const figures = await result.figures(places);
  return {
    addresses: result.addresses,
    values: places.map(({ key }) => figures.get(key)?.value),
    excluded: places.map(({ key }) => figures.get(key)?.excluded),
  };
}

const months = { by: ['month'], days: ['2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01'] } as const;
const three = [
  span('2025-06-10', null),
  span('2026-01-31', '2026-03-01', { amount: 50 }),
  span('2026-02-15', '2026-02-20', { amount: 7, pipeline: 'renewal' }),
];

describe('levelFigures', () => {
  it('is everything that had begun by the end of a period, less what had been left', async () => {
    const { values } = await levels('open_pipeline', three, months);
    expect(values).toEqual([150, 150, 100, 100]);
    expect((await levels('open_opportunities', three, months)).values).toEqual([2, 2, 1, 1]);
    expect((await levels('open_pipeline', three, { days: [null] })).values).toEqual([100]);
    expect((await levels('open_pipeline', three, { days: [null], to: '2026-02-17' })).values).toEqual([157]);
  });

  it('sums the whole past, whatever the period is, and has a row for it in the first bucket', async () => {
    const period = { ...months, from: '2026-02-10', to: '2026-04-20' };
    const { values, addresses } = await levels('open_pipeline', three, period);
    expect(values.slice(1)).toEqual([150, 100, 100]);
    const first = dayNumber('2026-02-01');
    expect(Math.min(...addresses.map(({ bucket }) => bucket ?? Number.NaN))).toBe(first);
    const old = await levels('open_pipeline', [span('2020-01-01', null)], period);
    expect(new Set(old.addresses.map(({ bucket }) => bucket))).toEqual(new Set([first]));
    expect(old.values.slice(1)).toEqual([100, 100, 100]);
  });

  it('is what stood before the first moment, where the opening is asked for', async () => {
    expect((await levels('opening_pipeline', three, months)).values).toEqual([100, 150, 150, 100]);
    // The period cuts its first month: what the month itself brought before it stands already.
    const cut = { ...months, from: '2026-02-18', to: '2026-03-31' };
    expect((await levels('opening_pipeline', three, cut)).values.slice(1, 3)).toEqual([157, 150]);
    expect((await levels('opening_pipeline', three, { days: [null], from: '2026-02-18' })).values).toEqual([157]);
    expect((await levels('opening_pipeline', three, { days: [null] })).values).toEqual([0]);
  });

  it('keeps the groups of dimensions apart', async () => {
    const { values } = await levels('open_pipeline', three, {
      by: ['pipeline', 'month'],
      days: ['2026-01-01', '2026-02-01'],
      groups: ['new', 'renewal'],
    });
    expect(values).toEqual([150, 150, 0, 0]);
  });

  it('leaves out spans without an amount, and those that the agreement takes out, as long as they stand', async () => {
    const spans = [
      span('2026-01-10', '2026-03-10', { amount: null }),
      span('2026-01-10', null, { excluded: 'rivals' }),
      span('2026-01-10', null),
    ];
    const { values, excluded } = await levels('open_pipeline', spans, months);
    expect(values).toEqual([100, 100, 100, 100]);
    expect(excluded).toEqual([2, 2, 1, 1]);
  });

  it('says nothing of what never was', async () => {
    const { values, addresses } = await levels('open_pipeline', [], months);
    expect(addresses).toEqual([]);
    expect(values).toEqual([0, 0, 0, 0]);
  });
});
