import { parsePlan, runPromises } from '@sameteam/metrics';
import { describe, expect, it } from 'vitest';
import { agreementWith } from '../support/agreements.ts';
import { accepted, amount, captured, qualified, won } from '../support/events.ts';
import { after, journey } from '../support/journey.ts';
import { onEveryEngine } from '../support/team.ts';

const agreement = agreementWith({
  windows: { default: '10d' },
  sla: {
    volume: { of: 'marketing', count: { qualified: 2, hot: 1 }, per: 'month' },
    acceptance: { of: 'sales', metric: 'mql_to_sal_rate', atLeast: 0.5 },
    deals: { of: 'sales', metric: 'bookings', atLeast: 20, atMost: 100, per: 'quarter' },
    some: { of: 'marketing', count: { qualified: 1 }, applies: { readiness: 'hot' } },
    first: { of: 'sales', from: 'lead.assigned', kept: 'lead.accepted', within: '2d' },
  },
});

/**
 * By day from 1 January 2026 on: January has three MQLs of whom one is hot and two are accepted, February one that is not
 * accepted, March two in its first days.
 */
const log = [
  captured('a', after(0)),
  qualified('a', after(2), 'hot'),
  accepted('a', after(3)),
  ...journey('b', { captured: after(1), mql: after(2), sal: after(4) }),
  ...journey('c', { captured: after(1), mql: after(20) }),
  ...journey('d', { captured: after(30), mql: after(40) }),
  ...journey('e', { captured: after(50), mql: after(60) }),
  ...journey('f', { captured: after(50), mql: after(60), sal: after(61) }),
  won('deal', after(45), ['lead/a'], amount(15)),
];
const nowMs = Date.parse(after(65));

describe('what was promised in numbers', () => {
  onEveryEngine((open) => {
    it('is kept or not in each period that is over, by the date of the stage that is counted', async () => {
      const { engine } = await open(log, { agreement });
      const { promises } = await runPromises(engine, {}, { nowMs });
      expect(promises.map(({ clause, of, readiness, kept, judged }) => [clause, of, readiness, kept, judged])).toEqual([
        ['sla.volume', 'marketing', null, 1, 2],
        ['sla.volume', 'marketing', 'hot', 1, 2],
        ['sla.acceptance', 'sales', null, 1, 2],
        ['sla.deals', 'sales', null, 0, 0],
        ['sla.some', 'marketing', null, 0, 0],
      ]);
      const shown = promises.map(({ periods }) =>
        periods.map(({ period, value, kept, why }) => [period, value, kept, why]),
      );
      expect(shown[0]).toEqual([
        ['2026-01', 3, true, null],
        ['2026-02', 1, false, null],
        ['2026-03', 2, null, 'open'],
      ]);
      expect(shown[1]).toEqual([
        ['2026-01', 1, true, null],
        ['2026-02', 0, false, null],
        ['2026-03', 0, null, 'open'],
      ]);
      expect(shown[2]).toEqual([
        ['2026-01', 2 / 3, true, null],
        ['2026-02', 0, false, null],
        ['2026-03', 0.5, null, 'open'],
      ]);
      expect(shown[3]).toEqual([['2026-Q1', 1500, null, 'open']]);
      expect(shown[4]).toEqual([]);
    });

    it('is judged of money in units of the currency, and of whole periods only', async () => {
      const { engine } = await open(log, { agreement });
      const later = { nowMs: Date.parse(after(120)) };
      const of = async (request: Parameters<typeof runPromises>[1], clause: string) =>
        (await runPromises(engine, request, later)).promises.find((promise) => promise.clause === clause);
      expect(await of({}, 'sla.deals')).toMatchObject({
        kept: 0,
        judged: 1,
        sentence:
          'sales promised Bookings of at least €20.00 and at most €100.00 each quarter. Kept in 0 of 1 quarters. Last: 2026-Q1 with €15.00.',
      });
      const cut = await of({ from: '2026-01-02', to: '2026-02-27' }, 'sla.volume');
      expect(cut?.periods.map(({ period, why }) => [period, why])).toEqual([
        ['2026-01', 'cut'],
        ['2026-02', 'cut'],
      ]);
      expect(cut?.sentence).toBe(
        'marketing promised at least 2 Qualified (MQL) each month. No month can be judged yet.',
      );
      expect((await of({}, 'sla.some'))?.sentence).toMatch(/of some leads only/);
    });

    it('counts what a report counts', async () => {
      const { engine } = await open(log, { agreement });
      const { promises } = await runPromises(engine, { to: '2026-01-31' }, { nowMs });
      const plan = parsePlan(
        { metrics: ['qualified'], anchor: 'mql', grain: 'month', to: '2026-01-31' },
        { zone: agreement.timeZone, nowMs },
      );
      expect(promises[0]?.periods.map(({ value }) => value)).toEqual(
        (await engine.run(plan)).map(({ value }) => value),
      );
    });
  });
});
