import type { EventType } from '@sameteam/model';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { StoryEvent } from '../story/story.ts';
import { agreementWith, rulesOf, said } from './fixtures/story.ts';
import { foldOpportunity } from './fold-opportunity.ts';

const rules = rulesOf(agreementWith());
const types: readonly EventType[] = [
  'opportunity.opened',
  'opportunity.changed',
  'opportunity.moved',
  'opportunity.reopened',
  'opportunity.won',
  'opportunity.lost',
];

const story = fc
  .array(
    fc.record({
      type: fc.constantFrom(...types),
      time: fc.integer({ min: 0, max: 20 }),
      stage: fc.constantFrom('a', 'b', undefined),
      amount: fc.constantFrom(null, undefined, 100, 250),
    }),
    { maxLength: 14 },
  )
  .map((events) =>
    events
      .map(({ type, time, stage, amount }): StoryEvent => {
        const money = amount == null ? amount : { amountMinor: amount, currency: 'EUR' };
        const payload = {
          ...(stage === undefined ? {} : { stage }),
          ...(money === undefined ? {} : { amount: money }),
        };
        return { ...said(type, '2026-01-01', payload), timeMs: time * 1000 };
      })
      .sort((a, b) => a.timeMs - b.timeMs || a.rank - b.rank),
  );

/** Stage and amount at an instant, read from the events up to it alone; `null` while it is not open. */
function snapshot(events: readonly StoryEvent[], atMs: number): string | null {
  const known = events.filter(({ timeMs }) => timeMs <= atMs);
  const rankOf = (type: EventType) => said(type, '2026-01-01').rank;
  const isOf = (type: EventType) => (event: StoryEvent) => event.rank === rankOf(type);
  const reopened = known.findLastIndex(isOf('opportunity.reopened'));
  const since = known.slice(reopened + 1);
  const isClosed = since.some(isOf('opportunity.won')) || since.some(isOf('opportunity.lost'));
  const isOpened = reopened !== -1 || known.some(isOf('opportunity.opened'));
  if (!isOpened || isClosed) return null;
  const stage = known.findLast(({ payload }) => 'stage' in payload)?.payload.stage ?? null;
  const amount = known.findLast(({ payload }) => 'amount' in payload)?.payload.amount ?? null;
  return JSON.stringify([stage, amount === null ? null : (amount as { readonly amountMinor: number }).amountMinor]);
}

it('sum up to what was open at any instant: those that began by then without those that were left', () => {
  fc.assert(
    fc.property(story, fc.integer({ min: -1, max: 21 }), (events, second) => {
      const atMs = second * 1000 + 500;
      const { spans } = foldOpportunity({ opportunity: 'opportunity/o', events, leads: [] }, rules);
      const open = spans.filter((span) => (span.at_began as number) <= atMs && (span.at_left ?? Infinity) > atMs);
      const shown = open.map(({ stage, amount }) => JSON.stringify([stage, amount]));
      const now = snapshot(events, atMs);
      expect(shown).toEqual(now === null ? [] : [now]);
    }),
    { numRuns: 3000, endOnFailure: true },
  );
}, 60_000);

it('follow one another: what is left by a change begins again at the same instant', () => {
  fc.assert(
    fc.property(story, (events) => {
      const { spans } = foldOpportunity({ opportunity: 'opportunity/o', events, leads: [] }, rules);
      for (const [index, span] of spans.entries()) {
        const next = spans[index + 1];
        expect((span.at_left ?? Infinity) >= (span.at_began as number)).toBe(true);
        if (span.left === 'changed') expect([next?.began, next?.at_began]).toEqual(['changed', span.at_left]);
        else if (next !== undefined) expect(next.began).toBe('reopened');
        expect(span.at_left === null).toBe(span.left === null);
        if (span.left === null) expect(next).toBeUndefined();
      }
    }),
    { numRuns: 2000, endOnFailure: true },
  );
}, 60_000);
