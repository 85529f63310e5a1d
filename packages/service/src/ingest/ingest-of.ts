import { ProblemError } from '@sameteam/api';
import type { ServiceContext } from '../service-context.ts';
import type { Ingest } from './create-ingest.ts';

/**
 * The way in of a context.
 * @throws ProblemError `ingest-closed` where it has none
 */
export function ingestOf({ ingest }: ServiceContext): Ingest {
  if (ingest === undefined) throw new ProblemError('ingest-closed', {});
  return ingest;
}
