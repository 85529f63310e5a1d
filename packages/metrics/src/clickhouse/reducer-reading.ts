import type { FactGrain } from '../facts/schema/fact-schema.ts';
import type { GroupAddress, GroupedScope, LogBounds } from '../plan/reduction.ts';
import { bucketStartFinder } from './bucket-starts.ts';
import type { Database } from './connection.ts';
import type { FactSource } from './fact-scope-sql.ts';
import type { NativeBlock, NativeColumn } from './native-columns.ts';
import { queryParams } from './query-params.ts';

/** Where facts stand under bounds. */
export interface FactPlace {
  /** Table of a grain, for statements. */
  readonly table: (grain: FactGrain) => string;
  readonly hasExclusions: boolean;
}

/** Where a row stands in an answer, and what it says. */
export interface GroupRow {
  readonly address: GroupAddress;
  /**
   * The number of a column; `null` where it has none.
   * @param item which one of a column of lists; `null` for a column of numbers
   */
  number(name: string, item?: number | null): number | null;
  text(name: string): string | null;
}

/** How a reducer asks for facts, and reads what the database answers. */
export interface ReducerReading {
  sourceOf(grain: FactGrain, bounds: LogBounds): Promise<FactSource>;
  /**
   * The rows of a statement on groups.
   * @param sqlOf makes the statement, given the source with the days that buckets begin at
   */
  grouped<T>(
    scope: GroupedScope,
    source: FactSource,
    how: { readonly sqlOf: (source: FactSource) => string; readonly read: (row: GroupRow) => T },
  ): Promise<readonly T[]>;
}

/** @param factsUnder where facts stand, which are made first where they are not there */
export function reducerReading(
  database: Database,
  factsUnder: (bounds: LogBounds) => Promise<FactPlace>,
): ReducerReading {
  const finder = bucketStartFinder(database);
  return {
    async sourceOf(grain, bounds) {
      const { table, hasExclusions } = await factsUnder(bounds);
      return { params: queryParams(), table: table(grain), hasExclusions, asOfMs: bounds.asOfMs, starts: [] };
    },
    async grouped(scope, source, { sqlOf, read }) {
      const blocksBy = (starts: readonly number[]) =>
        database.blocks(sqlOf({ ...source, starts }), source.params.values);
      const { starts, outside } = await finder.likely(scope, source);
      const blocks = await blocksBy(starts);
      const isEnough = outside.size === 0 || !blocks.some((block) => buckets(block).some((day) => outside.has(day)));
      const enough = isEnough ? blocks : await blocksBy((await finder.exact(scope, source)).starts);
      return enough.flatMap((block) => rowsOf(block, scope, read));
    },
  };
}

function buckets({ columns }: NativeBlock): Float64Array {
  return columns.bucket?.kind === 'numbers' ? columns.bucket.values : new Float64Array(0);
}

function rowsOf<T>(block: NativeBlock, scope: GroupedScope, read: (row: GroupRow) => T): readonly T[] {
  const { count, columns } = block;
  const addressAt = addressesOf(block, scope);
  const texts = new Map<string, (row: number) => string | null>();
  let at = 0;
  // One reader goes from row to row: an answer has some ten thousand of them.
  const number: GroupRow['number'] = (name, item = null) => {
    const value = numberAt(columns[name], at, item);
    return Number.isNaN(value) ? null : value;
  };
  const text: GroupRow['text'] = (name) => {
    const found = texts.get(name) ?? textsOf(block, name);
    texts.set(name, found);
    return found(at);
  };
  const rows = new Array<T>(count);
  for (; at < count; at++) rows[at] = read({ address: addressAt(at), number, text });
  return rows;
}

/** The addresses of rows: those of one group are the same, and groups that differ by their bucket share their dimensions. */
function addressesOf(block: NativeBlock, scope: GroupedScope): (row: number) => GroupAddress {
  const dimensions = scope.dimensions.map((_, index) => textsOf(block, `d${index}`));
  const days = scope.calendar === null ? null : buckets(block);
  const known = new Map<string | null, Map<number | null, GroupAddress>>();
  const [only] = dimensions;
  const keyOf =
    only !== undefined && dimensions.length === 1
      ? only
      : (row: number) => JSON.stringify(dimensions.map((text) => text(row)));
  return (row) => {
    const key = keyOf(row);
    const bucket = days === null ? null : (days[row] as number);
    const group = known.get(key) ?? new Map<number | null, GroupAddress>();
    const found = group.get(bucket);
    if (found !== undefined) return found;
    const [first] = group.values();
    const address = { dimensions: first?.dimensions ?? dimensions.map((text) => text(row)), bucket };
    known.set(key, group.set(bucket, address));
    return address;
  };
}

function numberAt(column: NativeColumn | undefined, row: number, item: number | null): number {
  if (column?.kind === 'numbers') return column.values[row] as number;
  return column?.kind === 'lists' && item !== null ? column.at(row, item) : Number.NaN;
}

/** The texts of a column; none where it is not there. */
function textsOf({ columns }: NativeBlock, name: string): (row: number) => string | null {
  const column = columns[name];
  switch (column?.kind) {
    case 'maybe':
      return column.at;
    case 'texts':
      return column.texts.at;
    case 'codes':
      return (row) => column.texts[column.codes[row] as number] ?? null;
    default:
      return () => null;
  }
}
