import { describe, expect, it } from 'vitest';
import { captured, handedOff, opened, qualified, won } from '../support/events.ts';
import { journey } from '../support/journey.ts';
import { onEveryEngine } from '../support/team.ts';

/** ann skipped the MQL and the hand-off; ben skipped nothing; cat was never captured. */
const log = [
  ...journey('ann', { captured: '2026-01-01', sal: '2026-01-11' }),
  ...journey('ben', { captured: '2026-01-01', mql: '2026-01-03', handed_off: '2026-01-04', sal: '2026-01-05' }),
  ...journey('cat', { mql: '2026-02-03' }),
];

describe('rule 19: a skipped stage counts as passed at the later stage, marked and left out of times', () => {
  onEveryEngine((open) => {
    it('counts the skipped stages, and says how many they are', async () => {
      const team = await open(log);
      const metrics = ['captured', 'qualified', 'handed_off', 'accepted', 'sales_qualified'];
      expect(await team.table({ metrics }, 'metric', 'value', 'implied')).toEqual([
        ['captured', 3, 1],
        ['qualified', 3, 1],
        ['handed_off', 2, 1],
        ['accepted', 2, 0],
        ['sales_qualified', 0, 0],
      ]);
    });

    it('gives a skipped stage the time of the next one that was attained', async () => {
      const team = await open(log);
      expect(await team.leadRow('ann')).toMatchObject({
        stages: {
          captured: '2026-01-01T00:00:00.000Z',
          mql: '2026-01-11T00:00:00.000Z',
          handed_off: '2026-01-11T00:00:00.000Z',
          sal: '2026-01-11T00:00:00.000Z',
          sql: null,
        },
        implied: ['mql', 'handed_off'],
        impossibleOrder: false,
      });
      expect(await team.leadRow('cat')).toMatchObject({ implied: ['captured'] });
    });

    it('counts implied stages in rates, and says how many of a rate rest on them', async () => {
      const team = await open(log);
      const metrics = ['captured_to_mql_rate', 'mql_to_handed_off_rate', 'handed_off_to_sal_rate'];
      expect(await team.table({ metrics }, 'metric', 'numerator', 'denominator', 'implied')).toEqual([
        ['captured_to_mql_rate', 3, 3, 2],
        ['mql_to_handed_off_rate', 2, 3, 1],
        ['handed_off_to_sal_rate', 2, 2, 1],
      ]);
    });

    it('leaves implied stages out of durations and of shares within a limit', async () => {
      const team = await open(log);
      const metrics = ['days_to_mql_median', 'mql_within_7_days', 'days_to_sal_median', 'sal_within_7_days'];
      expect(await team.table({ metrics }, 'metric', 'value', 'denominator', 'excluded', 'implied')).toEqual([
        ['days_to_mql_median', 2, 1, 0, 2],
        ['mql_within_7_days', 1, 1, 0, 2],
        ['days_to_sal_median', 7, 2, 0, 1],
        ['sal_within_7_days', 1 / 2, 2, 0, 1],
      ]);
    });

    it('anchors an implied stage at its implied time', async () => {
      const team = await open(log);
      const request = { metrics: ['qualified'], anchor: 'mql', by: ['day'] };
      expect((await team.table(request, 'value')).filter(([, value]) => value === 1)).toEqual([
        ['2026-01-03', 1],
        ['2026-01-11', 1],
        ['2026-02-03', 1],
      ]);
    });

    it('takes a deal that is known by its win alone as opened then, beside another that was opened later', async () => {
      const team = await open([
        captured('ann', '2026-01-01'),
        won('first', '2026-02-01', ['ann']),
        opened('second', '2026-03-01', ['ann']),
      ]);
      expect(await team.leadRow('ann')).toMatchObject({
        implied: ['mql', 'handed_off', 'sal', 'sql', 'opportunity'],
        impossibleOrder: false,
        stages: { opportunity: '2026-02-01T00:00:00.000Z', won: '2026-02-01T00:00:00.000Z' },
      });
    });

    it('does not imply a stage that was attained out of order: the order is impossible', async () => {
      const team = await open([
        captured('ann', '2026-01-01'),
        handedOff('ann', '2026-01-02'),
        qualified('ann', '2026-01-03'),
      ]);
      expect(await team.leadRow('ann')).toMatchObject({ implied: [], impossibleOrder: true });
      // The other times of ann are as good as any.
      expect(
        await team.table({ metrics: ['days_to_mql_median', 'days_to_handed_off_median'] }, 'value', 'excluded'),
      ).toEqual([
        [2, 0],
        [1, 0],
      ]);
    });
  });
});
