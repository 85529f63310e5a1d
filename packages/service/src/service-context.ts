import type { Agreement } from '@sameteam/agreement';
import type { Engine } from '@sameteam/metrics';
import type { Ingest } from './ingest/create-ingest.ts';

/** All that answers are made from. */
export interface ServiceContext {
  readonly engine: Engine;
  /** The agreement that numbers are judged by. */
  readonly agreement: Agreement;
  /** The time, as UTC milliseconds: as-of where a request names none. */
  readonly clock: () => number;
  /** The way in for events and leads; absent where nothing is taken, as the store was opened only to be read. */
  readonly ingest?: Ingest | undefined;
}
