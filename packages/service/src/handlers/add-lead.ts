import type { LeadAnswer } from '@sameteam/api';
import { ingestOf } from '../ingest/ingest-of.ts';
import type { ServiceContext } from '../service-context.ts';

/**
 * Takes a flat lead: its id or the one that is made for it, and with what it is refused.
 * @param lead an object of plain fields
 * @returns once it is on disk
 * @throws ProblemError `ingest-closed`
 * @example (await addLead({ ...context, ingest }, { source: 'webinar' })).verdict // 'refused'
 */
export async function addLead(context: ServiceContext, lead: unknown): Promise<LeadAnswer> {
  return ingestOf(context).lead(lead);
}
