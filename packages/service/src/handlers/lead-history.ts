import { historyRequestSchema, type LeadHistory, ProblemError, readRequest } from '@sameteam/api';
import type { StoredEvent } from '@sameteam/metrics';
import { compareUtf8, type EventType, eventRank } from '@sameteam/model';
import type { ServiceContext } from '../service-context.ts';

/** Whose history: the id of a lead, `42` of `lead/42`, or the whole subject as lists of leads give it. */
export interface HistoryRequest {
  readonly id: string;
}

/**
 * Everything that happened to one lead and to the opportunities that are linked to it, first to last, what was taken back
 * included.
 * @throws ProblemError `invalid-request`; `unknown-lead` where no event tells of it
 * @example await leadHistory(context, { id: '42' })
 */
export async function leadHistory({ engine }: ServiceContext, request: HistoryRequest): Promise<LeadHistory> {
  const { id } = readRequest(historyRequestSchema, request);
  const own = `lead/${id}`;
  const known = await engine.events(own);
  // An id may begin with the kind, too: it is taken for a subject only where nobody has that id.
  const lead = known.length === 0 && id.startsWith('lead/') ? id : own;
  const events = lead === own ? known : await engine.events(lead);
  if (events.length === 0) throw new ProblemError('unknown-lead', { lead });
  const opportunities = await engine.opportunitiesOf(lead);
  const told = await Promise.all(opportunities.map((subject) => engine.events(subject)));
  return {
    lead,
    events: eachOnce([...events, ...told.flat()])
      .sort(inOrder)
      .map(historyEvent),
  };
}

/** Two opportunities that are counted as one have the same events. */
function eachOnce(events: readonly StoredEvent[]): StoredEvent[] {
  return [...new Map(events.map((event) => [JSON.stringify([event.source, event.id, event.import]), event])).values()];
}

/** The total order of events: by time, rank of the type, source and id. */
function inOrder(a: StoredEvent, b: StoredEvent): number {
  return (
    a.timeMs - b.timeMs ||
    eventRank(a.type as EventType) - eventRank(b.type as EventType) ||
    compareUtf8(a.source, b.source) ||
    compareUtf8(a.id, b.id)
  );
}

function historyEvent({ timeMs, recordedMs, ...event }: StoredEvent): LeadHistory['events'][number] {
  return { ...event, time: new Date(timeMs).toISOString(), recordedtime: new Date(recordedMs).toISOString() };
}
