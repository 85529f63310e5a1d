import { describe, expect, it } from 'vitest';
import { agreementWith } from '../support/agreements.ts';
import { bridgeAgreement, bridgeLog } from '../support/bridge-log.ts';
import { captured, leadEvent, won } from '../support/events.ts';
import { lost, openedAt } from '../support/ledger-events.ts';
import { onEveryEngine } from '../support/team.ts';

const log = [
  captured('ann', '2026-01-01', 'email'),
  captured('ben', '2026-01-01', 'paid'),
  captured('cat', '2026-01-01', 'paid'),
  openedAt('a', '2026-01-10', 100, { leads: ['ann'] }),
  won('a', '2026-03-01', []),
  openedAt('b', '2026-01-31T23:59:59.999Z', 200, { leads: ['ben'] }),
  openedAt('c', '2026-02-01', 400, { leads: ['cat'] }),
  lost('c', '2026-02-28T23:59:59.999Z'),
  openedAt('silent', '2026-01-05', null, { leads: ['cat'] }),
];

describe('a level is what stood at a moment, whenever it began', () => {
  onEveryEngine((open) => {
    it('is of the last millisecond of each month', async () => {
      const team = await open(log);
      const request = { metrics: ['open_pipeline'], by: ['month'], from: '2026-01-01', to: '2026-04-30' };
      expect(await team.table(request, 'value', 'excluded')).toEqual([
        ['2026-01', 30_000, 1],
        ['2026-02', 30_000, 1],
        ['2026-03', 20_000, 1],
        ['2026-04', 20_000, 1],
      ]);
    });

    it('is the same whatever the period begins with', async () => {
      const team = await open(bridgeLog, { agreement: bridgeAgreement });
      for (const from of [undefined, '2026-01-01', '2026-02-10', '2026-03-31']) {
        const request = {
          metrics: ['open_pipeline'],
          by: ['month'],
          ...(from === undefined ? {} : { from }),
          to: '2026-03-31',
        };
        expect((await team.table(request, 'value')).at(-1)).toEqual(['2026-03', 28_000]);
      }
    });

    it("ends with the agreement's day, not with that of UTC", async () => {
      const team = await open(log, { agreement: agreementWith({ timeZone: 'Asia/Tokyo' }) });
      // b was opened on 1 February, 08:59 there, and c lost on 1 March.
      const request = { metrics: ['open_pipeline'], by: ['month'], from: '2026-01-01', to: '2026-02-28' };
      expect(await team.table(request, 'value')).toEqual([
        ['2026-01', 10_000],
        ['2026-02', 70_000],
      ]);
    });

    it('is left at as-of: what closes later is still open', async () => {
      const team = await open(log);
      const request = { metrics: ['open_pipeline'], by: ['source.channel'], asOf: '2026-02-28T12:00:00Z' };
      expect(await team.table(request, 'value')).toEqual([
        ['email', 10_000],
        ['paid', 60_000],
      ]);
    });

    it('counts what exclusions of the agreement take out while it stands', async () => {
      const agreement = agreementWith({
        // biome-ignore lint/suspicious/noThenProperty: the word of the document; it is data and never awaited
        exclusions: [{ id: 'out', when: { field: 'source.channel', is: 'paid' }, then: 'disqualify' }],
      });
      const team = await open(log, { agreement });
      const request = { metrics: ['open_pipeline'], by: ['month'], from: '2026-01-01', to: '2026-03-31' };
      // b, c while it is open, and silent
      expect(await team.table(request, 'value', 'excluded')).toEqual([
        ['2026-01', 10_000, 2],
        ['2026-02', 10_000, 2],
        ['2026-03', 0, 2],
      ]);
    });

    it('leads down to the leads of what stood there', async () => {
      const team = await open([...log, leadEvent('captured', 'nobody', '2026-01-01')]);
      const request = {
        metrics: ['open_pipeline', 'opening_pipeline'],
        by: ['month'],
        from: '2026-01-15',
        to: '2026-03-31',
      };
      const names = (metric: string, month: string, part: 'numerator' | 'excluded' = 'numerator') =>
        team.names(request, { metric, dimensions: { month }, part });
      expect(await names('open_pipeline', '2026-01')).toEqual(['ann', 'ben']);
      expect(await names('open_pipeline', '2026-02')).toEqual(['ann', 'ben']);
      expect(await names('open_pipeline', '2026-03')).toEqual(['ben']);
      expect(await names('open_pipeline', '2026-03', 'excluded')).toEqual(['cat']);
      // The first month begins with the period, on the 15th.
      expect(await names('opening_pipeline', '2026-01')).toEqual(['ann']);
      expect(await names('opening_pipeline', '2026-02')).toEqual(['ann', 'ben']);
      expect(await names('opening_pipeline', '2026-03')).toEqual(['ann', 'ben']);
    });
  });
});
