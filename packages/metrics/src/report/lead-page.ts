import { stages } from '@sameteam/model';
import type { LeadPage, LeadRow } from '../engine.ts';
import { leadCursor, parseLeadCursor } from '../plan/lead-cursor.ts';
import type { FactReducer, LeadFactRow, LogBounds, SubjectQuery } from '../plan/reduction.ts';

/** A page of the leads behind queries, or of all leads, in the order of their capture, then of their subject. */
export async function leadPage(
  reducer: FactReducer,
  queries: readonly SubjectQuery[] | null,
  bounds: LogBounds,
  page: { readonly after?: string; readonly limit: number },
): Promise<LeadPage> {
  const after = page.after === undefined ? null : parseLeadCursor(page.after);
  // One more than is shown says whether there is another page.
  const { leads, total } = await reducer.leads(queries, bounds, { after, limit: page.limit + 1 });
  const shown = leads.slice(0, page.limit);
  const last = shown.at(-1);
  const hasNext = leads.length > shown.length && last !== undefined;
  return {
    leads: shown.map(leadRow),
    total,
    next: hasNext ? leadCursor({ capturedMs: last.at_captured, lead: last.lead ?? '' }) : null,
  };
}

function leadRow(lead: LeadFactRow): LeadRow {
  return {
    lead: lead.lead ?? '',
    source: {
      channel: lead.channel,
      medium: lead.medium,
      campaign: lead.campaign,
      landingPage: lead.landing_page,
      motion: lead.motion,
    },
    segment: lead.segment,
    owner: lead.owner_at_now,
    readiness: lead.readiness_at_now,
    stages: Object.fromEntries(stages.map((stage) => [stage, instant(lead[`at_${stage}`])])),
    implied: stages.filter((_, index) => ((lead.implied ?? 0) & (1 << index)) !== 0),
    impossibleOrder: lead.impossible === 1,
  };
}

function instant(timeMs: number | null): string | null {
  return timeMs === null ? null : new Date(timeMs).toISOString();
}
