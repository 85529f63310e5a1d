import { parseTimeFormat } from './parse-time-format.ts';
import { emptyCivilTime } from './time-format.ts';

const dates = [
  'yyyy-MM-dd',
  'd/M/yyyy',
  'M/d/yyyy',
  'd.M.yyyy',
  'd-M-yyyy',
  'M-d-yyyy',
  'yyyy/M/d',
  'yyyy.M.d',
  'yyyyMMdd',
  'd/M/yy',
  'M/d/yy',
  'd.M.yy',
  'd MMM yyyy',
  'MMM d, yyyy',
];
const times = ['', ' H:mm', ' H:mm:ss', ' h:mm a', ' h:mm:ss a'];

/** Patterns that exports are known to use, the unambiguous ones first. */
export const commonTimePatterns: readonly string[] = [
  ...times.flatMap((time) => dates.map((date) => `${date}${time}`)),
  'iso',
];

/**
 * The patterns that a text fits although it does not fit the given one: first the same pattern with year, month and day in
 * another order, and only if none of them fits, the usual ones.
 * @returns at most three patterns; `isOtherOrder` says which kind they are
 * @example fittingFormats('2/20/2018', 'd/M/yyyy') // { patterns: ['M/d/yyyy'], isOtherOrder: true }
 */
export function fittingFormats(
  text: string,
  pattern: string,
): { readonly patterns: readonly string[]; readonly isOtherOrder: boolean } {
  const orders = otherOrders(pattern).filter((candidate) => fits(text, candidate));
  if (orders.length > 0) return { patterns: orders.slice(0, 3), isOtherOrder: true };
  return {
    patterns: commonTimePatterns.filter((candidate) => candidate !== pattern && fits(text, candidate)).slice(0, 3),
    isOtherOrder: false,
  };
}

/** Whether a text fits a pattern. */
export function fits(text: string, pattern: string): boolean {
  return parseTimeFormat(pattern).read(text, emptyCivilTime()) === null;
}

function otherOrders(pattern: string): readonly string[] {
  const parts = pattern.split(/(yyyy|yy|MMM|MM|M|dd|d)/);
  const places = parts.flatMap((part, index) => (/^(y|M|d)+$/.test(part) ? [index] : []));
  if (places.length !== 3) return [];
  const [a, b, c] = places.map((place) => parts[place] as string) as [string, string, string];
  const orders = [
    [b, a, c],
    [a, c, b],
    [c, b, a],
    [b, c, a],
    [c, a, b],
  ];
  return orders.map((order) => {
    const copy = [...parts];
    places.forEach((place, index) => {
      copy[place] = order[index] as string;
    });
    return copy.join('');
  });
}
