import type { ArrivedItem } from './arrived-item.ts';
import type { StoreJob, StoreResult } from './store-jobs.ts';

/** An item that is on disk, before somebody wants to see it as text. */
export interface Arrival extends Omit<ArrivedItem, 'raw'> {
  readonly raw: () => string;
  /** What tells of the quality of it: the event, sound or not. */
  readonly event: unknown;
}

/** What the two ways in share. */
export interface IngestWork {
  readonly clock: () => number;
  /** Resolves once the items of the job are on disk. */
  readonly store: (job: StoreJob) => Promise<StoreResult>;
  /** Tells the tally and the observer. */
  readonly arrived: (arrival: Arrival) => void;
}
