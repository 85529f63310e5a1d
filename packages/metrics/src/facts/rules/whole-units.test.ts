import { expect, it } from 'vitest';
import { agreementWith, at } from '../deal/fixtures/story.ts';
import { wholeUnits } from './whole-units.ts';

const agreement = agreementWith({ currency: 'EUR', rates: { USD: 0.5, KWD: 300_000 } });

it('is the amount in the currency of the agreement', () => {
  expect(wholeUnits(agreement, { amountMinor: 12_345, currency: 'EUR' }, at('2026-01-01'))).toBe(123.45);
  expect(wholeUnits(agreement, { amountMinor: 1000, currency: 'USD' }, at('2026-01-01'))).toBe(5);
});

it('is not known without a rate, nor where it is more than can be told: a build goes on', () => {
  expect(wholeUnits(agreement, { amountMinor: 1000, currency: 'CHF' }, at('2026-01-01'))).toBeNull();
  const most = { amountMinor: Number.MAX_SAFE_INTEGER, currency: 'KWD' };
  expect(wholeUnits(agreement, most, at('2026-01-01'))).toBeNull();
});
