import { type EventType, eventRank } from '@sameteam/model';
import type { MappedEvent } from '../map/mapped-event.ts';
import { instantText } from '../time/instant-text.ts';
import type { SlotState } from './record-state.ts';

/** A row of a file with `rows: records`. */
export interface RecordRow {
  /** What its own ids start with: `<file>/<key>`. It must not change. */
  readonly record: string;
  /** `source` of its events. */
  readonly source: string;
  readonly events: readonly MappedEvent[];
}

/** What the diff of a record needs beside the row. */
export interface DiffOptions {
  /** When the record changed, UTC epoch milliseconds: `changed` of the map, or the time of the import. */
  readonly changedMs: number;
  /** A keyed digest in hexadecimal, 12 characters at least; the key must stay. */
  readonly hash: (text: string) => string;
}

/** The work on one record: what is in the log, what is to be sent. */
export interface DiffWork {
  readonly row: RecordRow;
  readonly options: DiffOptions;
  readonly slots: Record<string, SlotState>;
  readonly out: MappedEvent[];
  serial: number;
}

/** The id of an event that the diff itself makes. */
export function makeId(work: DiffWork, type: EventType, content: unknown): string {
  work.serial += 1;
  return `${work.row.record}/${type}~${work.serial}-${shortHash(work, content)}`;
}

/** Takes back an event that stands in the log. */
export function retractEvent(
  work: DiffWork,
  target: { readonly id: string; readonly subject: string },
  reason: string,
): void {
  const { source } = work.row;
  const { id: targetId, subject } = target;
  const data = { reason, target: { id: targetId, source } };
  const time = instantText(work.options.changedMs);
  const id = makeId(work, 'event.retracted', [data, time]);
  work.out.push({ data, id, source, specversion: '1.0', subject, time, type: 'event.retracted' });
}

/** The first 12 characters of a digest. */
export function shortHash({ options }: DiffWork, content: unknown): string {
  return options.hash(JSON.stringify(content)).slice(0, 12);
}

/** Orders what was said of a subject: by time, then by rank of the type. */
export function bySaying(
  left: { readonly timeMs: number; readonly type: string },
  right: { readonly timeMs: number; readonly type: string },
): number {
  return left.timeMs - right.timeMs || eventRank(left.type as EventType) - eventRank(right.type as EventType);
}
