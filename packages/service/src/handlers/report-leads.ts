import { type LeadPage, type LeadsRequest, leadsRequestSchema, ProblemError, readRequest } from '@sameteam/api';
import { parsePlan, refuseEarly } from '@sameteam/metrics';
import { problemOf } from '../request/problem-of.ts';
import type { ServiceContext } from '../service-context.ts';

/**
 * The leads behind one number of a report.
 * @param request checked here, whatever its type says; give the report's `asOf`, so that the leads add up to its number
 * @returns `total` equal to the number asked about; no leads and `next` null where it is zero
 * @throws ProblemError `invalid-request`, `unknown-metric`, `unknown-dimension`, `not-answerable`
 * @example
 * const cell = { metric: 'won', dimensions: { 'source.channel': 'email' }, part: 'numerator' } as const;
 * await reportLeads(context, { report: { metrics: ['won'], by: ['source.channel'] }, cell, page: { limit: 50 } })
 */
export async function reportLeads(context: ServiceContext, request: LeadsRequest): Promise<LeadPage> {
  const { engine, agreement, clock } = context;
  const { report, cell, page } = readRequest(leadsRequestSchema, request);
  try {
    const plan = parsePlan(report, { zone: agreement.timeZone, nowMs: clock(), metrics: engine.metrics });
    refuseOtherDimensions(cell, plan.by);
    if (report.asOf !== undefined) await refuseEarly(engine, plan);
    const { after, limit } = page;
    return await engine.leads(plan, cell, after === undefined ? { limit } : { after, limit });
  } catch (error) {
    throw problemOf(error, report, '/report');
  }
}

/** A value for a dimension that the report does not have would be left unread, and the leads would be too many. */
function refuseOtherDimensions(cell: LeadsRequest['cell'], by: readonly string[]): void {
  const other = Object.keys(cell.dimensions).find((id) => !by.includes(id));
  if (other === undefined) return;
  const what = `The cell has a value for "${other}", which the report is not cut by. Take its dimensions from a row.`;
  const pointer = `/cell/dimensions/${other.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  throw new ProblemError('invalid-request', { what }, { issues: [{ pointer, message: what, nearest: null }] });
}
