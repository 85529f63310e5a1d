import { anchorColumns } from '../facts/schema/anchor-columns.ts';
import { dayColumn, type FactColumns, type FactKind } from '../facts/schema/fact-column.ts';
import { type FactGrain, factGrains, factSchema } from '../facts/schema/fact-schema.ts';
import { temporary } from './append-columns.ts';

/** Where the facts of each grain stand. */
export type FactTables = Readonly<Record<FactGrain, string>>;

const names: FactTables = {
  leads: 'lead_facts',
  cycles: 'cycle_facts',
  entries: 'entry_facts',
  opportunities: 'opportunity_facts',
  spans: 'span_facts',
  companies: 'company_facts',
  changes: 'change_facts',
  touches: 'touch_facts',
  meetings: 'meeting_facts',
  spend: 'spend_facts',
  pulses: 'pulse_facts',
};

/** Tables of the facts of everything that is known. */
export const keptFacts: FactTables = names;

/** Names of further, temporary tables, as of facts under bounds. */
export function factTables(suffix: string): FactTables {
  const suffixed = factGrains.map((grain) => [grain, `${temporary}${names[grain]}_${suffix}`] as const);
  return Object.fromEntries(suffixed) as Readonly<Record<FactGrain, string>>;
}

/** Type of a column. Texts of few stand as numbers of `terms`, subjects as those of `subjects`; NULL for none. */
const sqlTypes: Readonly<Record<FactKind, string>> = {
  time: 'BIGINT',
  integer: 'BIGINT',
  term: 'INTEGER',
  subject: 'INTEGER',
  day: 'INTEGER',
};

/** A column of a table of facts; `of` is the time whose local day it holds. */
export interface TableColumn {
  readonly name: string;
  readonly kind: FactKind;
  readonly of: string | null;
}

/** Columns of the table of a grain, in their order: those of the schema, then the local days of its anchors. */
export function tableColumns(grain: FactGrain): readonly TableColumn[] {
  const known = columnsOf.get(grain);
  if (known !== undefined) return known;
  const columns: FactColumns = factSchema[grain];
  const all: readonly TableColumn[] = [
    ...Object.entries(columns).map(([name, kind]) => ({ name, kind, of: null })),
    ...anchorColumns(grain).map((time) => ({ name: dayColumn(time), kind: 'day', of: time }) as const),
  ];
  columnsOf.set(grain, all);
  return all;
}

const columnsOf = new Map<FactGrain, readonly TableColumn[]>();

/** A name as SQL has it: some, such as `left`, are words of SQL. */
export function columnName(name: string): string {
  return `"${name}"`;
}

/** The last column of each table: which change made the row, see `changed-facts`; 0 where all facts were made at once. */
export const generationColumn = 'generation';

/** Columns of the table of a grain, as `CREATE TABLE` has them. */
export function columnDefinitions(grain: FactGrain): string {
  const columns = tableColumns(grain).map(({ name, kind }) => `${columnName(name)} ${sqlTypes[kind]}`);
  return [...columns, `${generationColumn} INTEGER`].join(', ');
}

/** Statements that make empty tables of facts, in place of those that were there. */
export function createFactTablesSql(
  tables: FactTables,
  { temporary: isTemporary }: { readonly temporary: boolean },
): readonly string[] {
  const create = isTemporary ? 'CREATE OR REPLACE TEMP TABLE' : 'CREATE OR REPLACE TABLE';
  return factGrains.map((grain) => `${create} ${tables[grain]} (${columnDefinitions(grain)})`);
}
