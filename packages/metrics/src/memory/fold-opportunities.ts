import { keyScale } from '../facts/lead-fold.ts';
import { foldRanks } from '../facts/promoted.ts';
import type { LogDeal } from './log.ts';
import type { VisibleLog } from './visible-log.ts';

/** Owners of an opportunity when it was opened, when it was won, and at as-of. */
export interface OpportunityOwners {
  readonly opportunity: string | null;
  readonly won: string | null;
  readonly current: string | null;
}

/** Facts of an opportunity. Keys are NaN where there are none. */
export interface OpportunityFacts {
  readonly subject: number;
  openedKey: number;
  wonKey: number;
  amountMinor: number | null;
  currency: string | null;
  owners: OpportunityOwners;
  /** Leads that an event names for it, once each. */
  leads: readonly number[];
}

/**
 * Folds the opportunities of a visible log. A win counts from the first that no later reopening takes back; the amount
 * is the one said last.
 */
export function foldOpportunities(visible: VisibleLog): ReadonlyMap<number, OpportunityFacts> {
  const { log, mask, compare, roots } = visible;
  const facts: OpportunityFacts[] = [];
  /** Place in `facts` by subject, from 1 on. */
  const placeOf = new Int32Array(log.subjects.size);
  const time = log.timeMs.view();
  const type = log.type.view();
  const subject = log.subject.view();
  const keyOf = (event: number) => (time[event] as number) * keyScale + (type[event] as number);
  const rootOf = (record: number) => (roots.size === 0 ? record : (roots.get(record) ?? record));
  /** First deal of each, in the same order; of nearly all the only one. */
  const firsts: LogDeal[] = [];
  const several = new Map<number, LogDeal[]>();
  for (const deal of log.deals) {
    if (mask !== null && mask[deal.event] === 0) continue;
    const opportunity = rootOf(subject[deal.event] as number);
    if (placeOf[opportunity] !== 0) {
      const known = several.get(opportunity);
      if (known === undefined) several.set(opportunity, [deal]);
      else known.push(deal);
    } else {
      placeOf[opportunity] = facts.push(emptyFacts(opportunity));
      firsts.push(deal);
    }
  }
  for (let place = 0; place < facts.length; place++) {
    const of = facts[place] as OpportunityFacts;
    const first = firsts[place] as LogDeal;
    const others = several.size === 0 ? undefined : several.get(of.subject);
    if (others === undefined) {
      tellFacts(of, first, type[first.event] as number, keyOf(first.event));
      if (first.owner !== undefined) tellOwner(of, first.owner, keyOf(first.event));
      continue;
    }
    const deals = [first, ...others].sort((a, b) => compare(a.event, b.event));
    for (const deal of deals) tellFacts(of, deal, type[deal.event] as number, keyOf(deal.event));
    for (const { event, owner } of deals) if (owner !== undefined) tellOwner(of, owner, keyOf(event));
  }
  for (const link of log.links) {
    if (mask !== null && mask[link.event] === 0) continue;
    const of = facts[(placeOf[rootOf(link.opportunity)] as number) - 1];
    if (of === undefined) continue;
    const lead = rootOf(link.lead);
    if (!of.leads.includes(lead)) of.leads = of.leads === nobody ? [lead] : [...of.leads, lead];
  }
  return new Map(facts.map((of) => [of.subject, of]));
}

const nobody: readonly number[] = [];
/** One for all that have none: an object less for each opportunity. */
const noOwners: OpportunityOwners = { opportunity: null, won: null, current: null };

function emptyFacts(subject: number): OpportunityFacts {
  return {
    subject,
    openedKey: Number.NaN,
    wonKey: Number.NaN,
    amountMinor: null,
    currency: null,
    owners: noOwners,
    leads: nobody,
  };
}

function tellFacts(of: OpportunityFacts, deal: LogDeal, rank: number, key: number): void {
  if (rank === foldRanks.opened && Number.isNaN(of.openedKey)) of.openedKey = key;
  if (rank === foldRanks.won && Number.isNaN(of.wonKey)) of.wonKey = key;
  if (rank === foldRanks.reopened) of.wonKey = Number.NaN;
  if (deal.amountMinor !== undefined) {
    of.amountMinor = deal.amountMinor;
    of.currency = deal.currency;
  }
}

/** The owner is read at each stage, up to and including the event that attained it, and at as-of (rule 17). */
function tellOwner(of: OpportunityFacts, owner: string | null, key: number): void {
  const openedKey = Number.isNaN(of.openedKey) ? of.wonKey : of.openedKey;
  of.owners = {
    opportunity: key <= openedKey ? owner : of.owners.opportunity,
    won: key <= of.wonKey ? owner : of.owners.won,
    current: owner,
  };
}
