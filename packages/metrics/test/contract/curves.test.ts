import { cohortTable, MetricsError, runCurve } from '@sameteam/metrics';
import { describe, expect, it } from 'vitest';
import { agreementWith } from '../support/agreements.ts';
import { after, journey } from '../support/journey.ts';
import { onEveryEngine } from '../support/team.ts';

const nowMs = Date.parse(after(40));
const asOf = after(40);
const agreement = agreementWith({ windows: { default: '20d' } });

/** Leads of one kind: captured on a day, and won so many days later. */
const leads = (kind: string, count: number, captured: number, won?: number) =>
  Array.from({ length: count }, (_, index) =>
    journey(`${kind}${index}`, {
      captured: after(captured),
      channel: kind,
      ...(won === undefined ? {} : { won: after(captured + won) }),
    }),
  ).flat();

/**
 * Ten leads: two are won on the first day, four have been watched for one day only, and of the four left two are won on the
 * tenth day and two have been watched for twenty.
 */
const ten = [...leads('a', 2, 0, 0.5), ...leads('b', 4, 38.5), ...leads('c', 2, 10, 9.5), ...leads('d', 2, 19.5)];

describe('who is still on the way', () => {
  onEveryEngine((open) => {
    it('is at risk as long as it is watched, by hand', async () => {
      const team = await open(ten, { agreement });
      const curves = await runCurve(team.engine, { metric: 'lead_to_win_rate', asOf }, { nowMs });
      expect(curves).toMatchObject({ from: 'captured', to: 'won', days: 20, difference: null });
      const [all] = curves.cohorts;
      expect(all).toMatchObject({ dimensions: {}, started: 10, arrived: 4, watchedDays: 20, beyond: 0 });
      expect(all?.points.map(({ day, atRisk, arrived }) => [day, atRisk, arrived])).toEqual([
        [1, 10, 2],
        [10, 4, 2],
        [20, 2, 0],
      ]);
      expect(all?.points.map(({ share }) => share.toFixed(9))).toEqual(['0.200000000', '0.600000000', '0.600000000']);
      expect(all?.half).toMatchObject({ days: 10, high: null });
      const [line] = cohortTable(curves, [1, 5, 10, 20]);
      expect(line?.cells.map(({ share, atRisk }) => [share?.toFixed(2), atRisk])).toEqual([
        ['0.20', 10],
        ['0.20', 4],
        ['0.60', 4],
        ['0.60', 2],
      ]);
    });

    it('gives a duration what it will come to: 9.25 days, where those who are in took 5', async () => {
      const team = await open(ten, { agreement });
      const rows = await team.table(
        { metrics: ['days_to_won_median'], asOf },
        'value',
        'low',
        'high',
        'mature',
        'projected',
        'projectedLow',
      );
      expect(
        rows.map(([value, low, high, mature, projected, least]) => [
          value,
          low,
          high,
          mature,
          Number(projected).toFixed(9),
          least,
        ]),
      ).toEqual([[5, null, null, false, '9.250000000', null]]);
      // Nobody of these has been watched for the window: it cannot be told.
      const young = await team.report({ metrics: ['days_to_won_median'], by: ['source.channel'], asOf });
      expect(young.map(({ value, mature, projected }) => [value, mature, projected])).toEqual([
        [0.5, true, null],
        [null, false, null],
        [9.5, true, null],
        [null, true, null],
      ]);
    });

    it('bounds a median by the values that a binomial law leaves, from six on', async () => {
      const team = await open(
        [1, 2, 4, 8, 16, 18].flatMap((days, index) => leads(`l${index}`, 1, 0, days)),
        { agreement },
      );
      const metrics = ['days_to_won_median', 'days_to_won_p90'];
      expect(await team.table({ metrics }, 'value', 'low', 'high', 'projected')).toEqual([
        [6, 1, 18, null],
        [17, 8, null, null],
      ]);
    });

    it('compares cohorts, and has nothing of those that nobody has watched for so long', async () => {
      const team = await open(ten, { agreement });
      const curves = await runCurve(team.engine, { metric: 'lead_to_win_rate', grain: 'month', asOf }, { nowMs });
      const table = cohortTable(curves, [7, 20]).map(({ dimensions, started, arrived, cells }) => [
        dimensions.month,
        started,
        arrived,
        ...cells.map(({ share }) => share?.toFixed(2) ?? null),
      ]);
      expect(table).toEqual([
        ['2026-01', 6, 4, '0.33', '0.67'],
        ['2026-02', 4, 0, null, null],
      ]);
      expect(curves.difference?.degrees).toBe(1);
      expect(curves.difference?.pValue).toBeGreaterThan(0.1);
    });

    it('names what has no curve, and what has', async () => {
      const team = await open(ten, { agreement });
      const refused = async (metric: string, days?: number) => {
        const error = await runCurve(team.engine, { metric, days }, { nowMs }).catch((found: unknown) => found);
        return error instanceof MetricsError ? error : null;
      };
      expect((await refused('captured'))?.message).toMatch(/^captured has no curve: .* lead_to_win_rate,/);
      expect((await refused('lead_to_win'))?.message).toMatch(/Did you mean "lead_to_win_rate"\?/);
      expect((await refused('lead_to_win_rate', 0))?.code).toBe('bad-days');
    });
  });
});
