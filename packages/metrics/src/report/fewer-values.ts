import type { CountedValue } from '@sameteam/stats';

/** So many subjects can be drawn one by one. */
const fewSubjects = 400;

/** The largest values, of which the spread is made, stay as they are; the others come in bins. */
const largest = 64;
const bins = 64;

/**
 * Few values in place of many, for a bootstrap whose cost grows with them: the largest stay, the others come in bins of
 * about as many subjects each, whose value is their mean, so that the mean of all stays. Ascending, whatever the order.
 */
export function fewerValues(values: readonly CountedValue[]): readonly CountedValue[] {
  const sorted = mergeEqual(values);
  const subjects = sorted.reduce((sum, { count }) => sum + count, 0);
  if (subjects <= fewSubjects || sorted.length <= largest + bins) return sorted;
  const rest = sorted.slice(0, -largest);
  const inRest = rest.reduce((sum, { count }) => sum + count, 0);
  const made: CountedValue[] = [];
  let [sum, count, done] = [0, 0, 0];
  for (const one of rest) {
    sum += one.value * one.count;
    count += one.count;
    if (done + count < (inRest * (made.length + 1)) / bins) continue;
    made.push({ value: sum / count, count });
    done += count;
    [sum, count] = [0, 0];
  }
  if (count > 0) made.push({ value: sum / count, count });
  return [...made, ...sorted.slice(-largest)];
}

function mergeEqual(values: readonly CountedValue[]): readonly CountedValue[] {
  const counts = new Map<number, number>();
  for (const { value, count } of values) counts.set(value, (counts.get(value) ?? 0) + count);
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => a.value - b.value);
}
