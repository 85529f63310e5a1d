import type { FactRules } from '../rules/fact-rules.ts';
import type { FactRowOf } from '../schema/fact-schema.ts';
import type { StoryEvent } from '../story/story.ts';
import { dayNumberOf } from './day-number-of.ts';
import { dayStarts } from './day-starts.ts';
import { moneyOf } from './money-of.ts';
import { splitAmount } from './split-amount.ts';

/**
 * The rows of a cost: one for each local day of its period, whose amounts add up to it and differ by at most one minor unit. A
 * day without any of it has no row; a cost of nothing has one, on its first day. A period told backwards is the same period.
 * @returns no rows for an event without cost or period
 */
export function foldSpend({ subject, payload }: StoryEvent, rules: FactRules): readonly FactRowOf<'spend'>[] {
  const cost = moneyOf(payload.cost);
  const from = typeof payload.from === 'string' ? dayNumberOf(payload.from) : null;
  const to = typeof payload.to === 'string' ? dayNumberOf(payload.to) : null;
  if (cost === null || from === null || to === null) return [];
  const id = subject.slice(subject.indexOf('/') + 1);
  const common = {
    excluded: null,
    segment: null,
    campaign: rules.campaignOf(id),
    channel: rules.channelOf(id),
    currency: cost.currency,
  };
  const first = Math.min(from, to);
  const amounts = splitAmount(cost.amountMinor, Math.abs(to - from) + 1);
  const starts = dayStarts({ first, last: Math.max(from, to) }, rules.timeZone);
  const rows: FactRowOf<'spend'>[] = [];
  for (const [day, amount] of amounts.entries()) {
    if (amount === 0 && !(cost.amountMinor === 0 && day === 0)) continue;
    rows.push({ ...common, at_spent: starts[day] as number, amount });
  }
  return rows;
}
