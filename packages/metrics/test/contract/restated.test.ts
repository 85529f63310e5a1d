import { metricIds } from '@sameteam/metrics';
import type { LeadEvent } from '@sameteam/model';
import { describe, expect, it } from 'vitest';
import { bridgeAgreement, bridgeLog } from '../support/bridge-log.ts';
import { amount, captured, linked, qualified, retracted, stageReset, won } from '../support/events.ts';
import { journey } from '../support/journey.ts';
import { spent } from '../support/ledger-events.ts';
import { onEveryEngine } from '../support/team.ts';

const ann = journey('ann', { captured: '2026-01-05', mql: '2026-01-07', sal: '2026-01-09', channel: 'email' });
const ben = journey('ben', { captured: '2026-02-05', mql: '2026-03-07', won: '2026-03-09', channel: 'paid' });

/** What was known of the first quarter when its report was made, on 5 April. */
const known: readonly LeadEvent[] = [...ann, ...ben, ...bridgeLog, spent('spring', ['2026-01-01', '2026-03-31'], 900)];

const reportedMs = Date.UTC(2026, 3, 5);
const reported = new Date(reportedMs).toISOString();
const quarter = { from: '2026-01-01', to: '2026-03-31', asOf: reported } as const;
const dayMs = 86_400_000;

describe('a report of the past', () => {
  onEveryEngine((open) => {
    it('is equal to the bit when it is asked for again with the same as-of and known-at, whatever came since', async () => {
      const team = await open([], { agreement: bridgeAgreement });
      await team.import(known, { recordedMs: reportedMs - dayMs });
      const asked = [
        { metrics: metricIds, ...quarter, knownAt: reported },
        {
          metrics: ['captured', 'qualified', 'lead_to_win_rate', 'bookings'],
          by: ['source.channel', 'month'],
          ...quarter,
          knownAt: reported,
        },
        { metrics: ['open_pipeline', 'bookings', 'pipeline_created'], by: ['month'], ...quarter, knownAt: reported },
      ];
      const reports = () => Promise.all(asked.map((request) => team.report(request)));
      const before = await reports();
      expect(before.flat().every(({ restated }) => restated === 0)).toBe(true);
      await team.import(
        [
          // Late: it happened in the quarter.
          ...journey('cat', { captured: '2026-01-20', won: '2026-02-20', channel: 'email' }),
          won('late', '2026-02-01', ['ann'], amount(77)),
          linked('ann', '2026-03-01', 'ben'),
          stageReset('ann', '2026-01-08', 'captured', 'correction'),
          spent('spring', ['2026-02-01', '2026-02-28'], 5),
          // After the quarter.
          ...journey('dan', { captured: '2026-05-01', mql: '2026-05-02' }),
          won('c', '2026-05-03', []),
        ],
        { recordedMs: reportedMs + 30 * dayMs },
      );
      await team.import([retracted(ben[0] as LeadEvent, '2026-03-20')], { recordedMs: reportedMs + 60 * dayMs });
      expect(await reports()).toEqual(before);
      await team.undo('i2');
      expect(await reports()).toEqual(before);
    });

    it('is restated with as-of alone, and says by how many events', async () => {
      const team = await open();
      await team.import([captured('ann', '2026-01-05'), qualified('ann', '2026-01-07')], {
        recordedMs: reportedMs - dayMs,
      });
      const request = { metrics: ['captured', 'captured_to_mql_rate'], ...quarter };
      const fields = ['value', 'restated'] as const;
      expect(await team.table(request, ...fields)).toEqual([
        [1, 0],
        [1, 0],
      ]);
      // Two late events, and two of after as-of: those restate nothing.
      const late = [captured('ben', '2026-02-01'), captured('cat', '2026-03-01')];
      const later = [captured('dan', '2026-04-06'), qualified('ben', '2026-04-06')];
      await team.import([...late, ...later], { recordedMs: reportedMs + dayMs });
      expect(await team.table(request, ...fields)).toEqual([
        [3, 2],
        [1 / 3, 2],
      ]);
      // What was sent again brings nothing.
      await team.import(late, { recordedMs: reportedMs + 2 * dayMs });
      expect(await team.table(request, ...fields)).toEqual([
        [3, 2],
        [1 / 3, 2],
      ]);
      // What was taken back restates nothing any more.
      await team.undo('i2');
      expect(await team.table(request, ...fields)).toEqual([
        [1, 0],
        [1, 0],
      ]);
    });

    it('counts what was recorded after as-of, not at it', async () => {
      const team = await open();
      await team.import([captured('first', '2026-01-02')], { recordedMs: reportedMs - dayMs });
      await team.import([captured('ann', '2026-01-05')], { recordedMs: reportedMs });
      const counted = async (asOfMs: number) =>
        team.table({ metrics: ['captured'], asOf: new Date(asOfMs).toISOString() }, 'value', 'restated');
      expect(await counted(reportedMs)).toEqual([[2, 0]]);
      expect(await counted(reportedMs - 1)).toEqual([[2, 1]]);
      // Nothing had been recorded by then: there was no number that could be restated.
      expect(await counted(reportedMs - 2 * dayMs)).toEqual([[2, 0]]);
    });
  });
});
