import type { QualityReport } from '@sameteam/api';
import { ingestOf } from '../ingest/ingest-of.ts';
import type { ServiceContext } from '../service-context.ts';

/**
 * How good what arrived since the ingest was opened is, by source.
 * @returns no sources where nothing has arrived
 * @throws ProblemError `ingest-closed`
 * @example (await quality({ ...context, ingest })).since // '2026-03-01T00:00:00.000Z'
 */
export async function quality(context: ServiceContext): Promise<QualityReport> {
  return ingestOf(context).quality();
}
