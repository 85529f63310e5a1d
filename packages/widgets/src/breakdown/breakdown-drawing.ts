import type { ReportRow } from '@sameteam/api/client';
import { nothing, type TemplateResult } from 'lit';
import { bar } from '../marks/bar.ts';
import { range } from '../marks/range.ts';
import type { BreakdownColumn } from './breakdown.data.ts';

/** The bar or the interval beside a number of a table, on the scale of its column. */
export function breakdownDrawing(
  row: ReportRow,
  column: BreakdownColumn,
  { isQuiet, isTotal }: { readonly isQuiet: boolean; readonly isTotal: boolean },
): TemplateResult | typeof nothing {
  if (row.value === null || column.drawn === 'none') return nothing;
  const share = (value: number | null) => (value === null ? null : value / column.end);
  // A bar of all leads would set the scale for every other one.
  if (column.drawn === 'bar') return isTotal ? nothing : bar({ share: row.value / column.end, isQuiet });
  return range({
    at: share(row.value),
    low: share(row.low),
    high: share(row.high),
    isYoung: row.mature === false,
    projected: share(row.projected),
    target: isTotal ? share(column.target) : null,
    reference: isTotal ? null : share(column.total?.value ?? null),
    isQuiet,
  });
}
