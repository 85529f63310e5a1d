import type { ImportOutcome } from '../engine.ts';
import { isOpportunityRank } from '../facts/lead/ranks.ts';
import type { LeadFacts } from './fold-leads.ts';
import { isLeadEvent } from './log.ts';
import type { VisibleLog } from './visible-log.ts';

/**
 * What is odd among the leads and opportunities that events of an import are about.
 * @param events those of the import, from one place in the log up to another
 */
export function importOutcome(
  visible: VisibleLog,
  facts: LeadFacts,
  events: { readonly from: number; readonly to: number },
): ImportOutcome {
  const { log, mask, roots } = visible;
  const rootOf = (record: number) => roots.get(record) ?? record;
  const leads = new Set<number>();
  const opportunities = new Set<number>();
  for (let event = events.from; event < events.to; event++) {
    if (mask !== null && mask[event] === 0) continue;
    const rank = log.type.at(event);
    if (isLeadEvent(rank)) leads.add(rootOf(log.subject.at(event)));
    else if (isOpportunityRank(rank)) opportunities.add(rootOf(log.subject.at(event)));
  }
  const withUnknownLeads = new Set<number>();
  const links = log.links.columns();
  for (let link = 0; link < links.event.length; link++) {
    const opportunity = rootOf(links.opportunity[link] as number);
    if (mask?.[links.event[link] as number] === 0 || !opportunities.has(opportunity)) continue;
    const lead = rootOf(links.lead[link] as number);
    leads.add(lead);
    if (facts.position[lead] === -1) withUnknownLeads.add(opportunity);
  }
  const impossible = facts.impossible();
  let impossibleOrder = 0;
  for (const lead of leads) if (impossible[facts.position[lead] as number] === 1) impossibleOrder += 1;
  return { events: log.length, leads: facts.count, impossibleOrder, unknownLeads: withUnknownLeads.size };
}
