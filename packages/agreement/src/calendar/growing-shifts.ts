import { AgreementError } from '../agreement-error.ts';
import { yearMs } from './civil-day.ts';
import { emptyShiftTable, type ShiftTable, shiftTable } from './shift-table.ts';
import { type HoursInZone, type YearShifts, yearShifts } from './year-shifts.ts';

/** What no working time is known beyond: who asks for more asks for a date that stands for *never*. */
const firstYear = 1900;
const lastYear = 2199;

/** The shifts of the years that were asked for, and of those between. */
export interface GrowingShifts {
  /** The table, with this instant covered. */
  cover(atMs: number): ShiftTable;
  /** The table with a year more at its end (1) or its beginning (-1); `null` where there is none. */
  extend(direction: 1 | -1): ShiftTable | null;
}

/** Makes the shifts of a year when it is first asked for. */
export function growingShifts(of: HoursInZone): GrowingShifts {
  let years: readonly YearShifts[] = [];
  let first = 0;
  let table = emptyShiftTable;

  function include(year: number): void {
    const before = years.length === 0 ? [year] : range(year, first - 1);
    const after = years.length === 0 ? [] : range(first + years.length, year);
    const made = (missing: readonly number[]) => missing.map((it) => yearShifts(it, of));
    years = [...made(before), ...years, ...made(after)];
    first = before[0] ?? first;
    table = shiftTable(years);
  }

  function extend(direction: 1 | -1): ShiftTable | null {
    const year = direction === 1 ? first + years.length : first - 1;
    if (year < firstYear || year > lastYear) return null;
    include(year);
    return table;
  }

  return {
    extend,
    cover(atMs) {
      const year = localYear(atMs, of);
      if (!(year >= firstYear && year <= lastYear)) throw new AgreementError('instant-outside-calendar', { atMs });
      if (year < first || year >= first + years.length) include(year);
      // Where the clocks went back over midnight of New Year they show the end of a year again: that is of the new one.
      while (atMs < table.fromMs || atMs >= table.toMs) {
        if (extend(atMs < table.fromMs ? -1 : 1) === null) {
          throw new AgreementError('instant-outside-calendar', { atMs });
        }
      }
      return table;
    },
  };
}

/** The year that the clocks show; NaN for what is no instant, or one that no calendar reaches. */
function localYear(atMs: number, { zone, source }: HoursInZone): number {
  if (!Number.isInteger(atMs) || Math.abs(atMs) > yearMs(lastYear + 2)) return Number.NaN;
  const [offset] = source(zone, { fromMs: atMs, toMs: atMs });
  return new Date(atMs + (offset?.offsetMs ?? 0)).getUTCFullYear();
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}
