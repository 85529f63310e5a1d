import { eventRank } from '@sameteam/model';
import { dayNumberOf } from '../ledger/day-number-of.ts';
import { moneyOf, type SaidMoney } from '../ledger/money-of.ts';
import type { Payload, StoryEvent } from '../story/story.ts';

/** A change after the sale, as it was said. */
export interface SaidChange {
  readonly atMs: number;
  readonly kind: string | null;
  readonly delta: SaidMoney | null;
  readonly reason: string | null;
  readonly product: string | null;
  /** The deal behind it, as it was named. */
  readonly opportunity: string | null;
}

/** What the events of a company itself come to. */
export interface CompanyHistory {
  readonly changes: readonly SaidChange[];
  /** First churn after which nothing was said of a customer. */
  readonly churnedMs: number | null;
  /** Last day of the term, said last; counted from 1970-01-01. */
  readonly termEndDay: number | null;
  readonly employees: number | null;
  readonly industry: string | null;
  readonly country: string | null;
}

const ranks = { updated: eventRank('company.updated'), changed: eventRank('customer.changed') } as const;

/**
 * Folds the events of a company in one pass. A churn holds until the customer does something else, or buys again.
 * @param events in the total order of events
 * @param winsMs instants of its wins, in any order
 */
export function companyHistory(events: readonly StoryEvent[], winsMs: readonly number[]): CompanyHistory {
  const changes: SaidChange[] = [];
  let lastWinMs = Number.NEGATIVE_INFINITY;
  for (const winMs of winsMs) if (winMs > lastWinMs) lastWinMs = winMs;
  let churnedMs: number | null = null;
  let termEndDay: number | null = null;
  const facts: { employees: number | null; industry: string | null; country: string | null } = {
    employees: null,
    industry: null,
    country: null,
  };
  for (const { rank, timeMs, payload } of events) {
    if (rank === ranks.updated) tellFacts(facts, payload);
    if (rank !== ranks.changed) continue;
    const change = saidChange(timeMs, payload);
    changes.push(change);
    if (change.kind !== 'churn') churnedMs = null;
    else if (timeMs >= lastWinMs) churnedMs ??= timeMs;
    const { termEnd } = payload;
    if (termEnd === null) termEndDay = null;
    else if (typeof termEnd === 'string') termEndDay = dayNumberOf(termEnd);
  }
  return { changes, churnedMs, termEndDay, ...facts };
}

function saidChange(atMs: number, { kind, delta, reason, product, opportunity }: Payload): SaidChange {
  return {
    atMs,
    kind: textOf(kind),
    delta: moneyOf(delta),
    reason: textOf(reason),
    product: textOf(product),
    opportunity: textOf(opportunity),
  };
}

function tellFacts(
  facts: { employees: number | null; industry: string | null; country: string | null },
  { employees, industry, country }: Payload,
): void {
  if (employees === null || typeof employees === 'number') facts.employees = employees;
  if (industry === null || typeof industry === 'string') facts.industry = industry;
  if (country === null || typeof country === 'string') facts.country = country;
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
