import type { ImportSession } from '../engine.ts';
import type { Database } from './connection.ts';

/** The part of an import that is about records. */
type RecordParts = Pick<ImportSession, 'recordStates' | 'saveRecords' | 'markSeen' | 'seenRecords' | 'vanished'>;

/** What an import knows and keeps of records. */
export interface RecordStates extends RecordParts {
  /** Whether the import has kept a state. */
  hasSaved(): boolean;
}

/** Keys that are bound at once, and states. */
const keysAtOnce = 20_000;
const statesAtOnce = 5000;

/** The records of an import. */
export function recordStates(database: Database, importNumber: number): RecordStates {
  let hasSaved = false;
  let hasSeen = false;

  /** Makes the table of records that were seen when it is first needed: hardly any import has some. */
  async function prepareSeen(): Promise<void> {
    if (hasSeen) return;
    hasSeen = true;
    await database.run('CREATE OR REPLACE TEMP TABLE seen_records (map VARCHAR, file VARCHAR, key VARCHAR)');
  }

  async function markSeen(map: string, file: string, keys: readonly string[]): Promise<void> {
    await prepareSeen();
    for (let start = 0; start < keys.length; start += keysAtOnce) {
      const part = JSON.stringify(keys.slice(start, start + keysAtOnce));
      await database.run(`INSERT INTO seen_records SELECT $1, $2, unnest(from_json($3, '["VARCHAR"]'))`, [
        map,
        file,
        part,
      ]);
    }
  }

  return {
    hasSaved: () => hasSaved,
    markSeen,
    async recordStates(map, file, keys) {
      const states = new Map<string, string>();
      for (let start = 0; start < keys.length; start += statesAtOnce) {
        const part = JSON.stringify(keys.slice(start, start + statesAtOnce));
        const rows = await database.query(
          `SELECT key, arg_max(state, import) AS state FROM records
            WHERE map = $1 AND file = $2 AND key IN (SELECT unnest(from_json($3, '["VARCHAR"]'))) AND import NOT IN (SELECT number FROM imports WHERE undone IS NOT NULL)
            GROUP BY key`,
          [map, file, part],
        );
        for (const row of rows) states.set(String(row.key), String(row.state));
      }
      return states;
    },
    async saveRecords(map, file, records) {
      if (records.length > 0) hasSaved = true;
      for (let start = 0; start < records.length; start += statesAtOnce) {
        const part = records.slice(start, start + statesAtOnce);
        const values = [
          map,
          file,
          JSON.stringify(part.map(({ key }) => key)),
          JSON.stringify(part.map(({ state }) => state)),
        ];
        await database.run(
          'DELETE FROM records WHERE import = $1 AND map = $2 AND file = $3 AND key IN (SELECT unnest(from_json($4, \'["VARCHAR"]\')))',
          [importNumber, map, file, values[2] as string],
        );
        await database.run(
          `INSERT INTO records SELECT ${importNumber}, $1, $2, unnest(from_json($3, '["VARCHAR"]')), unnest(from_json($4, '["VARCHAR"]'))`,
          values,
        );
      }
      await markSeen(
        map,
        file,
        records.map(({ key }) => key),
      );
    },
    async seenRecords(map, file, keys) {
      await prepareSeen();
      const rows = await database.query(
        `SELECT DISTINCT key FROM seen_records WHERE map = $1 AND file = $2 AND key IN (SELECT unnest(from_json($3, '["VARCHAR"]')))`,
        [map, file, JSON.stringify(keys)],
      );
      return new Set(rows.map(({ key }) => String(key)));
    },
    async vanished(map, file, limit) {
      await prepareSeen();
      const rows = await database.query(
        `SELECT key, count(*) OVER () AS n
          FROM (SELECT DISTINCT key FROM records WHERE map = $1 AND file = $2 AND import NOT IN (SELECT number FROM imports WHERE undone IS NOT NULL)) r
          ANTI JOIN (SELECT key FROM seen_records WHERE map = $1 AND file = $2) s ON s.key = r.key
          ORDER BY key LIMIT $3::BIGINT`,
        [map, file, Math.max(1, limit)],
      );
      return { count: Number(rows[0]?.n ?? 0), keys: rows.slice(0, limit).map(({ key }) => String(key)) };
    },
  };
}
