import type { CalendarGrain } from '@sameteam/api/client';

const dayMs = 86_400_000;

/** A calendar period as a report names it: `2018-05`, `2018-Q2`, `FY2018-Q1`, `2018`, or a first day. */
export interface Period {
  readonly key: string;
  readonly grain: CalendarGrain;
}

/** A period as people read it: `May 2018`; short beside others: `May`. */
export function periodLabel(
  { key, grain }: Period,
  { locale, short = false }: { readonly locale: string; readonly short?: boolean },
): string {
  const write = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(startMs(key));
  if (grain === 'quarter') return key.replace(/^(.+)-(Q\d)$/, short ? '$2' : '$2 $1');
  if (grain === 'year' || Number.isNaN(startMs(key))) return key;
  if (grain === 'month') return write(short ? { month: 'short' } : { month: 'short', year: 'numeric' });
  return write({ day: 'numeric', month: 'short', ...(short ? {} : { year: 'numeric' }) });
}

/** The year that a period is shown under, so that short labels need not repeat it. */
export function periodYear({ key }: Period): string {
  return /^(FY)?\d{4}/.exec(key)?.[0] ?? '';
}

/**
 * Whether a period was still running at an instant, as far as its name tells. Days are compared in the agreement's
 * zone; the end of fiscal periods is not in their name, so they are taken as over.
 */
export function isRunning({ key, grain }: Period, asOf: string, timeZone: string): boolean {
  const today = new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short' }).format(Date.parse(asOf));
  const last = lastDay(key, grain);
  return last !== null && today <= last && today >= new Date(startMs(key)).toISOString().slice(0, 10);
}

function startMs(key: string): number {
  const quarter = /^(\d{4})-Q(\d)$/.exec(key);
  if (quarter !== null) return Date.UTC(Number(quarter[1]), (Number(quarter[2]) - 1) * 3, 1);
  return Date.parse(`${key}${key.length === 4 ? '-01-01' : key.length === 7 ? '-01' : ''}T00:00:00Z`);
}

function lastDay(key: string, grain: CalendarGrain): string | null {
  const start = startMs(key);
  if (Number.isNaN(start)) return null;
  const date = new Date(start);
  const months = grain === 'month' ? 1 : grain === 'quarter' ? 3 : grain === 'year' ? 12 : 0;
  const end =
    months === 0
      ? start + (grain === 'week' ? 7 : 1) * dayMs
      : Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1);
  return new Date(end - dayMs).toISOString().slice(0, 10);
}
