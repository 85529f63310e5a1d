import { expect, it } from 'vitest';
import { ratioBounds } from './ratio-bounds.ts';

/** The largest log-likelihood of both counts under a ratio, by trying rates. */
function best(
  before: { hits: number; trials: number },
  after: { hits: number; trials: number },
  ratio: number,
): number {
  let most = Number.NEGATIVE_INFINITY;
  for (let step = 1; step < 40_000; step++) {
    const rate = (step / 40_000) * Math.min(1, 1 / ratio);
    const here =
      before.hits * Math.log(rate) +
      (before.trials - before.hits) * Math.log(1 - rate) +
      after.hits * Math.log(ratio * rate) +
      (after.trials - after.hits) * Math.log(1 - ratio * rate);
    if (here > most) most = here;
  }
  return most;
}

it.each([
  [{ hits: 30, trials: 100 }, { hits: 45, trials: 110 }, 3],
  [{ hits: 3, trials: 200 }, { hits: 9, trials: 60 }, 1.92],
  [{ hits: 80, trials: 90 }, { hits: 20, trials: 50 }, 5],
])('ends where the likelihood has lost the slack: %o, %o, %d', (before, after, slack) => {
  const { low, high } = ratioBounds(before, after, slack);
  const most = best(before, after, after.hits / after.trials / (before.hits / before.trials));
  expect(most - best(before, after, low)).toBeCloseTo(slack, 4);
  expect(most - best(before, after, high)).toBeCloseTo(slack, 4);
});

it('has no upper end after a rate of 0, and reaches down to 0 from none', () => {
  const none = { hits: 0, trials: 40 };
  const some = { hits: 12, trials: 40 };
  const rise = ratioBounds(none, some, 2);
  expect(rise.high).toBe(Number.POSITIVE_INFINITY);
  // At this ratio r the best rates are p and r p: the loss is that of 12 of 40 against it, all but for p itself.
  expect(rise.low).toBeGreaterThan(1);
  expect(ratioBounds(some, none, 2)).toEqual({ low: 0, high: expect.closeTo(1 / rise.low, 9) });
  expect(ratioBounds(none, none, 1)).toEqual({ low: 0, high: Number.POSITIVE_INFINITY });
});

it('is the quotient itself without slack', () => {
  const { low, high } = ratioBounds({ hits: 20, trials: 100 }, { hits: 30, trials: 100 }, 0);
  expect(low).toBeCloseTo(1.5, 6);
  expect(high).toBeCloseTo(1.5, 6);
});
