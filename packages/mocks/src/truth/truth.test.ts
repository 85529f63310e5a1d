import { type StageId, stages } from '@sameteam/model';
import { describe, expect, it } from 'vitest';
import { type SimulatedCompany, simulateCompany } from '../simulate-company.ts';
import { dayMs } from '../time/berlin-time.ts';
import { channels } from '../world/channels.ts';
import type { LeadOutcome } from './lead-outcome.ts';
import type { TrueRates } from './true-rates.ts';

interface Seen {
  readonly what: string;
  readonly hits: number;
  readonly trials: number;
  readonly chance: number;
}

function reached(outcome: LeadOutcome, stage: StageId): boolean {
  return stages.indexOf(outcome.reaches) >= stages.indexOf(stage);
}

/** What was seen of a set of leads, beside what is true of it. */
function compare(name: string, outcomes: readonly LeadOutcome[], truth: TrueRates): readonly Seen[] {
  const seen = (
    what: string,
    among: readonly LeadOutcome[],
    hit: (outcome: LeadOutcome) => boolean,
    chance: number,
  ): Seen => ({
    what: `${name}: ${what}`,
    hits: among.filter(hit).length,
    trials: among.length,
    chance,
  });
  const days = ({ wonMs, capturedMs }: LeadOutcome) => (wonMs === null ? Infinity : (wonMs - capturedMs) / dayMs);
  const won = outcomes.filter(({ wonMs }) => wonMs !== null);
  return [
    ...stages
      .slice(1)
      .map((stage) => seen(stage, outcomes, (outcome) => reached(outcome, stage), truth.reached[stage])),
    ...(['90', '180', '365'] as const).map((limit) =>
      seen(
        `won within ${limit} days`,
        outcomes,
        (outcome) => days(outcome) <= Number(limit),
        truth.wonWithinDays[limit],
      ),
    ),
    seen('won within the median', won, (outcome) => days(outcome) <= (truth.daysToWon.median ?? 0), 0.5),
    seen('won within the p90', won, (outcome) => days(outcome) <= (truth.daysToWon.p90 ?? 0), 0.9),
  ];
}

/** Standard errors by which a share is off. */
function score({ hits, trials, chance }: Seen): number {
  return (hits - trials * chance) / Math.sqrt(trials * chance * (1 - chance));
}

/** Point of the standard normal distribution that 99.9 % lie within. */
const z999 = 3.2905;

function comparisons(company: SimulatedCompany): readonly Seen[] {
  const outcomes = [...company.outcomes];
  return [
    ...compare('all', outcomes, company.truth.total),
    ...company.truth.channels.flatMap((truth) =>
      compare(
        String(truth.channel),
        outcomes.filter(({ channel }) => channel === truth.channel),
        truth,
      ),
    ),
  ].filter(({ trials, chance }) => trials * chance >= 5);
}

describe('the truth', () => {
  it.each([true, false])('is what outcomes scatter around, channel by channel (drift: %s)', (drift) => {
    const all = [11, 12, 13, 14, 15].flatMap((seed) => comparisons(simulateCompany({ seed, leads: 20_000, drift })));
    const off = all.filter((seen) => Math.abs(score(seen)) > z999);
    // One in a thousand may lie outside a 99.9 % interval; these seeds have at most two of some 600.
    expect(all.length).toBeGreaterThan(550);
    expect(off.map(({ what }) => what).length).toBeLessThanOrEqual(2);
    const meanSquare = all.reduce((sum, seen) => sum + score(seen) ** 2, 0) / all.length;
    expect(meanSquare).toBeGreaterThan(0.7);
    expect(meanSquare).toBeLessThan(1.35);
  });

  it('holds for single cohorts as well', () => {
    const company = simulateCompany({ seed: 21, leads: 60_000 });
    const outcomes = [...company.outcomes];
    const all = company.truth.cohorts.flatMap((truth) =>
      compare(
        `${truth.channel} ${truth.month}`,
        outcomes.filter(({ channel, month }) => channel === truth.channel && month === truth.month),
        truth,
      ),
    );
    const tested = all.filter(({ trials, chance }) => trials * chance >= 8);
    const off = tested.filter((seen) => Math.abs(score(seen)) > z999);
    expect(tested.length).toBeGreaterThan(1500);
    // Small cohorts have skewed counts, so that a few more than one in a thousand lie outside.
    expect(off.length / tested.length).toBeLessThan(0.004);
  });

  it('is one rate a channel without drift, and drifts where it is said to', () => {
    const wins = (drift: boolean, channel: string) =>
      simulateCompany({ seed: 1, leads: 3000, drift })
        .truth.cohorts.filter((cohort) => cohort.channel === channel)
        .map((cohort) => cohort.reached.won);
    for (const { id } of channels) expect(new Set(wins(false, id ?? 'organic_search')).size).toBe(1);
    const [paid, webinar] = [wins(true, 'paid_search'), wins(true, 'webinar')];
    expect((paid.at(-1) as number) / (paid[0] as number)).toBeLessThan(0.6);
    expect((webinar.at(-1) as number) / (webinar[0] as number)).toBeGreaterThan(1.6);
    expect(new Set(wins(true, 'organic_search')).size).toBe(1);
  });

  it('adds up: the stages of each cohort go down, and the whole is the weighted mean of its parts', () => {
    const { truth } = simulateCompany({ seed: 1 });
    for (const { reached: chances, wonWithinDays, conversions } of [truth.total, ...truth.channels, ...truth.cohorts]) {
      const falling = stages.map((stage) => chances[stage]);
      expect(falling).toEqual([...falling].sort((a, b) => b - a));
      expect(wonWithinDays['90']).toBeLessThan(wonWithinDays['180']);
      expect(wonWithinDays['365']).toBeLessThan(chances.won);
      const product = Object.values(conversions).reduce((whole, part) => whole * part, 1);
      expect(product).toBeCloseTo(chances.won, 12);
    }
    const mean = truth.cohorts.reduce((sum, { leads, reached: { won } }) => sum + leads * won, 0) / truth.total.leads;
    expect(mean).toBeCloseTo(truth.total.reached.won, 12);
    expect(truth.total.leads).toBeCloseTo(60_000, 6);
    expect(truth.months.length).toBe(24);
    expect(truth.cohorts.length).toBe(24 * channels.length);
  });

  it('does not depend on the seed, and on the number of leads only as far as whole leads go', () => {
    const [one, other, small] = [{ seed: 1 }, { seed: 9 }, { seed: 1, leads: 30_000 }].map(
      (options) => simulateCompany(options).truth,
    );
    expect(other).toEqual(one);
    expect(small?.total.reached.won).toBeCloseTo(one?.total.reached.won as number, 5);
  });
});
