import { ProblemError } from '@sameteam/api';
import type { ServiceContext } from '../service-context.ts';
import type { Ingest } from './create-ingest.ts';

/**
 * The way in of a context.
 * @throws ProblemError `ingest-closed` where it has none
 * @example ingestOf({ ...context, ingest }).quality().since // '2026-03-01T00:00:00.000Z'
 */
export function ingestOf({ ingest }: ServiceContext): Ingest {
  if (ingest === undefined) throw new ProblemError('ingest-closed', {});
  return ingest;
}
