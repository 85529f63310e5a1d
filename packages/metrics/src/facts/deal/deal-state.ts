import { dayNumberOf } from '../ledger/day-number-of.ts';
import { moneyOf } from '../ledger/money-of.ts';
import type { Payload } from '../story/story.ts';

/** What was said last of an opportunity. */
export interface DealState {
  readonly owner: string | null;
  readonly company: string | null;
  readonly pipeline: string | null;
  readonly kind: string | null;
  readonly stage: string | null;
  readonly forecastCategory: string | null;
  readonly competitor: string | null;
  readonly reason: string | null;
  /** Minor units. */
  readonly amount: number | null;
  readonly currency: string | null;
  /** Planned day of closing, counted from 1970-01-01. */
  readonly closeDay: number | null;
}

/** An opportunity of which nothing was said. */
export const unsaidDeal: DealState = {
  owner: null,
  company: null,
  pipeline: null,
  kind: null,
  stage: null,
  forecastCategory: null,
  competitor: null,
  reason: null,
  amount: null,
  currency: null,
  closeDay: null,
};

const textFields = [
  'owner',
  'company',
  'pipeline',
  'kind',
  'stage',
  'forecastCategory',
  'competitor',
  'reason',
] as const satisfies readonly (keyof DealState)[];

/** What changes the pipeline, so that a new span begins. */
const spanFields = [
  'owner',
  'pipeline',
  'kind',
  'stage',
  'forecastCategory',
  'amount',
  'currency',
  'closeDay',
] as const satisfies readonly (keyof DealState)[];

/**
 * What is known after an event: an explicit null clears a value, absence leaves it (rule 13).
 * @returns the same object where the event says nothing
 */
export function tellDeal(state: DealState, payload: Payload): DealState {
  const told: Partial<Record<keyof DealState, string | number | null>> = {};
  for (const field of textFields) {
    const value = payload[field];
    if (value === null || typeof value === 'string') told[field] = value;
  }
  const { amount, closeDate } = payload;
  const money = moneyOf(amount);
  if (money !== null || amount === null) {
    told.amount = money?.amountMinor ?? null;
    told.currency = money?.currency ?? null;
  }
  if (closeDate === null) told.closeDay = null;
  else if (typeof closeDate === 'string') told.closeDay = dayNumberOf(closeDate);
  for (const _ in told) return { ...state, ...(told as Partial<DealState>) };
  return state;
}

/** Whether two states are the same in all that a span tells. */
export function isSameSpan(a: DealState, b: DealState): boolean {
  return a === b || spanFields.every((field) => a[field] === b[field]);
}
