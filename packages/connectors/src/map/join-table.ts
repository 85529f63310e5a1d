import type { RecordBatch } from '../csv/record-batch.ts';
import { tokenizeBatch } from '../csv/tokenize-batch.ts';
import type { CompiledMap } from './compile-map.ts';
import { normalCell } from './normal-cell.ts';
import type { PreparedTable } from './prepare-tables.ts';

/** A join that a table needs before its rows can be read. */
export interface JoinNeed {
  /** The file of the map that takes. */
  readonly into: string;
  /** The file of the map that gives. */
  readonly from: string;
  readonly keys: readonly string[];
  readonly take: readonly string[];
}

/** The taken cells by key; `null` where two rows have the same key. Plain data: it can be sent to another thread. */
export type JoinTable = ReadonlyMap<string, readonly (string | undefined)[] | null>;

/** Collects the rows of the giving file. */
export interface JoinCollector {
  /** Takes a batch of the giving file's records. Returns false as soon as the limit is reached. */
  add(batch: RecordBatch): boolean;
  /** What was collected. */
  table(): JoinTable;
}

/** How many rows a join may hold in memory. */
export const defaultJoinLimit = 2_000_000;

/**
 * The joins of a map: the giving file of each is read first, whole, into memory.
 * @example joinNeeds(joined) // [{ into: 'leads', from: 'deals', keys: ['lead'], take: ['amount'] }]
 */
export function joinNeeds(compiled: CompiledMap): readonly JoinNeed[] {
  return [...compiled.files.values()].flatMap(({ id, spec }) =>
    (spec.joins ?? []).map((join) => ({ into: id, from: join.file, keys: Object.values(join.on), take: join.take })),
  );
}

/**
 * Collects what a join needs from the batches of the giving table.
 * @param table the giving table
 * @param options.limit rows to hold at most; default 2,000,000
 * @example
 * const [need] = joinNeeds(joined);
 * if (need === undefined) throw new Error('nothing is joined');
 * const collector = createJoinCollector(joined, need, deals);
 * collector.add(dealsBatch) // true
 * collector.table().get('42') // ['125.00']
 */
export function createJoinCollector(
  compiled: CompiledMap,
  need: JoinNeed,
  table: PreparedTable,
  options: { readonly limit?: number } = {},
): JoinCollector {
  const limit = options.limit ?? defaultJoinLimit;
  const spec = compiled.files.get(table.file)?.spec;
  const normal = normalCell(spec?.trim ?? true, spec?.empty ?? []);
  const keys = need.keys.map((heading) => table.header.indexOf(heading));
  const take = need.take.map((heading) => table.header.indexOf(heading));
  const rows = new Map<string, readonly (string | undefined)[] | null>();
  return {
    add(batch) {
      const records = tokenizeBatch(batch, table.dialect);
      for (const { cells, problem } of batch.index === 0 ? records.slice(1) : records) {
        if (problem !== null || cells.length < table.header.length) continue;
        const key = joinKey(keys.map((index) => normal(cells[index])));
        if (key === null) continue;
        rows.set(key, rows.has(key) ? null : take.map((index) => detach(normal(cells[index]))));
        if (rows.size > limit) return false;
      }
      return true;
    },
    table: () => rows,
  };
}

/** The key of a row in a join; `null` when a part of it has no value. */
export function joinKey(parts: readonly (string | undefined)[]): string | null {
  if (parts.length === 1) return parts[0] === undefined ? null : detach(parts[0]);
  return parts.includes(undefined) ? null : JSON.stringify(parts);
}

// A slice keeps the whole text alive that it was cut from: 1 MB for a word.
function detach<T extends string | undefined>(text: T): T {
  return (text === undefined ? undefined : ` ${text}`.slice(1)) as T;
}
