import { canonicalJson } from '@sameteam/model';
import { ConnectorError } from '../connector-error.ts';
import type { Leaves } from './leaves.ts';

/** One event of a record, by the id that the map gives it. */
export interface SlotState {
  /** How many times it was sent; counts on after a retraction, so that ids stay unique. */
  readonly version: number;
  /** What stands in the log now; `null` after a retraction. */
  readonly live: {
    readonly id: string;
    readonly type: string;
    readonly subject: string;
    readonly timeMs: number;
    readonly leaves: Leaves;
  } | null;
}

/** An update event that stands in the log: its facts by pointer (`null`: cleared). */
export interface ToldUpdate {
  readonly id: string;
  readonly timeMs: number;
  readonly leaves: Readonly<Record<string, string | null>>;
}

/** What is remembered of a record between two exports. It holds no personal value, only digests of them. */
export interface RecordState {
  /** Digest of the events of the row, to see at a glance that nothing changed. */
  readonly digest: string;
  /** How many ids were made for updates and retractions. */
  readonly serial: number;
  readonly slots: Readonly<Record<string, SlotState>>;
  /** The update events, by type and subject, oldest first. */
  readonly told: Readonly<Record<string, readonly ToldUpdate[]>>;
}

/** A state as text: canonical JSON, with the digest in front. */
export function writeState(state: RecordState): string {
  return canonicalJson(state);
}

/** @throws ConnectorError `bad-record-state` */
export function readState(text: string): RecordState {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && 'slots' in value && 'told' in value && 'serial' in value)
      return value as RecordState;
  } catch (cause) {
    throw new ConnectorError('bad-record-state', { why: 'it is not JSON' }, { cause });
  }
  throw new ConnectorError('bad-record-state', { why: 'it lacks slots, told or serial' });
}

/** Whether a state is of a record with that digest, without reading all of it. */
export function hasDigest(text: string, digest: string): boolean {
  return text.startsWith(`{"digest":${JSON.stringify(digest)},`);
}
