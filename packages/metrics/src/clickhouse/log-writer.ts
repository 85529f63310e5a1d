import type { EventBatch } from '../batch/event-batch.ts';
import { unpackEvents } from '../batch/pack-events.ts';
import { linkedSubjects, mayLink } from '../facts/story/linked-subjects.ts';
import type { Payload } from '../facts/story/story.ts';
import type { Database } from './connection.ts';
import { tsvField } from './tsv-row.ts';

/** Rows that are sent at once. */
const rowsAtOnce = 100_000;

const eventColumns = ['subject', 'time', 'type', 'source', 'id', 'says', 'data', 'attributes', 'import'];
const personalColumns = ['subject', 'source', 'id', 'data', 'import'];
const refColumns = ['subject', 'other', 'is_own', 'time', 'type', 'source', 'id', 'import'];

/** A subject that an event names beside its own. */
export interface Reference {
  readonly subject: string;
  readonly other: string;
}

/**
 * Appends events of an attempt to import, and what goes with them, in pieces that can be sent again: nothing of it counts
 * before the import stands in the registry.
 * @param token of the attempt
 * @returns which subjects name which
 */
export async function appendEvents(
  database: Database,
  batch: EventBatch,
  token: number,
): Promise<readonly Reference[]> {
  const { count, type, timeMs, source, id, subject, data, personal, attributes, terms, says } = unpackEvents(batch);
  const events: string[] = [];
  const persons: string[] = [];
  const refs: string[] = [];
  const found: Reference[] = [];
  const end = `${token}\n`;
  for (let event = 0; event < count; event++) {
    const of = tsvField(subject[event] as string);
    const name = `${tsvField(source[event] as string)}\t${tsvField(id[event] as string)}\t`;
    const rank = type[event] as number;
    const place = `${timeMs[event]}\t${rank}\t${name}`;
    const payload = (says[event] as number) === -1 ? '' : (terms[says[event] as number] as string);
    events.push(
      `${of}\t${place}${tsvField(payload)}\t${tsvField(data[event] as string)}\t${tsvField(attributes[event] ?? '')}\t${end}`,
    );
    const kept = personal[event] ?? null;
    if (kept !== null) persons.push(`${of}\t${name}${tsvField(kept)}\t${end}`);
    if (payload === '' || !mayLink(rank)) continue;
    for (const linked of new Set(linkedSubjects(rank, JSON.parse(payload) as Payload))) {
      const other = tsvField(linked);
      refs.push(`${of}\t${other}\t1\t${place}${end}`, `${other}\t${of}\t0\t${place}${end}`);
      found.push({ subject: subject[event] as string, other: linked });
    }
  }
  await insertAll(database, 'personal', personalColumns, persons);
  await insertAll(database, 'refs', refColumns, refs);
  await insertAll(database, 'events', eventColumns, events);
  return found;
}

async function insertAll(
  database: Database,
  table: string,
  columns: readonly string[],
  rows: readonly string[],
): Promise<void> {
  for (let start = 0; start < rows.length; start += rowsAtOnce)
    await database.insert(table, columns, rows.slice(start, start + rowsAtOnce));
}
