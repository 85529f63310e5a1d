import type { EventBatch } from '../batch/event-batch.ts';
import { linkedSubjects, mayLink } from '../facts/story/linked-subjects.ts';
import type { Payload } from '../facts/story/story.ts';
import type { Database } from './connection.ts';
import type { ImportNotes } from './import-told.ts';
import { PackedFields, TsvBytes } from './tsv-bytes.ts';
import { tsvField } from './tsv-row.ts';

const eventColumns = ['subject', 'time', 'type', 'source', 'id', 'says', 'data', 'attributes', 'import'];
const personalColumns = ['subject', 'source', 'id', 'data', 'import'];
const refColumns = ['subject', 'other', 'is_own', 'time', 'type', 'source', 'id', 'import'];

/** An empty column of so many texts. */
const noTexts = (count: number) => new Uint8Array(Math.max(0, count - 1));

/**
 * Appends events of an attempt to import, and what goes with them, in pieces that can be sent again: nothing of it counts
 * before the import stands in the registry. Notes what they are about.
 * @param token of the attempt
 */
export async function appendEvents(
  database: Database,
  batch: EventBatch,
  { token, notes }: { readonly token: number; readonly notes: ImportNotes },
): Promise<void> {
  const { count, type, timeMs, source, terms, says } = batch;
  const subject = new PackedFields(batch.subject);
  const id = new PackedFields(batch.id);
  const data = new PackedFields(batch.data);
  const attributes = new PackedFields(batch.attributes ?? noTexts(count));
  const personal = new PackedFields(batch.personal ?? noTexts(count));
  const sources = batch.sources.map((text) => `\t${tsvField(text)}\t`);
  const sayings = terms.map((text) => `\t${tsvField(text)}\t`);
  const end = `\t${token}\n`;
  const events = new TsvBytes();
  const persons = new TsvBytes();
  const refs: string[] = [];
  for (let event = 0; event < count; event++) {
    for (const fields of [subject, id, data, attributes, personal]) fields.next();
    const rank = type[event] as number;
    const saying = says[event] as number;
    const place = `\t${timeMs[event]}\t${rank}`;
    const from = sources[source[event] as number] as string;
    subject.writeTo(events);
    events.plain(place + from);
    id.writeTo(events);
    events.plain(saying === -1 ? '\t\t' : (sayings[saying] as string));
    data.writeTo(events);
    events.plain('\t');
    attributes.writeTo(events);
    events.plain(end);
    notes.event(rank, timeMs[event] as number);
    if (notes.subjects !== null) notes.subject(rank, subject.text());
    if (!personal.isEmpty) {
      subject.writeTo(persons);
      persons.plain(from);
      id.writeTo(persons);
      persons.plain('\t');
      personal.writeTo(persons);
      persons.plain(end);
    }
    if (saying === -1 || !mayLink(rank)) continue;
    const own = tsvField(subject.text());
    const rest = `${place}${from}${tsvField(id.text())}${end}`;
    for (const other of new Set(linkedSubjects(rank, JSON.parse(terms[saying] as string) as Payload))) {
      refs.push(`${own}\t${tsvField(other)}\t1${rest}`, `${tsvField(other)}\t${own}\t0${rest}`);
      notes.other(other);
    }
  }
  await database.insert('personal', personalColumns, [persons.take()]);
  await database.insert('refs', refColumns, refs);
  await database.insert('events', eventColumns, [events.take()]);
}
