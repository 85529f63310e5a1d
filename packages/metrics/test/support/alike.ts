import type { ReportRow } from '@sameteam/metrics';

/**
 * Rows with their floating results set to those of others where they differ by no more than a relative 1e-9, so that
 * engines can be compared: counts, integer sums and whole seconds stay as they are and have to be equal to the bit.
 */
export function alike(rows: readonly ReportRow[], others: readonly ReportRow[]): readonly object[] {
  return rows.map((row, index) => {
    const other: Readonly<Record<string, unknown>> = { ...others[index] };
    return Object.fromEntries(
      Object.entries(row).map(([name, value]) => [name, isClose(value, other[name]) ? other[name] : value]),
    );
  });
}

function isClose(a: unknown, b: unknown): boolean {
  if (typeof a !== 'number' || typeof b !== 'number' || (Number.isInteger(a) && Number.isInteger(b))) return false;
  return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
}
