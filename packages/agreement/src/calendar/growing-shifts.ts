import { AgreementError } from '../agreement-error.ts';
import type { Block } from './opening-hours.ts';
import { emptyShiftTable, type ShiftTable, shiftTable } from './shift-table.ts';
import { type YearShifts, yearShifts } from './year-shifts.ts';
import type { ZoneSource } from './zone-offsets.ts';

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
export function growingShifts(of: {
  readonly hours: (day: number) => readonly Block[];
  readonly zone: string;
  readonly source: ZoneSource;
}): GrowingShifts {
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
      const year = Number.isInteger(atMs) ? new Date(atMs).getUTCFullYear() : Number.NaN;
      if (!(year >= firstYear && year <= lastYear)) throw new AgreementError('instant-outside-calendar', { atMs });
      if (year < first || year >= first + years.length) include(year);
      // At New Year the clocks of the zone may show the year before or after.
      while (atMs < table.fromMs || atMs >= table.toMs) {
        if (extend(atMs < table.fromMs ? -1 : 1) === null) {
          throw new AgreementError('instant-outside-calendar', { atMs });
        }
      }
      return table;
    },
  };
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}
