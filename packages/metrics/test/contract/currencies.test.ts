import { describe, expect, it } from 'vitest';
import { agreementWith } from '../support/agreements.ts';
import { amount, won } from '../support/events.ts';
import { onEveryEngine } from '../support/team.ts';

const max = Number.MAX_SAFE_INTEGER;
const minor = (amountMinor: number, currency = 'EUR') => ({ amount: { amountMinor, currency } });

describe('two currencies are never added without a declared rate', () => {
  onEveryEngine((open) => {
    const bookings = { metrics: ['bookings'] };

    it('converts by the rate of the agreement', async () => {
      const agreement = agreementWith({ rates: { USD: 0.92, JPY: 0.006 } });
      const team = await open(
        [
          won('a', '2026-01-01', [], amount(10)),
          won('b', '2026-01-01', [], amount(10, 'USD')),
          won('c', '2026-01-02', [], minor(1000, 'JPY')),
        ],
        { agreement },
      );
      // 10.00 EUR, 9.20 EUR and, yen having no minor unit, 6.00 EUR.
      expect(await team.table(bookings, 'value', 'numerator', 'currency')).toEqual([[2520, 2520, 'EUR']]);
    });

    it('refuses a currency without a rate, by name, and only where it is asked for', async () => {
      const team = await open([won('a', '2026-01-01', [], amount(10)), won('b', '2026-02-01', [], amount(10, 'CHF'))]);
      await expect(team.report(bookings)).rejects.toThrow(
        'Amounts in CHF cannot be added to EUR: the agreement declares no rate. Add it under rates, for example rates: { CHF: 0.92 }.',
      );
      expect(await team.table({ ...bookings, to: '2026-01-31' }, 'value')).toEqual([[1000]]);
      expect(await team.table({ metrics: ['won'] }, 'value')).toEqual([[0]]);
    });

    it('takes negative amounts, as a cancelled part of a deal', async () => {
      const team = await open([won('a', '2026-01-01', [], amount(10)), won('b', '2026-01-01', [], amount(-3))]);
      expect(await team.table(bookings, 'value')).toEqual([[700]]);
    });

    it('gives a sum up to 2^53 - 1 exactly, also where it passes that on the way', async () => {
      const team = await open([won('a', '2026-01-01', [], minor(max - 1)), won('b', '2026-01-01', [], minor(1))]);
      expect(await team.table(bookings, 'value')).toEqual([[max]]);
      await team.import([won('c', '2026-01-01', [], minor(max - 2)), won('d', '2026-01-01', [], minor(-max))]);
      expect(await team.table(bookings, 'value')).toEqual([[max - 2]]);
    });

    it('refuses a sum beyond it, in its own currency and converted', async () => {
      const tooLarge = { code: 'sum-too-large' };
      const team = await open([won('a', '2026-01-01', [], minor(max)), won('b', '2026-01-01', [], minor(1))]);
      await expect(team.report(bookings)).rejects.toMatchObject(tooLarge);
      const foreign = await open([won('a', '2026-01-01', [], minor(max, 'USD'))], {
        agreement: agreementWith({ rates: { USD: 2 } }),
      });
      await expect(foreign.report(bookings)).rejects.toMatchObject(tooLarge);
    });
  });
});
