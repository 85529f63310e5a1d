import { type Report, type ReportRequest, readRequest, reportRequestSchema } from '@sameteam/api';
import { parsePlan, refuseEarly } from '@sameteam/metrics';
import { problemOf } from '../request/problem-of.ts';
import type { ServiceContext } from '../service-context.ts';
import { agreementReference } from './agreement-info.ts';

/**
 * Computes a report.
 * @param request checked here, whatever its type says
 * @returns the rows in the order of the request's metrics; as-of is the clock's where the request names none
 * @throws ProblemError `invalid-request`, `unknown-metric`, `unknown-dimension`, `not-answerable`
 * @example await report(context, { metrics: ['captured', 'won'], by: ['source.channel'] })
 */
export async function report(context: ServiceContext, request: ReportRequest): Promise<Report> {
  const { engine, agreement, clock } = context;
  const read = readRequest(reportRequestSchema, request);
  try {
    const plan = parsePlan(read, { zone: agreement.timeZone, nowMs: clock(), metrics: engine.metrics });
    if (read.asOf !== undefined) await refuseEarly(engine, plan);
    const rows = await engine.run(plan);
    return {
      rows,
      asOf: new Date(plan.asOfMs).toISOString(),
      agreement: agreementReference(context, plan.asOfMs, plan.version),
    };
  } catch (error) {
    throw problemOf(error, read);
  }
}
