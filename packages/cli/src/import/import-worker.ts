import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { JoinTable, LeadMap, PreparedTable, RecordBatch } from '@sameteam/connectors';
import { type ReadRows, readRows } from './read-rows.ts';
import { tableReading } from './table-reading.ts';

/** What a worker is started with. */
export interface WorkerStart {
  readonly map: LeadMap;
  readonly table: PreparedTable;
  readonly joins: ReadonlyMap<string, JoinTable>;
}

/** What a worker answers to each batch: the batch comes back, so that the row behind a conflict can be shown. */
export type WorkerAnswer =
  | { readonly number: number; readonly batch: RecordBatch; readonly read: ReadRows }
  | { readonly number: number; readonly error: string };

/** Work that a worker is sent. */
export interface WorkerOrder {
  readonly number: number;
  readonly batch: RecordBatch;
}

function serve(port: MessagePort, { map, table, joins }: WorkerStart): void {
  const reading = tableReading(map, table, joins);
  port.on('message', ({ number, batch }: WorkerOrder) => {
    try {
      const read = readRows(reading, batch);
      const answer: WorkerAnswer = { number, batch, read };
      port.postMessage(answer, [
        ...buffersOf(batch),
        read.events.group.buffer,
        read.events.type.buffer,
        read.events.timeMs.buffer,
        read.events.source.buffer,
        read.events.says.buffer,
        read.events.id.buffer,
        read.events.subject.buffer,
        read.events.data.buffer,
        ...(read.events.personal === null ? [] : [read.events.personal.buffer]),
        ...(read.events.attributes === null ? [] : [read.events.attributes.buffer]),
        read.lines.buffer,
      ] as ArrayBuffer[]);
    } catch (cause) {
      const answer: WorkerAnswer = {
        number,
        error: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause),
      };
      port.postMessage(answer);
    }
  });
}

function buffersOf(batch: RecordBatch): readonly ArrayBuffer[] {
  return batch.kind === 'records' ? [batch.bytes.buffer] : [];
}

if (parentPort !== null) serve(parentPort, workerData as WorkerStart);
