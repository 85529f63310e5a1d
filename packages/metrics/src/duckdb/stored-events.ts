import { eventTypes } from '@sameteam/model';
import type { StoredEvent } from '../engine.ts';
import { keyScale } from '../facts/lead-fold.ts';
import type { Database } from './connection.ts';

/**
 * The events of a subject, and of all that are counted as the same record, in their order; retracted ones among them.
 * Reads `roots` as `makeRoots` has made it.
 */
export async function storedEvents(
  database: Database,
  { subject, visible }: { readonly subject: string; readonly visible: string },
): Promise<readonly StoredEvent[]> {
  const rows = await database.query(
    `SELECT s.subject, so.source, x.id, e.type, e.time, x.data, i.id AS import, i.recorded, e.retracted
      FROM (SELECT *, NOT (${visible}) AS retracted FROM events) e JOIN event_texts x ON x.seq = e.seq JOIN subjects s ON s.number = e.subject JOIN sources so ON so.number = e.source JOIN imports i ON i.number = e.import
      WHERE coalesce((SELECT root FROM roots WHERE subject = s.number), s.number) = (
        SELECT coalesce((SELECT root FROM roots WHERE subject = w.number), w.number) FROM subjects w WHERE w.subject = $1)
      ORDER BY e.time * ${keyScale} + e.type, so.source, x.id, i.number`,
    [subject],
  );
  return rows.map((row) => ({
    source: String(row.source),
    id: String(row.id),
    type: eventTypes[Number(row.type)] as string,
    subject: String(row.subject),
    timeMs: Number(row.time),
    recordedMs: Number(row.recorded),
    data: JSON.parse(String(row.data)) as unknown,
    import: String(row.import),
    retracted: row.retracted === true,
  }));
}
