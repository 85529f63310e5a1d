import type { ImportSession } from '../engine.ts';
import { bindableParts } from './bindable-parts.ts';
import type { Database } from './connection.ts';
import { tsvRow } from './tsv-row.ts';

/** The part of an import that is about records. */
type RecordParts = Pick<ImportSession, 'recordStates' | 'saveRecords' | 'markSeen' | 'seenRecords' | 'vanished'>;

/** What an import knows and keeps of records. */
export interface RecordStates extends RecordParts {
  /** Whether the import has kept a state. */
  hasSaved(): boolean;
}

/** Keys that are read at once. */
const keysRead = 50_000;

/**
 * The records of an import.
 * @param options.token of the attempt
 * @param options.isCommitted condition on `import`: what was committed before
 * @param options.order of imports by their tokens, as SQL
 */
export function recordStates(
  database: Database,
  { token, isCommitted, order }: { readonly token: number; readonly isCommitted: string; readonly order: string },
): RecordStates {
  const table = database.table('records');
  const saved = new Map<string, Map<string, string>>();
  const seen = new Map<string, Set<string>>();
  let version = 0;

  function ofFile<T>(known: Map<string, T>, map: string, file: string, make: () => T): T {
    const name = `${map}\0${file}`;
    const found = known.get(name) ?? make();
    known.set(name, found);
    return found;
  }
  const seenOf = (map: string, file: string) => ofFile(seen, map, file, () => new Set<string>());
  const savedOf = (map: string, file: string) => ofFile(saved, map, file, () => new Map<string, string>());

  return {
    hasSaved: () => version > 0,
    async markSeen(map, file, keys) {
      const known = seenOf(map, file);
      for (const key of keys) known.add(key);
    },
    async seenRecords(map, file, keys) {
      const known = seenOf(map, file);
      return new Set(keys.filter((key) => known.has(key)));
    },
    async recordStates(map, file, keys) {
      const states = new Map<string, string>();
      for (const part of bindableParts(keys)) {
        const rows = await database.query(
          `SELECT key, argMax(state, (${order}, version)) AS latest FROM ${table}
            WHERE map = {map:String} AND file = {file:String} AND key IN {keys:Array(String)} AND ${isCommitted} GROUP BY key`,
          { map, file, keys: part },
        );
        for (const { key, latest } of rows) states.set(String(key), String(latest));
      }
      const own = savedOf(map, file);
      for (const key of keys) {
        const state = own.get(key);
        if (state !== undefined) states.set(key, state);
      }
      return states;
    },
    async saveRecords(map, file, records) {
      if (records.length === 0) return;
      version += 1;
      const known = seenOf(map, file);
      const own = savedOf(map, file);
      const rows = new Map<string, string>();
      for (const { key, state } of records) {
        known.add(key);
        own.set(key, state);
        rows.set(key, tsvRow([map, file, key, token, state, version]));
      }
      await database.insert('records', ['map', 'file', 'key', 'import', 'state', 'version'], [...rows.values()]);
    },
    async vanished(map, file, limit) {
      const known = seenOf(map, file);
      const gone: string[] = [];
      let count = 0;
      for (let after: string | null = null; ; ) {
        const rows: readonly { readonly key?: unknown }[] = await database.query(
          `SELECT DISTINCT key FROM ${table} WHERE map = {map:String} AND file = {file:String} AND ${isCommitted}
            ${after === null ? '' : 'AND key > {after:String}'} ORDER BY key LIMIT ${keysRead}`,
          { map, file, after: after ?? '' },
        );
        for (const row of rows) {
          const key = String(row.key);
          after = key;
          if (known.has(key)) continue;
          count += 1;
          if (gone.length < limit) gone.push(key);
        }
        if (rows.length < keysRead) return { count, keys: gone };
      }
    },
  };
}
