/**
 * The history of the demonstration: 24 whole months before this one, and this one until now, so that a page about the
 * last months is never empty and its youngest cohorts are young.
 * @param nowMs UTC milliseconds
 * @example demoPeriod(Date.UTC(2026, 9, 1, 12)) // { start: '2024-10-01', end: '2026-10-01T12:00:00.000Z', months: 24 }
 */
export function demoPeriod(nowMs: number): { readonly start: string; readonly end: string; readonly months: number } {
  const now = new Date(nowMs);
  const start = new Date(Date.UTC(now.getUTCFullYear() - 2, now.getUTCMonth(), 1));
  return { start: start.toISOString().slice(0, 10), end: now.toISOString(), months: 24 };
}
