import type { FactRules } from '../rules/fact-rules.ts';
import type { LeadStory, Payload } from '../story/story.ts';
import { isOpportunityRank, ranks } from './ranks.ts';

/** Stays empty. */
const none: Set<string> = new Set();

/**
 * The opportunities that a lead is linked with, whenever that was said: named by its conversion, or naming it themselves.
 * Its story may hold others of its company.
 */
export function linkedDeals({ lead, events }: LeadStory, rules: Pick<FactRules, 'rootOf'>): ReadonlySet<string> {
  let linked = none;
  for (const event of events) {
    const { rank } = event;
    if (rank !== ranks.converted && !isOpportunityRank(rank)) continue;
    const { subject, payload } = event;
    if (rank === ranks.converted) {
      if (typeof payload.opportunity === 'string') linked = withDeal(linked, rules.rootOf(payload.opportunity));
    } else if (!linked.has(subject) && namesLead(payload, lead, rules)) linked = withDeal(linked, subject);
  }
  return linked;
}

/** Most leads have none: the set is made for the first one. */
function withDeal(linked: Set<string>, deal: string): Set<string> {
  return linked === none ? new Set([deal]) : linked.add(deal);
}

/** Whether an event of an opportunity names a lead as one that it came from. */
function namesLead({ leads, lead: one }: Payload, lead: string, { rootOf }: Pick<FactRules, 'rootOf'>): boolean {
  if (typeof one === 'string' && rootOf(one) === lead) return true;
  return Array.isArray(leads) && leads.some((named) => typeof named === 'string' && rootOf(named) === lead);
}
