import { compareUtf8, stages } from '@sameteam/model';
import type { OpportunityPage } from '../engine.ts';
import type { FactTable } from './fact-table.ts';
import type { LeadFacts } from './fold-leads.ts';
import type { OpportunityFacts } from './fold-opportunities.ts';
import type { MemoryLog } from './log.ts';

/** The facts of a generation, put together for a list of opportunities. */
export interface OpportunityView {
  readonly log: MemoryLog;
  readonly facts: LeadFacts;
  readonly opportunities: ReadonlyMap<number, OpportunityFacts>;
  readonly deals: FactTable;
}

/** A page of opportunities in the order of their subjects. */
export function opportunityPage(
  { log, facts, opportunities, deals }: OpportunityView,
  { after, limit }: { readonly after?: string; readonly limit: number },
): OpportunityPage {
  const opened = deals.timeMs(stages.indexOf('opportunity'));
  const won = deals.timeMs(stages.indexOf('won'));
  const instant = (ms: number | undefined) =>
    ms === undefined || Number.isNaN(ms) ? null : new Date(ms).toISOString();
  const ordered = [...opportunities.values()]
    .map((of, row) => ({ of, row, opportunity: log.subjects.text(of.subject) as string }))
    .filter(({ opportunity }) => after === undefined || compareUtf8(opportunity, after) > 0)
    .sort((a, b) => compareUtf8(a.opportunity, b.opportunity));
  const shown = ordered.slice(0, limit);
  return {
    opportunities: shown.map(({ of, row, opportunity }) => {
      const lead = deals.lead[row] as number;
      return {
        opportunity,
        lead: lead === -1 ? null : log.subjects.text(facts.subject[lead] as number),
        openedAt: instant(opened[row]),
        wonAt: instant(won[row]),
        amountMinor: of.amountMinor,
        currency: of.currency,
        owner: of.owners.current,
      };
    }),
    total: opportunities.size,
    next: ordered.length > shown.length ? (shown[shown.length - 1]?.opportunity ?? null) : null,
  };
}
