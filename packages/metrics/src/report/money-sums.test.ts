import { describe, expect, it } from 'vitest';
import { agreementWith } from '../../test/support/agreements.ts';
import { dayNumber } from '../plan/calendar.ts';
import { groupKey } from '../plan/group-addresses.ts';
import { moneySums, startOfDay } from './money-sums.ts';

const agreement = agreementWith({
  timeZone: 'Europe/Berlin',
  rates: {
    USD: [
      { from: '2026-01-01', rate: 0.9 },
      { from: '2026-02-01', rate: 0.8 },
    ],
  },
});
const rules = { agreement, metric: 'bookings', scale: 1 };
const amounts = (amount: number, currency: string | null, day: string | null, dimensions: readonly string[] = []) => ({
  dimensions,
  bucket: null,
  currency,
  day: day === null ? null : dayNumber(day),
  amount,
});
const key = (dimensions: readonly string[] = []) => groupKey({ dimensions, bucket: null });

describe('moneySums', () => {
  it('adds amounts by group, each currency at the rate of its local day', () => {
    const sums = moneySums(
      [
        amounts(1000, 'EUR', null, ['a']),
        amounts(100, 'USD', '2026-01-31', ['a']),
        amounts(100, 'USD', '2026-02-01', ['a']),
        amounts(50, 'EUR', null, ['b']),
      ],
      rules,
    );
    expect([...sums]).toEqual([
      [key(['a']), 1170],
      [key(['b']), 50],
    ]);
  });

  it('takes an amount without a currency as one of the agreement', () => {
    expect(moneySums([amounts(7, null, null)], rules).get(key())).toBe(7);
  });

  it('cuts a part of a minor unit off the whole sum, towards zero', () => {
    const thousandths = { ...rules, scale: 1000 };
    // 1 cent at 600 ‰ and 1 cent at 600 ‰ are 1.2 cents, not two times nothing.
    expect(moneySums([amounts(600, 'EUR', null), amounts(600, 'EUR', null)], thousandths).get(key())).toBe(1);
    expect(moneySums([amounts(-1200, 'EUR', null)], thousandths).get(key())).toBe(-1);
  });

  it('refuses a currency without a rate on that day, and a sum that is no exact number', () => {
    expect(() => moneySums([amounts(1, 'GBP', '2026-01-05')], rules)).toThrow(
      expect.objectContaining({ code: 'no-rate' }),
    );
    expect(() => moneySums([amounts(1, 'USD', '2025-12-31')], rules)).toThrow(
      expect.objectContaining({ code: 'no-rate' }),
    );
    expect(() =>
      moneySums(
        [amounts(1, 'GBP', '2026-01-05'), amounts(1, 'CHF', '2026-01-05'), amounts(1, 'GBP', '2026-01-06')],
        rules,
      ),
    ).toThrow(/^Amounts in CHF, GBP cannot be added to EUR: .* Add them under rates, .*CHF: 0.92, GBP: 0.92/);
    const half = 2 ** 52;
    expect(() => moneySums([amounts(half, 'EUR', null), amounts(half, 'EUR', null)], rules)).toThrow(
      expect.objectContaining({ code: 'sum-too-large' }),
    );
  });
});

describe('startOfDay', () => {
  it('is the first moment of a local day, across daylight-saving changes', () => {
    expect(new Date(startOfDay(dayNumber('2026-03-29'), 'Europe/Berlin')).toISOString()).toBe(
      '2026-03-28T23:00:00.000Z',
    );
    expect(new Date(startOfDay(dayNumber('2026-03-30'), 'Europe/Berlin')).toISOString()).toBe(
      '2026-03-29T22:00:00.000Z',
    );
  });
});
