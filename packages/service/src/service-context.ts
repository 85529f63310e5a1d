import type { Agreement, AgreementHistory } from '@sameteam/agreement';
import type { Engine } from '@sameteam/metrics';
import type { AgreementStanding } from './agreement-standing.ts';
import type { Ingest } from './ingest/create-ingest.ts';

/** All that answers are made from. */
export interface ServiceContext {
  readonly engine: Engine;
  /** The agreement that numbers are judged by. */
  readonly agreement: Agreement;
  /** What its signatures are worth; absent where nobody has looked, which makes it a draft. */
  readonly standing?: AgreementStanding | undefined;
  /** Which version of it bound when; absent where it alone judges. */
  readonly history?: AgreementHistory | undefined;
  /** Where the document of the agreement is served, below the address of the service; absent where it is not. */
  readonly documentPath?: string | undefined;
  /** The time, as UTC milliseconds: as-of where a request names none. */
  readonly clock: () => number;
  /** The way in for events and leads; absent where nothing is taken, as the store was opened only to be read. */
  readonly ingest?: Ingest | undefined;
}
