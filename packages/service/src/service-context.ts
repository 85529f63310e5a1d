import type { Agreement } from '@sameteam/agreement';
import type { Engine } from '@sameteam/metrics';

/** All that answers are made from. */
export interface ServiceContext {
  readonly engine: Engine;
  /** The agreement that numbers are judged by. */
  readonly agreement: Agreement;
  /** The time, as UTC milliseconds: as-of where a request names none. */
  readonly clock: () => number;
}
