import { appendEvents, createMemoryEngine, type Engine, parsePlan } from '@sameteam/metrics';
import { type LeadOutcome, simulateCompany, simulatedAgreement } from '@sameteam/mocks';
import { conversionCurve, projectedConversion, type WaitingCount } from '@sameteam/stats';
import { afterAll, describe, expect, it } from 'vitest';
import { CoverageScore } from './coverage-score.ts';

const dayMs = 86_400_000;
const leads = 3000;
/** Eighteen months of history, looked at after twelve of them. */
const company = { leads, months: 18 } as const;
const asOf = '2025-09-30T21:59:59.999Z';
const later = '2026-03-30T00:00:00Z';
const asOfMs = Date.parse(asOf);

const lines: string[] = [];
afterAll(() => process.stdout.write(`\n${lines.join('\n')}\n\n`));

const range = (count: number) => Array.from({ length: count }, (_, index) => index);

/** How a conversion looks at as-of, in the days of `WaitingCount`. */
function waitingCount(capturedMs: number, convertedMs: number | null): WaitingCount {
  return convertedMs !== null && convertedMs <= asOfMs
    ? { converted: true, days: Math.max(0, Math.ceil((convertedMs - capturedMs) / dayMs)), rows: 1 }
    : { converted: false, days: Math.floor((asOfMs - capturedMs) / dayMs), rows: 1 };
}

const rowOf = ({ capturedMs, wonMs }: LeadOutcome) => waitingCount(capturedMs, wonMs);

/** Projects the wins of each cohort, and of all of them as one, and compares with what really becomes of them. */
function scoreWins(
  { seed, drift, windowDays }: { readonly seed: number; readonly drift: boolean; readonly windowDays: number },
  { months, scores }: { readonly months: readonly string[]; readonly scores: readonly CoverageScore[] },
): void {
  const { outcomes } = simulateCompany({ ...company, seed, drift, end: asOf });
  const known = [...outcomes].filter(({ oddity }) => oddity !== 'won_before_capture');
  const curve = conversionCurve(known.map(rowOf));
  const cohorts = [...months.map((month) => [month]), months];
  for (const [index, cohort] of cohorts.entries()) {
    const members = known.filter(({ month }) => cohort.includes(month));
    const projected = projectedConversion(members.map(rowOf), { curve, windowDays, dayElapsed: 0.5 });
    if (projected === null) throw new Error(`seed ${seed} cannot be projected`);
    const realised = members.filter(
      ({ capturedMs, wonMs }) => wonMs !== null && wonMs - capturedMs <= windowDays * dayMs,
    ).length;
    scores[index]?.add(projected, realised);
  }
}

const quarter = ['2025-09', '2025-08', '2025-07'];
const halfYear = [...quarter, '2025-06', '2025-05', '2025-04'];

describe(`simulated companies of ${leads} leads in 18 months, looked at after 12`, () => {
  it.each([
    { windowDays: 90, months: quarter },
    { windowDays: 180, months: halfYear },
  ])('wins within $windowDays days: held in 93 to 97 % of 1,000 seeds', ({ windowDays, months }) => {
    lines.push(`Wins within ${windowDays} days of young cohorts, nominal 95 %: 1000 simulated companies, no drift`);
    const names = [...months, 'all of them'];
    const scores = names.map((name) => new CoverageScore(name));
    for (const seed of range(1000)) scoreWins({ seed, drift: false, windowDays }, { months, scores });
    const all = scores.at(-1) as CoverageScore;
    const single = CoverageScore.sum('month by month', scores.slice(0, -1));
    lines.push(...[...scores, single].map(({ text }) => `  ${text}`));
    for (const { held } of [...scores, single]) {
      expect(held).toBeGreaterThanOrEqual(0.93);
      expect(held).toBeLessThanOrEqual(0.97);
    }
    for (const { error, naiveError } of [all, single]) expect(error).toBeLessThan(naiveError);
  });

  it('says what the drift of its sources does to it', () => {
    lines.push('The same with drift (paid search decays, webinars improve): wins within 90 days, 300 companies');
    const scores = [...quarter, 'all of them'].map((name) => new CoverageScore(name));
    for (const seed of range(300)) scoreWins({ seed, drift: true, windowDays: 90 }, { months: quarter, scores });
    lines.push(...scores.map(({ text }) => `  ${text}`));
    expect(scores.at(-1)?.error).toBeLessThan(scores.at(-1)?.naiveError ?? 0);
  });
});

describe('the same through the memory engine, asked at both instants', () => {
  const metrics = ['mql_within_30_days', 'opportunity_within_90_days'] as const;
  const stage = { mql_within_30_days: 'mql', opportunity_within_90_days: 'opportunity' } as const;
  const windowDays = { mql_within_30_days: 30, opportunity_within_90_days: 90 } as const;
  const agreement = simulatedAgreement();
  const planAt = (metric: string, at: string, by: readonly string[] = ['month']) =>
    parsePlan({ metrics: [metric], by, asOf: at }, { zone: agreement.timeZone, nowMs: Date.parse(at) });

  async function rowsOf(engine: Engine, metric: (typeof metrics)[number], month: string | null) {
    const dimensions = month === null ? {} : { month };
    const plan = planAt(metric, asOf, month === null ? [] : ['month']);
    const page = await engine.leads(plan, { metric, dimensions, part: 'denominator' }, { limit: 5000 });
    expect(page.next).toBeNull();
    return page.leads.map(({ stages }) => {
      const reached = stages[stage[metric]];
      return waitingCount(Date.parse(stages.captured ?? ''), reached == null ? null : Date.parse(reached));
    });
  }

  it('expects what the engine projects, and holds what the engine counts later', async () => {
    const scores = metrics.map((metric) => new CoverageScore(metric));
    for (const seed of range(50)) {
      const engine = createMemoryEngine({ agreement });
      const { events, endMs } = simulateCompany({ ...company, seed, drift: false });
      await appendEvents(engine, events, { recordedMs: endMs, id: 'simulated' });
      for (const [index, metric] of metrics.entries()) {
        const then = await engine.run(planAt(metric, asOf));
        const now = await engine.run(planAt(metric, later));
        const curve = conversionCurve(await rowsOf(engine, metric, null));
        for (const row of then.filter(({ mature }) => mature === false)) {
          const cohort = await rowsOf(engine, metric, row.dimensions.month ?? null);
          const window = { curve, windowDays: windowDays[metric] };
          expect(row.projected).toBeCloseTo(projectedConversion(cohort, window)?.value ?? Number.NaN, 9);
          const projected = projectedConversion(cohort, { ...window, dayElapsed: 0.5 });
          const end = now.find(({ dimensions }) => dimensions.month === row.dimensions.month);
          // A merge between the two instants takes a lead out of both counts.
          if (projected === null || end === undefined) throw new Error(`seed ${seed} cannot be projected`);
          scores[index]?.add(projected, Math.round((end.value ?? 0) * projected.leads));
        }
      }
      await engine.close();
    }
    lines.push('The same through the memory engine: 50 companies, cohorts by month, asked at both instants');
    lines.push(...scores.map(({ text }) => `  ${text}`));
    // Of 200 intervals 95 % are 190 ± 3; fewer than 180 come about once in a thousand times.
    expect(CoverageScore.sum('all', scores).held).toBeGreaterThanOrEqual(0.9);
  });
});
