import { type Engine, type LeadPage, metricIds, parsePlan, type ReportRow } from '@sameteam/metrics';
import { nowMs } from './team.ts';

const requests = [
  { metrics: metricIds },
  { metrics: ['captured', 'won', 'lead_to_win_rate', 'bookings'], by: ['source.channel', 'month'] },
  { metrics: ['captured', 'qualified'], by: ['current.owner', 'current.readiness'] },
  { metrics: ['mql_to_sal_rate', 'days_to_won_median'], by: ['owner', 'segment'] },
];

/** What a store tells of its log. */
export interface WholePicture {
  readonly reports: readonly (readonly ReportRow[])[];
  readonly leads: readonly LeadPage['leads'][];
  readonly leadCount: number;
}

/**
 * What two stores have in common that tell the same story: the rows of several reports, and every fact of every lead.
 * Import ids and recorded times are not part of it.
 */
export async function wholePicture(engine: Engine, zone = 'UTC'): Promise<WholePicture> {
  const reports: (readonly ReportRow[])[] = [];
  for (const request of requests) reports.push(await engine.run(parsePlan(request, { zone, nowMs })));
  const plan = parsePlan({ metrics: ['captured'] }, { zone, nowMs });
  const leads: LeadPage['leads'][] = [];
  for (const part of ['numerator', 'excluded'] as const) {
    const cell = { metric: 'captured', dimensions: {}, part };
    leads.push((await engine.leads(plan, cell, { limit: 100_000 })).leads);
  }
  return { reports, leads, leadCount: (await engine.status()).leads };
}
