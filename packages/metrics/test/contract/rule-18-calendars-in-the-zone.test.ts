import { describe, expect, it } from 'vitest';
import { agreementWith } from '../support/agreements.ts';
import { amount, captured, won } from '../support/events.ts';
import { onEveryEngine } from '../support/team.ts';

const counts = (by: string) => ({ metrics: ['captured'], by: [by] });

describe("rule 18: calendars are cut in the agreement's time zone", () => {
  onEveryEngine((open) => {
    it('cuts days at midnight in the zone, across both changes of the clocks', async () => {
      const agreement = agreementWith({ timeZone: 'Europe/Berlin' });
      const team = await open(
        [
          captured('a', '2026-03-27T22:59:59.999Z'), // 27 March, 23:59 at +01:00
          captured('b', '2026-03-27T23:00:00Z'), // 28 March, 00:00
          captured('c', '2026-03-28T23:00:00Z'), // 29 March, 00:00: this day has 23 hours
          captured('d', '2026-03-29T21:59:59.999Z'), // 29 March, 23:59 at +02:00
          captured('e', '2026-03-29T22:00:00Z'), // 30 March, 00:00
          captured('f', '2026-10-24T22:00:00Z'), // 25 October, 00:00: this day has 25 hours
          captured('g', '2026-10-25T22:59:59.999Z'), // 25 October, 23:59 at +01:00
        ],
        { agreement },
      );
      const rows = await team.table(counts('day'), 'value');
      expect(rows.filter(([, value]) => value !== 0)).toEqual([
        ['2026-03-27', 1],
        ['2026-03-28', 1],
        ['2026-03-29', 2],
        ['2026-03-30', 1],
        ['2026-10-25', 2],
      ]);
      expect(rows).toHaveLength(213); // 27 March to 25 October
    });

    it('knows days without a midnight and days that were skipped', async () => {
      const saoPaulo = await open(
        [
          captured('a', '2017-10-15T02:59:59Z'),
          captured('b', '2017-10-15T03:00:00Z'),
          captured('c', '2017-10-16T01:59:59Z'),
        ],
        { agreement: agreementWith({ timeZone: 'America/Sao_Paulo' }) },
      );
      // The clocks went from 14 October, 24:00 at -03:00, to 15 October, 01:00 at -02:00.
      expect(await saoPaulo.table(counts('day'), 'value')).toEqual([
        ['2017-10-14', 1],
        ['2017-10-15', 2],
      ]);
      const samoa = await open([captured('a', '2011-12-30T09:59:59Z'), captured('b', '2011-12-30T10:00:00Z')], {
        agreement: agreementWith({ timeZone: 'Pacific/Apia' }),
      });
      // Samoa went from 29 December, 24:00 at -10:00, to 31 December, 00:00 at +14:00.
      expect(await samoa.table(counts('day'), 'value')).toEqual([
        ['2011-12-29', 1],
        ['2011-12-30', 0],
        ['2011-12-31', 1],
      ]);
    });

    it('cuts weeks, months and years in the zone, and weeks where the agreement starts them', async () => {
      const agreement = agreementWith({ timeZone: 'America/New_York', fiscalYear: { starts: '01-01', week: 'sun' } });
      const team = await open([captured('a', '2026-01-01T04:59:59Z'), captured('b', '2026-01-01T05:00:00Z')], {
        agreement,
      });
      expect(await team.table(counts('year'), 'value')).toEqual([
        ['2025', 1],
        ['2026', 1],
      ]);
      expect(await team.table(counts('month'), 'value')).toEqual([
        ['2025-12', 1],
        ['2026-01', 1],
      ]);
      // Wednesday and Thursday of one week, which began on Sunday, 28 December.
      expect(await team.table(counts('week'), 'value')).toEqual([['2025-12-28', 2]]);
    });

    it('cuts quarters and years of a fiscal year that starts in February', async () => {
      const agreement = agreementWith({ fiscalYear: { starts: '02-01', week: 'mon' } });
      const team = await open(
        [
          captured('a', '2026-01-31'),
          captured('b', '2026-02-01'),
          captured('c', '2026-04-30'),
          captured('d', '2026-05-01'),
        ],
        { agreement },
      );
      expect(await team.table(counts('quarter'), 'value')).toEqual([
        ['FY2026-Q4', 1],
        ['FY2027-Q1', 2],
        ['FY2027-Q2', 1],
      ]);
      expect(await team.table(counts('year'), 'value')).toEqual([
        ['FY2026', 1],
        ['FY2027', 3],
      ]);
      expect(await team.names(counts('quarter'), { dimensions: { quarter: 'FY2027-Q1' } })).toEqual(['b', 'c']);
    });

    it('knows days before 1970, west of Greenwich', async () => {
      const agreement = agreementWith({ timeZone: 'America/Los_Angeles' });
      const team = await open([captured('a', '1970-01-01'), captured('b', '1970-01-01T08:00:00Z')], { agreement });
      for (const [grain, first] of [
        ['day', '1969-12-31'],
        ['month', '1969-12'],
        ['quarter', '1969-Q4'],
        ['year', '1969'],
      ] as const) {
        expect(await team.names(counts(grain), { dimensions: { [grain]: first } })).toEqual(['a']);
      }
      expect(await team.table({ ...counts('week') }, 'value')).toEqual([['1969-12-29', 2]]);
      expect(await team.names({ metrics: ['captured'], to: '1969-12-31' })).toEqual(['a']);
      expect(await team.names({ metrics: ['captured'], from: '1970-01-01' })).toEqual(['b']);
    });

    it('measures durations as time that elapsed, not as days of the calendar', async () => {
      const agreement = agreementWith({ timeZone: 'Europe/Berlin' });
      const team = await open(
        [captured('a', '2026-03-28T12:00:00+01:00'), won('o', '2026-03-29T12:00:00+02:00', ['a'])],
        { agreement },
      );
      expect(await team.table({ metrics: ['days_to_won_median'] }, 'value')).toEqual([[23 / 24]]);
    });

    it('takes as-of by its day to the end of that day in the zone', async () => {
      const agreement = agreementWith({ timeZone: 'Europe/Berlin' });
      const team = await open([captured('a', '2026-03-29T21:59:59.999Z'), captured('b', '2026-03-29T22:00:00Z')], {
        agreement,
      });
      expect(await team.table({ metrics: ['captured'], asOf: '2026-03-29' }, 'value', 'asOf')).toEqual([
        [1, '2026-03-29T21:59:59.999Z'],
      ]);
    });

    it('takes a dated rate of a currency on the day of the win in the zone', async () => {
      const agreement = agreementWith({
        timeZone: 'Europe/Berlin',
        rates: { USD: [{ rate: 0.5 }, { from: '2026-03-01', rate: 0.25 }] },
      });
      const team = await open(
        [
          won('before', '2026-02-28T22:59:59Z', [], amount(100, 'USD')),
          won('after', '2026-02-28T23:00:00Z', [], amount(100, 'USD')),
          won('home', '2026-02-28T23:00:00Z', [], amount(1)),
        ],
        { agreement },
      );
      expect(await team.table({ metrics: ['bookings'], by: ['month'] }, 'value', 'currency')).toEqual([
        ['2026-02', 5000, 'EUR'],
        ['2026-03', 2600, 'EUR'],
      ]);
    });
  });
});
