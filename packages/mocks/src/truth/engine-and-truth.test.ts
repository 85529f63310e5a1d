import { type Plan, parsePlan, type ReportRow } from '@sameteam/metrics';
import { type StageId, stages } from '@sameteam/model';
import { describe, expect, it } from 'vitest';
import { simulatedContext } from '../context/simulated-context.ts';
import { simulateCompany } from '../simulate-company.ts';
import { dayMs } from '../time/berlin-time.ts';
import type { LeadOutcome } from './lead-outcome.ts';

// The leads of the first nine months, looked at twelve years later, when nothing more becomes of them.
const end = '2037-01-01T00:00:00Z';
const cohort = { from: '2024-10-01', to: '2025-06-30' };
const scale = { seed: 6, leads: 6000 } as const;
const company = simulateCompany(scale);
const outcomes = [...company.outcomes].filter(({ month }) => month <= '2025-06');
const { engine, agreement } = await simulatedContext({ ...scale, end });

async function ask(metrics: readonly string[], by: readonly string[] = []): Promise<readonly ReportRow[]> {
  const plan: Plan = parsePlan({ metrics, by, ...cohort }, { zone: agreement.timeZone, nowMs: Date.parse(end) });
  return engine.run(plan);
}

const counts: Readonly<Record<StageId, string>> = {
  captured: 'captured',
  mql: 'qualified',
  handed_off: 'handed_off',
  sal: 'accepted',
  sql: 'sales_qualified',
  opportunity: 'opportunities',
  won: 'won',
};

function reached(outcome: LeadOutcome, stage: StageId): boolean {
  return stages.indexOf(outcome.reaches) >= stages.indexOf(stage);
}

describe('the memory engine over the finished log', () => {
  it('counts every stage of every channel as it really came to pass, skipped stages, corrections and all', async () => {
    const rows = await ask(Object.values(counts), ['source.channel']);
    let compared = 0;
    for (const { channel } of company.truth.channels) {
      for (const stage of stages) {
        const row = rows.find(
          ({ metric, dimensions }) => metric === counts[stage] && dimensions['source.channel'] === channel,
        );
        const real = outcomes.filter((outcome) => outcome.channel === channel && reached(outcome, stage)).length;
        expect(row?.value ?? 0, `${stage} of ${channel}`).toBe(real);
        compared++;
      }
    }
    expect(compared).toBe(11 * 7);
  });

  it('finds the true rate within the interval that it prints, for all leads and for most channels', async () => {
    const [total] = await ask(['lead_to_win_rate']);
    const rows = await ask(['lead_to_win_rate'], ['source.channel']);
    const cohorts = company.truth.cohorts.filter(({ month }) => month <= '2025-06');
    const rate = (of: typeof cohorts) =>
      of.reduce((sum, { leads, reached: { won } }) => sum + leads * won, 0) /
      of.reduce((sum, { leads }) => sum + leads, 0);
    const covers = (row: ReportRow | undefined, truth: number) => (row?.low ?? 1) <= truth && truth <= (row?.high ?? 0);
    expect(covers(total, rate(cohorts))).toBe(true);
    const covered = company.truth.channels.filter(({ channel }) =>
      covers(
        rows.find(({ dimensions }) => dimensions['source.channel'] === channel),
        rate(cohorts.filter((one) => one.channel === channel)),
      ),
    );
    // Eleven intervals of 95 %: three misses or more come once in sixty seeds.
    expect(covered.length).toBeGreaterThanOrEqual(9);
  });

  it('measures the time to a win as it really was', async () => {
    const [median] = await ask(['days_to_won_median']);
    const days = outcomes
      .flatMap(({ wonMs, capturedMs, oddity }) =>
        wonMs === null || oddity !== null ? [] : [(wonMs - capturedMs) / dayMs],
      )
      .sort((a, b) => a - b);
    const middle =
      ((days[Math.floor((days.length - 1) / 2)] as number) + (days[Math.ceil((days.length - 1) / 2)] as number)) / 2;
    expect(median?.value).toBeCloseTo(middle, 6);
    expect(median?.excluded).toBe(outcomes.filter(({ oddity }) => oddity === 'won_before_capture').length);
  });

  it('sees segments, and every lead of the log', async () => {
    const rows = await ask(['captured'], ['segment']);
    const of = (test: (outcome: LeadOutcome) => boolean) => outcomes.filter(test).length;
    const value = (segment: string | null) => rows.find(({ dimensions }) => dimensions.segment === segment)?.value;
    expect(value('partner')).toBe(of(({ channel }) => channel === 'partner'));
    expect(value('outbound')).toBe(of(({ channel }) => channel === 'outbound'));
  });
});
