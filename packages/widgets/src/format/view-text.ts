import type { View } from '../source/view.ts';
import type { Format } from './create-format.ts';
import { valueLabel } from './value-label.ts';

/**
 * The period of a view in words.
 * @example periodText({ from: '2018-01-01', to: null }, format) // 'from Jan 1, 2018'
 */
export function periodText({ from, to }: Pick<View, 'from' | 'to'>, format: Format): string {
  if (from !== null && to !== null)
    return from === to ? `on ${format.day(from)}` : `${format.day(from)} to ${format.day(to)}`;
  if (from !== null) return `from ${format.day(from)}`;
  if (to !== null) return `until ${format.day(to)}`;
  return 'all time';
}

/** Some values of a dimension in words: `email, (no value) and 3 more`. */
export function valuesText(values: readonly (string | null)[], atMost = 2): string {
  const named = values.slice(0, values.length === atMost + 1 ? atMost + 1 : atMost).map(valueLabel);
  const more = values.length - named.length;
  if (more > 0) return `${named.join(', ')} and ${more} more`;
  return named.length < 2 ? named.join('') : `${named.slice(0, -1).join(', ')} and ${named.at(-1)}`;
}
