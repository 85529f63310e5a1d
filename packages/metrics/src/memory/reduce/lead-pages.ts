import { compareUtf8 } from '@sameteam/model';
import type { LeadPosition } from '../../plan/lead-cursor.ts';
import { type LeadFactRow, leadFactColumns } from '../../plan/reduction.ts';
import type { FactTable } from './fact-table.ts';
import { readFactRow } from './read-fact-row.ts';

/** A page of leads by their capture, those never captured last, then by subject. */
export function leadsOf(
  table: FactTable,
  wanted: ReadonlySet<string> | null,
  { after, limit }: { readonly after: LeadPosition | null; readonly limit: number },
): { readonly leads: readonly LeadFactRow[]; readonly total: number } {
  const { codes, dictionary } = table.codes('lead');
  const captured = table.numbers('at_captured');
  const places: (LeadPosition & { readonly row: number })[] = [];
  for (let row = 0; row < table.count; row++) {
    const lead = dictionary.text(codes[row] as number) ?? '';
    if (wanted !== null && !wanted.has(lead)) continue;
    const at = captured[row] as number;
    places.push({ row, lead, capturedMs: Number.isNaN(at) ? null : at });
  }
  const rest = places.sort(comparePositions).filter((place) => after === null || comparePositions(place, after) > 0);
  return {
    // The columns are those of the type, read by their names.
    leads: rest.slice(0, limit).map(({ row }) => readFactRow(table, row, leadFactColumns) as LeadFactRow),
    total: places.length,
  };
}

function comparePositions(a: LeadPosition, b: LeadPosition): number {
  if (a.capturedMs !== b.capturedMs)
    return (a.capturedMs ?? Number.POSITIVE_INFINITY) - (b.capturedMs ?? Number.POSITIVE_INFINITY);
  return compareUtf8(a.lead, b.lead);
}
