import { VARCHAR } from '@duckdb/node-api';
import type { EventBatch } from '../batch/event-batch.ts';
import { joinColumns, packTexts, unpackTexts } from '../batch/pack-events.ts';
import type { ImportMemory } from '../store/recent-keys.ts';
import { appendColumns, constant32, integers8, integers32, integers64 } from './append-columns.ts';
import { appendCommon, appendRefs, appendRulings, namedSubjects } from './append-refs.ts';
import type { Database } from './connection.ts';
import { packedRowsSql } from './packed-rows.ts';
import { payloadNumbers } from './payload-numbers.ts';
import type { StoreHeads } from './store-heads.ts';
import { fewTexts, keySql } from './store-keys.ts';
import { type TextNumbers, textNumbers } from './text-numbers.ts';

/** Appends events of an import to the log and to the tables beside it. */
export interface LogWriter {
  /**
   * @param sources number of the source of each event
   * @returns number of the subject of each event
   */
  append(batch: EventBatch, sources: Int32Array): Promise<Int32Array>;
  readonly subjects: TextNumbers;
  /** Numbers of the last event, subject and payload. */
  ends(): Pick<StoreHeads, 'seq' | 'subjects' | 'payloads'>;
}

/** The writer of an import. */
export function logWriter(
  database: Database,
  {
    importNumber,
    memory,
    heads,
  }: { readonly importNumber: number; readonly memory: ImportMemory; readonly heads: StoreHeads },
): LogWriter {
  const subjectNumbers = textNumbers(database, { table: 'subjects', column: 'subject', memory, last: heads.subjects });
  const payloads = payloadNumbers(database, { last: heads.payloads, known: heads.recentPayloads });
  let next = heads.seq + 1;
  return {
    subjects: subjectNumbers,
    ends: () => ({ seq: next - 1, subjects: subjectNumbers.last(), payloads: payloads.last() }),
    async append(batch, sources) {
      const firstSeq = next;
      next += batch.count;
      const named = namedSubjects(batch);
      const count = batch.count + named.subjects.length;
      const packed =
        named.subjects.length === 0 ? batch.subject : joinColumns([batch.subject, packTexts(named.subjects)]);
      const numbers = await subjectNumbers.ofColumn(packed, count);
      const subject = numbers.subarray(0, batch.count);
      const payload = await payloads.of(batch.terms);
      const says = batch.says.map((place) => (place < 0 ? 0 : (payload[place] as number)));
      const seq = new Float64Array(batch.count);
      for (let event = 0; event < batch.count; event++) seq[event] = firstSeq + event;
      const columns = [
        integers64(seq),
        constant32(batch.count, importNumber),
        integers32(subject),
        integers8(batch.type),
        integers64(batch.timeMs),
      ];
      const { connection } = database;
      await appendColumns(connection, 'events', batch.count, [...columns, integers32(sources), integers32(says)]);
      await insertTexts(database, batch, firstSeq);
      await insertPersonal(database, batch, firstSeq);
      await appendRefs(database, columns, named, numbers.subarray(batch.count));
      await appendCommon(database, batch, [...columns, integers32(says)]);
      await appendRulings(database, batch, { columns, sources });
      return subject;
    },
  };
}

/** What events say goes in as one run of bytes a column: setting text by text takes three times as long. */
async function insertTexts(
  database: Database,
  { count, id, data, attributes }: EventBatch,
  firstSeq: number,
): Promise<void> {
  if (count <= fewTexts) {
    await insertFewTexts(database, { id, data, attributes }, { firstSeq, count });
    return;
  }
  const rows = await database.run(
    `INSERT INTO event_texts SELECT ${firstSeq} + place, ${keySql('text')}, text, text2, ${attributes === null ? 'NULL' : "nullif(text3, '')"}
      FROM ${attributes === null ? packedRowsSql(1, 2) : packedRowsSql(1, 2, 3)}`,
    attributes === null ? [id, data] : [id, data, attributes],
  );
  // Columns of other lengths would have been filled up with nothing: then a text held the separator.
  if (rows !== count) throw new Error(`A batch of ${count} events has ${rows} texts.`);
}

async function insertFewTexts(
  database: Database,
  { id, data, attributes }: Pick<EventBatch, 'id' | 'data' | 'attributes'>,
  { firstSeq, count }: { readonly firstSeq: number; readonly count: number },
): Promise<void> {
  const ids = unpackTexts(id, count);
  const said = unpackTexts(data, count);
  const further = attributes === null ? null : unpackTexts(attributes, count);
  const rows = ids.map((_, at) => {
    const first = 3 * at + 1;
    return `(${firstSeq + at}, ${keySql(`$${first}::VARCHAR`)}, $${first}, $${first + 1}, $${first + 2})`;
  });
  await database.run(
    `INSERT INTO event_texts VALUES ${rows.join(', ')}`,
    ids.flatMap((text, at) => [text, said[at] as string, further?.[at] || null]),
  );
}

async function insertPersonal(
  database: Database,
  { personal, count }: Pick<EventBatch, 'personal' | 'count'>,
  firstSeq: number,
): Promise<void> {
  if (personal === null) return;
  if (count <= fewTexts) {
    const texts = unpackTexts(personal, count).flatMap((text, at) =>
      text === '' ? [] : [{ text, seq: firstSeq + at }],
    );
    await appendColumns(database.connection, 'personal', texts.length, [
      integers64(Float64Array.from(texts, ({ seq }) => seq)),
      { type: VARCHAR, values: texts.map(({ text }) => text) },
    ]);
    return;
  }
  await database.run(
    `INSERT INTO personal SELECT ${firstSeq} + place, text FROM ${packedRowsSql(1)} WHERE text <> ''`,
    [personal],
  );
}
