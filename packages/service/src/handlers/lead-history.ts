import { historyRequestSchema, type LeadHistory, ProblemError, readRequest } from '@sameteam/api';
import type { StoredEvent } from '@sameteam/metrics';
import type { ServiceContext } from '../service-context.ts';

/** Whose history: the id of a lead without its kind, `42` of `lead/42`. */
export interface HistoryRequest {
  readonly id: string;
}

/**
 * Everything that happened to one lead, first to last, what was taken back included.
 * @throws ProblemError `invalid-request`; `unknown-lead` where no event tells of it
 * @example await leadHistory(context, { id: '42' })
 */
export async function leadHistory({ engine }: ServiceContext, request: HistoryRequest): Promise<LeadHistory> {
  const { id } = readRequest(historyRequestSchema, request);
  const lead = `lead/${id}`;
  const events = await engine.events(lead);
  if (events.length === 0) throw new ProblemError('unknown-lead', { lead });
  return { lead, events: events.map(historyEvent) };
}

function historyEvent({ timeMs, recordedMs, ...event }: StoredEvent): LeadHistory['events'][number] {
  return { ...event, time: new Date(timeMs).toISOString(), recordedtime: new Date(recordedMs).toISOString() };
}
