import type { IngestAnswer } from '@sameteam/api';
import { sentItems } from '../cloud-events/decode-events.ts';
import { ingestOf } from '../ingest/ingest-of.ts';
import type { ServiceContext } from '../service-context.ts';

/**
 * Takes events, and says of each what became of it.
 * @param events one event or a list of them, as JSON.parse makes them; each is checked
 * @returns once all that was accepted is on disk
 * @throws ProblemError `ingest-closed`, `too-many-items`
 * @example (await ingestEvents({ ...context, ingest }, [{ id: '1' }])).items[0]?.verdict // 'quarantined'
 */
export async function ingestEvents(context: ServiceContext, events: unknown): Promise<IngestAnswer> {
  return ingestOf(context).events(sentItems(events));
}
