import { dayMs } from './berlin-time.ts';

const two = Array.from({ length: 60 }, (_, n) => String(n).padStart(2, '0'));

/**
 * Writes whole seconds as RFC 3339 in UTC, such as `2025-03-01T08:15:00Z`. A company writes a million of these, and the
 * text of a day is made once.
 * @returns a function with a memory of its own
 */
export function instantWriter(): (timeMs: number) => string {
  const days = new Map<number, string>();
  return (timeMs) => {
    const day = Math.floor(timeMs / dayMs);
    let text = days.get(day);
    if (text === undefined) {
      text = `${new Date(day * dayMs).toISOString().slice(0, 10)}T`;
      days.set(day, text);
    }
    const seconds = Math.floor((timeMs - day * dayMs) / 1000);
    const hour = Math.floor(seconds / 3600);
    const minute = Math.floor(seconds / 60) % 60;
    return `${text}${two[hour]}:${two[minute]}:${two[seconds % 60]}Z`;
  };
}

/** A day as text. @param day days since 1970-01-01 */
export function dayText(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}
