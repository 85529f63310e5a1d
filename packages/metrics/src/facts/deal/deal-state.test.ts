import { expect, it } from 'vitest';
import { isSameSpan, tellDeal, unsaidDeal } from './deal-state.ts';

it('keeps what is not said, clears what is null, and ignores what has no place here', () => {
  const state = tellDeal(unsaidDeal, {
    stage: 'a',
    amount: { amountMinor: 5, currency: 'USD' },
    closeDate: '1970-01-03',
  });
  expect(state).toMatchObject({ stage: 'a', amount: 5, currency: 'USD', closeDay: 2, owner: null });
  expect(tellDeal(state, { leads: ['lead/1'] })).toBe(state);
  expect(tellDeal(state, { amount: null, closeDate: null })).toMatchObject({
    stage: 'a',
    amount: null,
    currency: null,
    closeDay: null,
  });
});

it('tells a new span by what the pipeline shows, not by competitor, reason or company', () => {
  const state = tellDeal(unsaidDeal, { stage: 'a' });
  expect(isSameSpan(state, tellDeal(state, { competitor: 'globex', reason: 'x', company: 'company/a' }))).toBe(true);
  for (const said of [{ owner: 'ann' }, { kind: 'new' }, { pipeline: 'p' }, { forecastCategory: 'commit' }]) {
    expect(isSameSpan(state, tellDeal(state, said))).toBe(false);
  }
});
