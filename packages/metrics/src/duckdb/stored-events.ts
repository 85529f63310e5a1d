import { eventTypes } from '@sameteam/model';
import type { StoredEvent } from '../engine.ts';
import { keyScale } from '../facts/lead-fold.ts';
import type { Database } from './connection.ts';
import { integers } from './sql-text.ts';

/**
 * The events of a subject, and of all that are counted as the same record, in their order; retracted ones among them.
 * Reads `roots` as `makeRoots` has made it.
 */
export async function storedEvents(
  database: Database,
  { subject, visible }: { readonly subject: string; readonly visible: string },
): Promise<readonly StoredEvent[]> {
  const members = await oneWith(database, subject);
  if (members.size === 0) return [];
  const rows = await database.query(
    `SELECT e.subject, so.source, x.id, e.type, e.time, x.data, i.id AS import, i.recorded, e.retracted
      FROM (SELECT *, NOT (${visible}) AS retracted FROM events WHERE subject IN (${integers([...members.keys()])})) e
      JOIN event_texts x ON x.seq = e.seq JOIN sources so ON so.number = e.source JOIN imports i ON i.number = e.import
      ORDER BY e.time * ${keyScale} + e.type, so.source, x.id, i.number`,
  );
  return rows.map((row) => ({
    source: String(row.source),
    id: String(row.id),
    type: eventTypes[Number(row.type)] as string,
    subject: members.get(Number(row.subject)) as string,
    timeMs: Number(row.time),
    recordedMs: Number(row.recorded),
    data: JSON.parse(String(row.data)) as unknown,
    import: String(row.import),
    retracted: row.retracted === true,
  }));
}

/** A subject and all that are counted as the same record, by their numbers; none for a subject that has no event. */
async function oneWith(database: Database, subject: string): Promise<ReadonlyMap<number, string>> {
  const [known] = await database.query(
    `SELECT number, coalesce((SELECT root FROM roots WHERE subject = number), number) AS root FROM subjects s
      WHERE s.subject = $1`,
    [subject],
  );
  if (known === undefined) return new Map();
  const rows = await database.query(
    `SELECT number, subject FROM subjects
      WHERE number IN (SELECT ${Number(known.root)} UNION SELECT subject FROM roots WHERE root = ${Number(known.root)})`,
  );
  return new Map(rows.map((row) => [Number(row.number), String(row.subject)]));
}
