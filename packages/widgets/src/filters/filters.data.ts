import type { DimensionValue, Health } from '@sameteam/api/client';
import type { View } from '../source/view.ts';

const dayMs = 86_400_000;

/** A period that is offered for choice. Days are included, `null` is no limit. */
export interface PeriodChoice extends Pick<View, 'from' | 'to'> {
  readonly label: string;
}

/** The day of an instant in a zone, `YYYY-MM-DD`. */
export function dayIn(timeZone: string, iso: string): string {
  return new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short' }).format(Date.parse(iso));
}

/**
 * The periods worth offering: those counted back from the as-of day, and the calendar years of the log. One that lies
 * wholly outside the log is not offered.
 * @param today the as-of day, never the machine's
 */
export function periodChoices(
  today: string,
  { first, last }: { readonly first: string | null; readonly last: string | null },
): readonly PeriodChoice[] {
  const all: PeriodChoice = { label: 'All time', from: null, to: null };
  if (first === null || last === null) return [all];
  const back = (days: number, label: string): PeriodChoice => ({ label, from: daysBefore(today, days - 1), to: today });
  const years = Array.from(
    { length: Number(last.slice(0, 4)) - Number(first.slice(0, 4)) + 1 },
    (_, at): PeriodChoice => {
      const year = Number(last.slice(0, 4)) - at;
      return { label: String(year), from: `${year}-01-01`, to: `${year}-12-31` };
    },
  );
  const choices = [
    back(30, 'Last 30 days'),
    back(90, 'Last 90 days'),
    back(365, 'Last 365 days'),
    ...years.slice(0, 4),
  ];
  return [all, ...choices.filter(({ from, to }) => (to ?? '') >= first && (from ?? '') <= last)];
}

function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - days * dayMs).toISOString().slice(0, 10);
}

/** Whether a choice is the period of the view. */
export function isChosen(choice: PeriodChoice, view: View): boolean {
  return choice.from === view.from && choice.to === view.to;
}

/** The values of a dimension that are worth a menu: at least one that is not missing. */
export function isWorthFiltering(values: readonly DimensionValue[]): boolean {
  return values.some(({ value }) => value !== null);
}

/** The days of the first and the last event of the log in a zone. */
export function logDays(
  health: Health,
  timeZone: string,
): { readonly first: string | null; readonly last: string | null } {
  const day = (iso: string | null) => (iso === null ? null : dayIn(timeZone, iso));
  return { first: day(health.firstEvent), last: day(health.lastEvent) };
}

/** The values whose label holds what was typed, whatever its case. */
export function matching(
  values: readonly DimensionValue[],
  typed: string,
  label: (value: string | null) => string,
): readonly DimensionValue[] {
  const wanted = typed.trim().toLocaleLowerCase();
  return wanted === '' ? values : values.filter(({ value }) => label(value).toLocaleLowerCase().includes(wanted));
}
