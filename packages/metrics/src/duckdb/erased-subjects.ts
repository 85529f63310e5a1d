import { erasedRank } from '../batch/erasures.ts';
import type { Database } from './connection.ts';
import { logState, visibleSql } from './visible-events.ts';

/** The subjects whose personal data was removed, remembered from one import to the next. */
export interface ErasedSubjects {
  /** Those of the erasures that count. */
  known(): Promise<ReadonlySet<string>>;
  /** Looks again next time: an erasure has come, or one was taken back. */
  forget(): void;
}

/** The erased subjects of a store. */
export function erasedSubjects(database: Database): ErasedSubjects {
  let known: ReadonlySet<string> | null = null;
  return {
    async known() {
      known ??= await readErased(database);
      return known;
    },
    forget() {
      known = null;
    },
  };
}

/** Erasures have nearly the last rank, so that the database skips all groups of rows without one. */
async function readErased(database: Database): Promise<ReadonlySet<string>> {
  const [found] = await database.query(`SELECT EXISTS (SELECT 1 FROM events WHERE type = ${erasedRank}) AS any`);
  if (found?.any !== true) return new Set();
  const visible = await visibleSql(database, null, await logState(database, null));
  const rows = await database.query(
    `SELECT DISTINCT s.subject FROM (SELECT subject FROM events WHERE type = ${erasedRank} AND ${visible}) e
      JOIN subjects s ON s.number = e.subject`,
  );
  return new Set(rows.map(({ subject }) => String(subject)));
}
