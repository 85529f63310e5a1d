import type { RecordProblem } from './csv-record.ts';

/**
 * Complete records as bytes, ready for `tokenizeBatch` in this thread or in another one.
 * `bytes` owns its buffer, so that the buffer can be transferred.
 */
export interface GoodBatch {
  readonly kind: 'records';
  /** 0 for the batch that starts with the file's first record; counts up over good and bad ones. */
  readonly index: number;
  /** The line on which its first record starts. */
  readonly line: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly encoding: 'utf-8' | 'windows-1252';
  /** False when there is no quote in it at all. */
  readonly quoted: boolean;
  /** True when its last record ends with the file and not with a line break. */
  readonly unterminated: boolean;
}

/** One record that cannot be cut into cells. */
export interface BadBatch {
  readonly kind: 'bad';
  readonly index: number;
  readonly line: number;
  readonly problem: RecordProblem;
  /** At most the first 10,000 characters. */
  readonly raw: string;
  readonly unterminated: boolean;
}

/** What `splitRecords` gives back, in the order of the file. */
export type RecordBatch = GoodBatch | BadBatch;
