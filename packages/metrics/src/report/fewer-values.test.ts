import { bootstrapMean, seededRandom } from '@sameteam/stats';
import { expect, it } from 'vitest';
import { fewerValues } from './fewer-values.ts';

const countOf = (values: readonly { readonly count: number }[]) => values.reduce((sum, { count }) => sum + count, 0);
const sumOf = (values: readonly { readonly value: number; readonly count: number }[]) =>
  values.reduce((sum, { value, count }) => sum + value * count, 0);

it('leaves few subjects as they are, in order, equal ones merged', () => {
  const values = [
    { value: 5, count: 1 },
    { value: 2, count: 3 },
    { value: 5, count: 2 },
  ];
  expect(fewerValues(values)).toEqual([
    { value: 2, count: 3 },
    { value: 5, count: 3 },
  ]);
});

it('keeps the mean, the number and the largest of many, and nearly their spread', () => {
  const random = seededRandom(3);
  const values = Array.from({ length: 5000 }, () => ({ value: Math.round(1000 * (1 / random()) ** 0.4), count: 1 }));
  const few = fewerValues(values);
  expect(few.length).toBeLessThanOrEqual(130);
  expect(countOf(few)).toBe(5000);
  expect(sumOf(few)).toBeCloseTo(sumOf(values), 3);
  expect(few.at(-1)?.value).toBe(Math.max(...values.map(({ value }) => value)));
  const variance = (of: typeof values) => {
    const mean = sumOf(of) / 5000;
    return of.reduce((sum, { value, count }) => sum + count * (value - mean) ** 2, 0) / 5000;
  };
  // The width of an interval goes by its root.
  expect(Math.sqrt(variance([...few]) / variance(values))).toBeGreaterThan(0.995);
  expect(bootstrapMean(few, { random: seededRandom(1) })?.interval).not.toBeNull();
});
