import { dayMs, dayText } from './calendar.ts';

/**
 * Makes a function from epoch milliseconds to text such as `2018-02-26T22:58:54Z` (with `.123` where there are
 * milliseconds), three times as fast as `toISOString` because it remembers the days and the minutes.
 * @example createInstantText()(1519685934000) // '2018-02-26T22:58:54Z'
 */
export function createInstantText(): (ms: number) => string {
  const days = new Map<number, string>();
  const minutes = Array.from({ length: 1440 }, (_, minute) => `${two(Math.floor(minute / 60))}:${two(minute % 60)}:`);
  const wholeSeconds = Array.from({ length: 60 }, (_, second) => `${two(second)}Z`);
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
    const minute = Math.floor(seconds / 60);
    const start = text + (minutes[minute] as string);
    if (thousandths === 0) return start + (wholeSeconds[seconds - minute * 60] as string);
    return `${start}${two(seconds - minute * 60)}.${String(thousandths).padStart(3, '0')}Z`;
  };
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/**
 * One instant as text such as `2018-02-26T22:58:54Z`, with `.123` where there are milliseconds.
 * @param ms UTC epoch milliseconds
 */
export function instantText(ms: number): string {
  return new Date(ms).toISOString().replace('.000Z', 'Z');
}
