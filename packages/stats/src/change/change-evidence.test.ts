import { describe, expect, it } from 'vitest';
import { changeEvidence } from './change-evidence.ts';
import { bestLogLikelihood, countsBetween, type RatePeriod, runningCounts } from './rate-period.ts';

/** Every stream of counts with the given trials, and in how many orders each can come about. */
function* streams(trials: readonly number[]): Generator<{ periods: readonly RatePeriod[]; orders: number }> {
  const [first, ...rest] = trials;
  if (first === undefined) {
    yield { periods: [], orders: 1 };
    return;
  }
  for (const { periods, orders } of streams(rest)) {
    let ways = 1;
    for (let hits = 0; hits <= first; hits++) {
      yield { periods: [{ hits, trials: first }, ...periods], orders: orders * ways };
      ways = (ways * (first - hits)) / (hits + 1);
    }
  }
}

function chance(periods: readonly RatePeriod[], rate: number): number {
  return periods.reduce((product, { hits, trials }) => product * rate ** hits * (1 - rate) ** (trials - hits), 1);
}

const trials = [2, 3, 4, 2, 3, 4, 3];
const all = [...streams(trials)].map((stream) => ({
  ...stream,
  evidence: changeEvidence(runningCounts(stream.periods, 1), 2),
}));

describe('changeEvidence', () => {
  it('has a numerator that is a law of the counts, whatever was learned', () => {
    const sums = new Map<string, number>();
    for (const { periods, orders, evidence } of all) {
      const learned = `${periods[0]?.hits} ${periods[1]?.hits}`;
      const after = bestLogLikelihood(countsBetween(runningCounts(periods, 1), 2, trials.length));
      const ways = orders / learningOrders(periods);
      sums.set(learned, (sums.get(learned) ?? 0) + ways * Math.exp((evidence.at(-1) as number) + after));
    }
    expect(sums.size).toBe(12);
    for (const sum of sums.values()) expect(sum).toBeCloseTo(1, 9);
  });

  it.each([0.02, 0.1, 0.3, 0.5, 0.77, 0.95])(
    'is worth no more than 1 on average at a rate of %d, whenever one stops',
    (rate) => {
      // Three ways to stop: never, at the first look above 1, and at the best of what is known to come to look good.
      for (const stop of [Infinity, 1, 1.5]) {
        let mean = 0;
        for (const { periods, orders, evidence } of all) {
          const values = [...evidence].map(Math.exp);
          const at = values.findIndex((value) => value > stop);
          mean += orders * chance(periods, rate) * (values[at === -1 ? values.length - 1 : at] as number);
        }
        expect(mean).toBeLessThanOrEqual(1 + 1e-9);
      }
    },
  );

  it('says nothing while it learns, and of periods without trials', () => {
    const periods = [
      { hits: 3, trials: 10 },
      { hits: 2, trials: 9 },
    ];
    expect([...changeEvidence(runningCounts(periods, 1), 3)]).toEqual([0, 0]);
    const empty = { hits: 0, trials: 0 };
    const [, , , ...after] = changeEvidence(runningCounts([...periods, empty, empty, empty], 1), 3);
    for (const value of after) expect(value).toBeCloseTo(0, 12);
  });
});

function learningOrders(periods: readonly RatePeriod[]): number {
  const choose = [
    [1, 2, 1],
    [1, 3, 3, 1],
  ];
  return (choose[0]?.[periods[0]?.hits ?? 0] ?? 1) * (choose[1]?.[periods[1]?.hits ?? 0] ?? 1);
}
