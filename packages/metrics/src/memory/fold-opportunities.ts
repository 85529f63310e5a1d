import { keyScale } from '../facts/lead-fold.ts';
import { foldRanks } from '../facts/promoted.ts';
import { isLeadEvent } from './log.ts';
import type { VisibleLog } from './visible-log.ts';

/** Facts of an opportunity. Keys and times are NaN where there are none. */
export interface OpportunityFacts {
  readonly subject: number;
  openedKey: number;
  wonKey: number;
  amountMinor: number | null;
  currency: string | null;
  owner: string | null;
  /** Leads that an event names for it, once each. */
  readonly leads: Set<number>;
}

/**
 * Folds the opportunities of a visible log. A win counts from the first that no later reopening takes back; amount
 * and owner are those said last.
 */
export function foldOpportunities({ log, mask, compare, roots }: VisibleLog): ReadonlyMap<number, OpportunityFacts> {
  const facts = new Map<number, OpportunityFacts>();
  const time = log.timeMs.view();
  const type = log.type.view();
  const subject = log.subject.view();
  const factsOf = (opportunity: number): OpportunityFacts => {
    const known = facts.get(opportunity);
    if (known !== undefined) return known;
    const made: OpportunityFacts = {
      subject: opportunity,
      openedKey: Number.NaN,
      wonKey: Number.NaN,
      amountMinor: null,
      currency: null,
      owner: null,
      leads: new Set(),
    };
    facts.set(opportunity, made);
    return made;
  };
  const visible = log.deals
    .filter(({ event }) => mask === null || mask[event] === 1)
    .sort((a, b) => compare(a.event, b.event));
  for (const deal of visible) {
    const of = factsOf(subject[deal.event] as number);
    const rank = type[deal.event] as number;
    const key = (time[deal.event] as number) * keyScale + rank;
    if (rank === foldRanks.opened && Number.isNaN(of.openedKey)) of.openedKey = key;
    if (rank === foldRanks.won && Number.isNaN(of.wonKey)) of.wonKey = key;
    if (rank === foldRanks.reopened) of.wonKey = Number.NaN;
    if (deal.amountMinor !== undefined) {
      of.amountMinor = deal.amountMinor;
      of.currency = deal.currency;
    }
    if (deal.owner !== undefined) of.owner = deal.owner;
  }
  for (const link of log.links) {
    if (mask !== null && mask[link.event] === 0) continue;
    const of = isLeadEvent(type[link.event] as number) ? facts.get(link.opportunity) : factsOf(link.opportunity);
    of?.leads.add(roots.get(link.lead) ?? link.lead);
  }
  return facts;
}
