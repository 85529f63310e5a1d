import type { FactRules } from '../rules/fact-rules.ts';
import type { LeadStory } from '../story/story.ts';
import { linkedDeals } from './linked-deals.ts';
import { isOpportunityRank } from './ranks.ts';

/** Whose events in a story are the lead's: a story also has those of its company. */
export interface LeadScope {
  readonly lead: string;
  /** Opportunities that it is linked with. */
  readonly deals: ReadonlySet<string>;
  /** Those of them that meetings and tasks are counted with it: an opportunity of several leads has them once. */
  readonly ownDeals: ReadonlySet<string>;
}

/** Finds whose events are the lead's. O(events). */
export function leadScope(story: LeadStory, rules: Pick<FactRules, 'rootOf'>): LeadScope {
  const deals = linkedDeals(story, rules);
  return { lead: story.lead, deals, ownDeals: deals.size === 0 ? deals : ownDeals(story, deals, rules) };
}

/** Whether a meeting, task or program about a record is one of the lead: about itself, its contact or its opportunity. */
export function isLeadsOwn({ lead, ownDeals }: LeadScope, subject: string): boolean {
  return subject === lead || subject.startsWith('contact/') || ownDeals.has(subject);
}

/** Without the opportunities that name another lead before this one. */
function ownDeals(
  { lead, events }: LeadStory,
  deals: ReadonlySet<string>,
  { rootOf }: Pick<FactRules, 'rootOf'>,
): ReadonlySet<string> {
  const first = new Map<string, string>();
  for (const { rank, subject, payload } of events) {
    if (!isOpportunityRank(rank) || first.has(subject) || !deals.has(subject)) continue;
    const named = Array.isArray(payload.leads) ? (payload.leads[0] as unknown) : payload.lead;
    if (typeof named === 'string') first.set(subject, rootOf(named));
  }
  return new Set([...deals].filter((deal) => (first.get(deal) ?? lead) === lead));
}
