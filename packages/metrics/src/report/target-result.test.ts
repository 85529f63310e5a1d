import type { Agreement, AgreementHistory } from '@sameteam/agreement';
import { describe, expect, it } from 'vitest';
import { agreementWith } from '../../test/support/agreements.ts';
import { twoVersions } from '../facts/deal/fixtures/story.ts';
import { metricDefinition } from '../metrics/registry.ts';
import { bucketStart, dayNumber } from '../plan/calendar.ts';
import { type PlanRequest, parsePlan } from '../plan/parse-plan.ts';
import type { FactReducer } from '../plan/reduction.ts';
import { calendarRules, planGrain } from './metric-scope.ts';
import { targetResult, wantedOf } from './target-result.ts';

const dayMs = 86_400_000;

/** A target asks an engine for nothing. */
const reducer: FactReducer = new Proxy({} as FactReducer, {
  get: () => () => {
    throw new Error('A target asks an engine for nothing.');
  },
});

/** The target of the bucket that begins with or before a day, or of the whole period. */
async function target(
  id: string,
  agreement: Agreement,
  {
    day,
    history = null,
    ...request
  }: Omit<PlanRequest, 'metrics'> & { readonly day?: string; readonly history?: AgreementHistory | null } = {},
): Promise<number | null | undefined> {
  const metric = metricDefinition(id);
  if (metric === undefined) throw new Error(`There is no metric ${id}.`);
  const plan = parsePlan({ metrics: [id], ...request }, { zone: 'UTC', nowMs: Date.UTC(2027, 0, 1) });
  const bounds = { asOfMs: plan.asOfMs, knownAtMs: null, version: null };
  const dayOf = (timeMs: number) => Math.floor(timeMs / dayMs);
  const result = targetResult(metric, { reducer, plan, bounds, agreement, history, restated: 0, dayOf });
  const grain = planGrain(plan);
  const bucket =
    day === undefined || grain === null ? null : bucketStart(dayNumber(day), grain, calendarRules(agreement));
  const figures = await result.figures([{ key: 'k', dimensions: [], bucket, isOpen: false }]);
  return figures.get('k')?.value;
}

const goal = (per: 'month' | 'quarter' | 'year', wanted: number, more: Parameters<typeof agreementWith>[0] = {}) =>
  agreementWith({ goals: [{ metric: 'bookings', per, target: wanted, teams: ['sales'] }], ...more });

const year = { from: '2026-01-01', to: '2026-12-31' } as const;

describe('targetResult', () => {
  it('is the goal of its period, in minor units', async () => {
    expect(await target('bookings_target', goal('quarter', 900), { ...year, by: ['quarter'], day: '2026-05-05' })).toBe(
      90_000,
    );
    expect(await target('bookings_target', goal('quarter', 900), year)).toBe(360_000);
  });

  it('is what the version wants that bound then, by days where one took over', async () => {
    const history = twoVersions(goal('month', 310), goal('month', 620), Date.UTC(2026, 4, 11));
    const monthly = (day: string) =>
      target('bookings_target', goal('month', 999), { ...year, by: ['month'], day, history });
    expect(await monthly('2026-03-01')).toBe(31_000);
    // Ten days of May by the first version, twenty-one by the second.
    expect(await monthly('2026-05-01')).toBe(10_000 + 42_000);
    expect(await monthly('2026-07-01')).toBe(62_000);
    // The version that was asked for is the one that the report has.
    expect(
      await target('bookings_target', goal('month', 999), {
        ...year,
        by: ['month'],
        day: '2026-03-01',
        history,
        version: 3,
      }),
    ).toBe(99_900);
  });

  it('gives a version in another currency in that of the report, and nothing without a rate', async () => {
    const dollars = goal('month', 100, { currency: 'USD' });
    const history = twoVersions(dollars, dollars, Date.UTC(2026, 4, 1));
    const wanted = (rates: Record<string, number>) =>
      target('bookings_target', goal('month', 1, { rates }), { ...year, by: ['month'], day: '2026-03-01', history });
    expect(await wanted({ USD: 0.9 })).toBe(9000);
    expect(await wanted({})).toBeNull();
  });

  it('gives a period that is cut otherwise its share by days', async () => {
    // The first quarter of 2026 has 90 days, February 28 of them.
    expect(await target('bookings_target', goal('quarter', 900), { ...year, by: ['month'], day: '2026-02-01' })).toBe(
      28_000,
    );
    // A week across two quarters: 2 of 90 days, 5 of 91.
    expect(await target('bookings_target', goal('quarter', 900), { ...year, by: ['week'], day: '2026-03-30' })).toBe(
      Math.round((900 * 2 * 100) / 90 + (900 * 5 * 100) / 91),
    );
    expect(await target('bookings_target', goal('month', 310), { from: '2026-01-30', to: '2026-01-31' })).toBe(2000);
  });

  it('is cut with the period of the report', async () => {
    const request = { from: '2026-01-16', to: '2026-03-31', by: ['month'], day: '2026-01-16' };
    expect(await target('bookings_target', goal('month', 310), request)).toBe(16_000);
  });

  it('goes by fiscal years', async () => {
    const agreement = goal('year', 3650, { fiscalYear: { starts: '02-01' } });
    // January 2026 is of the fiscal year that began in February 2025; both have 365 days.
    expect(await target('bookings_target', agreement, { ...year, by: ['year'], day: '2026-03-01' })).toBe(
      // From February to December: 334 of 365 days.
      334_000,
    );
    const planned = agreementWith({
      fiscalYear: { starts: '02-01' },
      plan: { bookings: { '2026-Q1': 890, '2027-Q1': 1780 } },
    });
    // The first quarter of the fiscal year 2027 is February to April 2026: 89 days.
    expect(await target('bookings_target', planned, { ...year, by: ['quarter'], day: '2026-02-01' })).toBe(178_000);
    expect(await target('bookings_target', planned, { ...year, by: ['month'], day: '2026-02-01' })).toBe(56_000);
  });

  it('takes the plan before a goal, and an SLA of quantity where there is neither', () => {
    const sla = { volume: { of: 'marketing', count: { qualified: 60 }, per: 'month' } } as const;
    const goals = [{ metric: 'qualified', per: 'month', target: 50, teams: ['marketing'] }] as const;
    const plan = { qualified: { '2026-10': 40 } };
    expect(wantedOf(agreementWith({ sla, goals, plan }), 'qualified')?.clause).toBe('plan.qualified');
    expect(wantedOf(agreementWith({ sla, goals }), 'qualified')?.clause).toBe('goals.qualified');
    expect(wantedOf(agreementWith({ sla }), 'qualified')?.clause).toBe('sla.volume');
    expect(wantedOf(agreementWith(), 'qualified')).toBeNull();
  });

  it('is not known for a month that nobody planned', async () => {
    const agreement = agreementWith({ plan: { qualified: { '2026-10': 40 } } });
    const request = { ...year, by: ['month'] };
    expect(await target('qualified_target', agreement, { ...request, day: '2026-10-01' })).toBe(40);
    expect(await target('qualified_target', agreement, { ...request, day: '2026-11-01' })).toBeNull();
  });

  it('is up to as-of where it is asked to date', async () => {
    const request = { ...year, by: ['month'], day: '2026-01-01' };
    expect(await target('bookings_target_to_date', goal('month', 310), { ...request, asOf: '2026-01-10' })).toBe(
      10_000,
    );
    expect(await target('bookings_target_to_date', goal('month', 310), { ...request, asOf: '2026-05-10' })).toBe(
      31_000,
    );
  });

  it('is that of everybody: none for a group or a filter, nor without a period', async () => {
    const agreement = goal('quarter', 900);
    const filters = [{ dimension: 'owner', in: ['amy'] }];
    expect(await target('bookings_target', agreement, { ...year, by: ['owner'] })).toBeNull();
    expect(await target('bookings_target', agreement, { ...year, filters })).toBeNull();
    expect(await target('bookings_target', agreement, {})).toBeNull();
    expect(await target('bookings_target', agreementWith(), year)).toBeNull();
  });
});
