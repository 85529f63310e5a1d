import { expect, it } from 'vitest';
import { agreementWith, at, euros, rulesOf, said } from '../deal/fixtures/story.ts';
import { factSchema } from '../schema/fact-schema.ts';
import type { Payload } from '../story/story.ts';
import { foldSpend } from './fold-spend.ts';

const rules = rulesOf(agreementWith({ timeZone: 'Europe/Berlin' }), {
  common: { events: [said('campaign.planned', '2026-01-01', { channel: 'paid_search' }, 'campaign/spring')] },
});
const spend = (payload: Payload, subject = 'campaign/spring') =>
  foldSpend(said('campaign.spent', '2026-04-02', payload, subject), rules);

it('gives each local day of the period its part, which add up', () => {
  const rows = spend({ cost: euros(1), from: '2026-03-28', to: '2026-03-30' });
  expect(rows.map(({ at_spent, amount }) => [new Date(at_spent as number).toISOString(), amount])).toEqual([
    ['2026-03-27T23:00:00.000Z', 33],
    ['2026-03-28T23:00:00.000Z', 33],
    ['2026-03-29T22:00:00.000Z', 34],
  ]);
  expect(Object.keys(rows[0] ?? {}).sort()).toEqual(Object.keys(factSchema.spend).sort());
  expect(rows[0]).toMatchObject({ campaign: 'spring', channel: 'paid_search', currency: 'EUR', excluded: null });
});

it('is grouped by the name of its campaign, which a capture may say as well', () => {
  const plan = (name: string | null) => said('campaign.planned', '2026-01-01', { name }, 'campaign/spring');
  const campaignBy = (...plans: readonly ReturnType<typeof plan>[]) => {
    const named = rulesOf(agreementWith(), { common: { events: plans } });
    const event = said(
      'campaign.spent',
      '2026-02-01',
      { cost: euros(1), from: '2026-01-01', to: '2026-01-01' },
      'campaign/spring',
    );
    return [foldSpend(event, named)[0]?.campaign, named.campaignOf('spring'), named.campaignOf('Spring fair')];
  };
  expect(campaignBy()).toEqual(['spring', 'spring', 'Spring fair']);
  expect(campaignBy(plan('Spring'), plan('Spring fair'))).toEqual(['Spring fair', 'Spring fair', 'Spring fair']);
  expect(campaignBy(plan('Spring fair'), plan(null))).toEqual(['spring', 'spring', 'Spring fair']);
});

it('has no row for a day without a part, and one for a cost of nothing', () => {
  const few = spend({ cost: { amountMinor: -1, currency: 'EUR' }, from: '2026-01-01', to: '2026-12-31' }, 'campaign/x');
  expect(few).toMatchObject([{ amount: -1, channel: null, campaign: 'x' }]);
  expect(spend({ cost: euros(0), from: '2026-01-01', to: '2026-01-31' })).toMatchObject([
    { amount: 0, at_spent: at('2025-12-31T23:00:00Z') },
  ]);
});

it('reads a period backwards as well, and nothing of an event without cost or period', () => {
  const period = { from: '2026-02-03', to: '2026-02-01' };
  expect(spend({ cost: euros(3), ...period }).map(({ amount }) => amount)).toEqual([100, 100, 100]);
  expect(spend(period)).toEqual([]);
  expect(spend({ cost: euros(3) })).toEqual([]);
});
