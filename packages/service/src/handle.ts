import type { RouteId } from '@sameteam/api';
import { addLead } from './handlers/add-lead.ts';
import { agreementInfo } from './handlers/agreement-info.ts';
import { dimensionValues } from './handlers/dimension-values.ts';
import { explain } from './handlers/explain.ts';
import { health } from './handlers/health.ts';
import { ingestEvents } from './handlers/ingest-events.ts';
import { leadHistory } from './handlers/lead-history.ts';
import { metricDefinitions } from './handlers/metric-definitions.ts';
import { quality } from './handlers/quality.ts';
import { report } from './handlers/report.ts';
import { reportLeads } from './handlers/report-leads.ts';
import type { ServiceContext } from './service-context.ts';

const handlers = {
  report,
  leads: reportLeads,
  explain,
  history: leadHistory,
  metrics: metricDefinitions,
  values: dimensionValues,
  agreement: agreementInfo,
  health,
  ingest: ingestEvents,
  addLead,
  quality,
} satisfies { readonly [Id in RouteId]: (context: ServiceContext, request: never) => Promise<object> };

type Handlers = typeof handlers;

/** What the handler of a route answers. */
export type Answer<Id extends RouteId> = Awaited<ReturnType<Handlers[Id]>>;

/**
 * Answers a request by the name of its route: what server, mocks and the client in the page call.
 * @param request the JSON body, or the path and query parameters as one object; the handler checks it. Bodies of other
 *   types, and the status of an answer, are the business of `handleBody`
 * @throws ProblemError for a mistake in the request; anything else is unexpected
 * @example await handle(context, 'report', { metrics: ['captured'] })
 */
export async function handle<Id extends RouteId>(
  context: ServiceContext,
  id: Id,
  request: unknown,
): Promise<Answer<Id>> {
  const handler = handlers[id] as (context: ServiceContext, request: unknown) => Promise<Answer<Id>>;
  return handler(context, request);
}
