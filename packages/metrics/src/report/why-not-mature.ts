import type { ReportRow } from '../report-row.ts';
import type { MeasureWindow } from './measure-window.ts';

/** Why a number is mature, or is not yet; `null` for one to which it does not apply. */
export function whyNotMature(row: ReportRow, window: MeasureWindow | null): string | null {
  if (row.mature === null) return null;
  if (window === null) {
    return row.mature
      ? 'Nothing of it is open any more.'
      : 'Some of it is still open: it may yet be kept, missed or come to its end.';
  }
  const days = `${String(Number(window.days.toFixed(2)))} ${window.days === 1 ? 'day' : 'days'}`;
  const by = window.clause === null ? '' : ` of ${window.clause}`;
  return row.mature
    ? `All of it has had the ${days}${by}.`
    : `Not all of it has had the ${days}${by}: what is to come is still missing.`;
}
