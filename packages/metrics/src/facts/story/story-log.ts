import type { Payload } from './story.ts';

/**
 * The events that count, as columns: those that had happened by as-of, were recorded by known-at and stand. Subjects are
 * the records that they are counted as, so that the events of two that were linked have one.
 */
export interface StoryLog {
  readonly count: number;
  /** Rank of the type of each event. */
  readonly rank: Uint8Array;
  /** UTC milliseconds. */
  readonly timeMs: Float64Array;
  /** Code of the subject of each event, from 0 on. */
  readonly subject: Int32Array;
  /** Code of the payload of each event; -1 where there is none. */
  readonly payload: Int32Array;
  /** Codes of subjects are below it. */
  readonly subjectCount: number;
  /** Typed id of a code. */
  readonly subjects: (code: number) => string;
  /** Code of a typed id, of the record that it is counted as; -1 where the log has no event of it. */
  readonly codeOf: (subject: string) => number;
  readonly payloads: (code: number) => Payload;
  /** Orders two events of one time and rank by source and id, as UTF-8 bytes. */
  readonly compareTies: (a: number, b: number) => number;
}
