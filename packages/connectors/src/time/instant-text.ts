import { dayMs, dayText } from './calendar.ts';

/**
 * Makes a function from epoch milliseconds to text such as `2018-02-26T22:58:54Z` (with `.123` where there are
 * milliseconds), three times as fast as `toISOString` because it remembers the days.
 * @example createInstantText()(1519685934000) // '2018-02-26T22:58:54Z'
 */
export function createInstantText(): (ms: number) => string {
  const days = new Map<number, string>();
  return (ms) => {
    const day = Math.floor(ms / dayMs);
    let text = days.get(day);
    if (text === undefined) {
      if (days.size >= 20_000) days.clear();
      text = `${dayText(day)}T`;
      days.set(day, text);
    }
    const rest = ms - day * dayMs;
    const seconds = Math.floor(rest / 1000);
    const thousandths = rest - seconds * 1000;
    const time = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
    return thousandths === 0 ? `${text}${time}Z` : `${text}${time}.${String(thousandths).padStart(3, '0')}Z`;
  };
}

const twoDigits = Array.from({ length: 60 }, (_, value) => String(value).padStart(2, '0'));

function two(value: number): string {
  return twoDigits[value] as string;
}

/**
 * One instant as text such as `2018-02-26T22:58:54Z`, with `.123` where there are milliseconds.
 * @param ms UTC epoch milliseconds
 */
export function instantText(ms: number): string {
  return new Date(ms).toISOString().replace('.000Z', 'Z');
}
