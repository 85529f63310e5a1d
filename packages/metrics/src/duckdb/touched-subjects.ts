import { foldRanks } from '../facts/promoted.ts';
import type { Database } from './connection.ts';
import { readNumbers } from './read-numbers.ts';
import { integers } from './sql-text.ts';
import { apartRanks, ledgerRanks, linkRanks, memberRank, surroundingRanks } from './story-ranks.ts';
import { identifiedSql } from './visible-events.ts';

/** What an import says something of. */
export interface TouchedSubjects {
  readonly subjects: ReadonlySet<number>;
  /** Whether facts that belong to nobody may have changed: costs, answers. */
  readonly ledger: boolean;
}

const isIn = (ranks: readonly number[]) => `type IN (${integers(ranks)})`;

/**
 * Finds the subjects of which an import says something: those of its events and of the events that it retracts, members of
 * campaigns, and records that it says to be one.
 *
 * A roster and the channel of a campaign concern everybody who has to do with the rep or the campaign. Those are named in
 * what their events say, an owner, a campaign of a source: every subject is touched of which any event names one.
 * @param ranks those of the events of the import
 * @returns `null` where what it touches lies anywhere: it retracts a whole import, or a retraction
 */
export async function touchedSubjects(
  database: Database,
  { importNumber, ranks }: { readonly importNumber: number; readonly ranks: ReadonlySet<number> },
): Promise<TouchedSubjects | null> {
  const any = (of: readonly number[]) => of.some((rank) => ranks.has(rank));
  const retracts = ranks.has(foldRanks.retracted);
  let touched = `(SELECT seq, subject, type FROM events WHERE import = ${importNumber})`;
  if (retracts) {
    await database.run(`CREATE OR REPLACE TEMP TABLE touched_events AS FROM ${touched}
      UNION SELECT e.seq, e.subject, e.type FROM rulings r
        JOIN sources s ON s.source = json_extract_string(r.data, '$.target.source')
        JOIN (${identifiedSql}) e ON e.source = s.number AND e.id = json_extract_string(r.data, '$.target.id')
        WHERE r.import = ${importNumber} AND r.type = ${foldRanks.retracted}`);
    touched = 'touched_events';
    if (await reachesFar(database, importNumber)) return null;
  }
  const parts = [`SELECT subject FROM ${touched} WHERE type NOT IN (${integers(apartRanks)})`];
  if (retracts || any([memberRank, ...linkRanks])) {
    parts.push(
      `SELECT r.other FROM (SELECT seq, other FROM refs WHERE ${isIn([memberRank, ...linkRanks])}) r SEMI JOIN ${touched} t ON t.seq = r.seq`,
    );
  }
  if (retracts || any(surroundingRanks))
    parts.push(namingSql(`SELECT subject FROM ${touched} WHERE ${isIn(surroundingRanks)}`));
  const [subjects] = (await readNumbers(database, parts.join(' UNION '))) as readonly [Float64Array];
  return { subjects: new Set(subjects), ledger: retracts || any([...ledgerRanks, ...surroundingRanks]) };
}

/**
 * Subjects of which any event names one of some reps and campaigns, by their id or by the part of it after the kind, and
 * the members of those campaigns.
 */
function namingSql(named: string): string {
  const names = `SELECT DISTINCT '"' || unnest([s.subject, substr(s.subject, strpos(s.subject, '/') + 1)]) || '"' AS name FROM subjects s WHERE s.number IN (${named})`;
  const naming = `SELECT p.number FROM payloads p WHERE EXISTS (SELECT 1 FROM (${names}) n WHERE contains(p.payload, n.name))`;
  return `SELECT DISTINCT subject FROM events WHERE says IN (${naming})
    UNION SELECT other FROM refs WHERE type = ${memberRank} AND subject IN (${named})`;
}

/** Whether an import retracts a whole import, or a retraction. */
async function reachesFar(database: Database, importNumber: number): Promise<boolean> {
  const [row] = await database.query(
    `SELECT EXISTS (SELECT 1 FROM rulings r WHERE r.import = ${importNumber} AND r.type = ${foldRanks.retracted}
      AND (json_exists(r.data, '$.target.import') OR json_extract_string(r.data, '$.target.id') IN (SELECT id FROM rulings WHERE type = ${foldRanks.retracted}))) AS far`,
  );
  return row?.far === true;
}
