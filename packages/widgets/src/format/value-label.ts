import type { Format } from './create-format.ts';

/** How a missing value is called on screen. */
export const noValue = '(no value)';

/**
 * A value of a dimension as people read it: `paid_search` is "paid search". A missing one is "(no value)", which is
 * another thing than the value `unknown`.
 */
export function valueLabel(value: string | null): string {
  if (value === null) return noValue;
  return /^[\p{L}\p{N}]+(_[\p{L}\p{N}]+)+$/u.test(value) ? value.replaceAll('_', ' ') : value;
}

/**
 * The values that are folded into one row as people read them.
 * @param count how many they are; absent for a row of its own values
 * @returns `other (4,900 values)`; `null` where none is folded
 */
export function foldedLabel(count: number | undefined, format: Pick<Format, 'count'>): string | null {
  if (count === undefined) return null;
  return `other (${format.count(count)} ${count === 1 ? 'value' : 'values'})`;
}

/** The same at the start of a sentence. */
export function sentenceStart(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
