import { createFactColumns } from '../../src/facts/columns/column-builder.ts';
import { Dictionary } from '../../src/facts/columns/dictionary.ts';
import { type FactGrain, type FactRowOf, factSchema } from '../../src/facts/schema/fact-schema.ts';
import { columnTable } from '../../src/memory/reduce/column-table.ts';
import type { FactTable } from '../../src/memory/reduce/fact-table.ts';

const dayMs = 86_400_000;

/** A table in memory of hand-made rows, in UTC; columns that a row does not name are missing. */
export function tableOf<G extends FactGrain>(grain: G, rows: readonly Partial<FactRowOf<G>>[]): FactTable {
  const builder = createFactColumns(grain, { terms: new Dictionary(), subjects: new Dictionary() });
  const empty = Object.fromEntries(Object.keys(factSchema[grain]).map((name) => [name, null]));
  for (const row of rows) builder.add({ ...empty, ...row } as FactRowOf<G>);
  return columnTable(builder.take(), (timeMs) => Math.floor(timeMs / dayMs));
}
