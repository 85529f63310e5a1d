const months = 'January February March April May June July August September October November December'.split(' ');

/**
 * A day, a day of every year, or a period, as it is read.
 * @param text such as 2026-10-01, 10-01, 2026-10, 2026-Q4 or 2026
 * @example dayInWords('2026-10-01') // '1 October 2026'
 */
export function dayInWords(text: string): string {
  const [first = '', second, third] = text.split('-');
  if (second === undefined) return first;
  if (second.startsWith('Q')) return `${second} ${first}`;
  if (third !== undefined) return `${Number(third)} ${monthName(second)} ${first}`;
  return first.length === 4 ? `${monthName(second)} ${first}` : `${Number(second)} ${monthName(first)}`;
}

function monthName(month: string): string {
  return months[Number(month) - 1] ?? month;
}
