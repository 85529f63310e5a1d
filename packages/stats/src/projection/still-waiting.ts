import type { ConversionCurve } from './conversion-curve.ts';

/** The number who will not have converted, as far as it is known. */
export interface StillWaiting {
  /** Expected by the product-limit estimate. */
  readonly value: number;
  /** Mean and variance of its predictive distribution. */
  readonly mean: number;
  readonly variance: number;
}

/** Those who wait, and until when. */
export interface Waiting {
  /** At index d, how many have been waiting for d full days; those from `lastDay` on are not counted. */
  readonly open: ArrayLike<number>;
  readonly lastDay: number;
  /** Part of the day after its full days that one who waits has behind it on average, in [0, 1]. */
  readonly dayElapsed: number;
}

/**
 * How many of those who wait will still do so when all have waited for `lastDay` days.
 *
 * The share that converts on a day is not known: it has a beta distribution around what the curve shows of the day. On
 * each day a binomial number of those who are left converts, with that share for all of them together. Mean and variance
 * of what is left follow exactly, day by day, from the first two factorial moments. A prior of half a conversion
 * in all, spread over the days still to come, is Jeffreys' for a number of events: where nobody has converted
 * yet it leaves it possible.
 *
 * With `dayElapsed`, that part of those who wait counts as watched through the started day, and has it behind it: the
 * actuarial rule of Cutler and Ederer 1958, who took a half.
 * Source: beta process of Hjort 1990, by way of the Bayesian bootstrap for censored data of Lo 1993. O(days).
 * @param curve with at least `lastDay` + 1 days
 */
export function stillWaiting({ open, lastDay, dayElapsed }: Waiting, curve: ConversionCurve): StillWaiting {
  const first = firstWaiting(open, lastDay);
  const prior = 0.5 / Math.max(1, lastDay - first);
  let value = 0;
  let mean = 0;
  let pairs = 0;
  const join = (count: number) => {
    pairs += 2 * count * mean + count * (count - 1);
    mean += count;
    value += count;
  };
  for (let day = first + 1; day <= lastDay; day++) {
    join((1 - dayElapsed) * (open[day - 1] ?? 0) + dayElapsed * (open[day - 2] ?? 0));
    const converted = curve.converted[day] ?? 0;
    const stayed = (curve.atRisk[day] ?? 0) - converted + dayElapsed * censored(curve, day - 1);
    // Of a day through which nobody was watched nothing is known: all who could be have converted before it.
    if (converted + stayed === 0) continue;
    value *= stayed / (converted + stayed);
    const gone = converted + prior;
    // That all of a few have converted does not make it certain for the next.
    const left = Math.max(stayed, 0.5);
    mean *= left / (gone + left);
    pairs *= (left * (left + 1)) / ((gone + left) * (gone + left + 1));
  }
  join(dayElapsed * (open[lastDay - 1] ?? 0));
  return { value, mean, variance: Math.max(0, pairs + mean - mean * mean) };
}

function firstWaiting(open: ArrayLike<number>, lastDay: number): number {
  let first = 0;
  while (first < lastDay && (open[first] ?? 0) === 0) first++;
  return first;
}

/** Those who had waited for just so many full days. */
function censored({ atRisk, converted }: ConversionCurve, day: number): number {
  return (atRisk[day] ?? 0) - (converted[day] ?? 0) - (atRisk[day + 1] ?? 0);
}
