import type { FactColumnData } from '../../facts/columns/column-builder.ts';
import type { ColumnData } from '../../facts/columns/column-part.ts';
import type { DayOf } from '../../facts/zone-days.ts';
import { MetricsError } from '../../metrics-error.ts';
import { daysOfTimes } from './fact-days.ts';
import type { FactTable } from './fact-table.ts';

/**
 * Columns that folds have filled as a table of facts.
 * @param dayOf local day of an instant
 */
export function columnTable({ grain, count, columns }: FactColumnData, dayOf: DayOf): FactTable {
  const days = new Map<string, Int32Array>();
  const columnOf = (name: string): ColumnData => {
    const column = columns[name];
    if (column === undefined) throw new MetricsError('no-such-column', { grain, column: name });
    return column;
  };
  const numbers = (name: string): Float64Array => {
    const column = columnOf(name);
    if ('values' in column) return column.values;
    throw new MetricsError('no-such-column', { grain, column: name });
  };
  const codes = (name: string) => {
    const column = columnOf(name);
    if ('codes' in column) return column;
    throw new MetricsError('no-such-column', { grain, column: name });
  };
  let excluded: Uint8Array | null | undefined;
  return {
    grain,
    count,
    numbers,
    codes,
    days: (time) => {
      const known = days.get(time) ?? daysOfTimes(numbers(time), dayOf);
      days.set(time, known);
      return known;
    },
    excluded: () => {
      if (excluded === undefined) {
        const flags = Uint8Array.from(codes('excluded').codes, (code) => (code === 0 ? 0 : 1));
        excluded = flags.includes(1) ? flags : null;
      }
      return excluded;
    },
  };
}
