import { type Agreement, type AgreementHistory, versionAt } from '@sameteam/agreement';
import { startOfDay } from './money-sums.ts';

/** Days in which one version judges, both included. */
export interface Reign {
  readonly first: number;
  readonly last: number;
  readonly agreement: Agreement;
}

const dayMs = 86_400_000;

/**
 * The versions that judge some local days, in their order: a day is judged by the version of its first instant, before the
 * first version by the earliest (rule 21). Without signed versions the agreement that is given judges all of them.
 * @param history with the agreement in whose zone the days are
 */
export function reignsIn(
  { first, last }: Pick<Reign, 'first' | 'last'>,
  { agreement, history }: { readonly agreement: Agreement; readonly history: AgreementHistory | null },
): readonly Reign[] {
  if (history === null || history.periods.length === 0) return [{ first, last, agreement }];
  const turns = history.periods.map(({ fromMs }) => firstDayFrom(fromMs, agreement.timeZone));
  const starts = [...new Set([first, ...turns.filter((day) => day > first && day <= last)])].sort((a, b) => a - b);
  return starts.map((start, index) => ({
    first: start,
    last: (starts[index + 1] ?? last + 1) - 1,
    agreement: versionAt(history, startOfDay(start, agreement.timeZone))?.agreement ?? agreement,
  }));
}

/** The first local day that begins at or after an instant. */
function firstDayFrom(atMs: number, zone: string): number {
  let day = Math.floor(atMs / dayMs) - 1;
  while (startOfDay(day, zone) < atMs) day += 1;
  return day;
}
