import { metricDefinition, metricIds, type ReportRow } from '@sameteam/metrics';
import { describe, expect, it } from 'vitest';
import { blackHoleAgreement, blackHoleLog } from '../support/black-hole-log.ts';
import { amount, captured } from '../support/events.ts';
import { journey } from '../support/journey.ts';
import { customer, openedAt, spent } from '../support/ledger-events.ts';
import { recyclingLog } from '../support/recycling-log.ts';
import { onEveryEngine, type Team } from '../support/team.ts';

const log = [
  ...blackHoleLog,
  ...recyclingLog,
  ...journey('zoe', { captured: '2026-01-05', mql: '2026-01-09', handed_off: '2026-01-10', sal: '2026-01-11' }),
  ...journey('yan', { captured: '2026-01-06', mql: '2026-01-07', won: '2026-02-11' }),
  captured('xia', '2026-01-07', 'email'),
  openedAt('of xia', '2026-01-20', null, { leads: ['xia'], ...amount(100), closeDate: '2026-03-01' }),
  customer('acme', '2026-02-01', 'upsell', 10),
  spent('spring', ['2026-01-01', '2026-01-31'], 310),
];

const request = { metrics: metricIds, from: '2026-01-01', to: '2026-02-28', asOf: '2026-03-01T00:00:00Z' } as const;
const asked = { agreement: blackHoleAgreement };

/** The leads behind a part of a row, or `null` where there can be none. */
async function namesOf(team: Team, row: ReportRow, part: 'numerator' | 'denominator' | 'excluded') {
  try {
    const { metric, dimensions } = row;
    return await team.names({ ...request, by: Object.keys(dimensions) }, { metric, dimensions, part });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'no-leads-behind') return null;
    throw error;
  }
}

describe('the way down of every metric', { timeout: 120_000 }, () => {
  onEveryEngine((open) => {
    it('leads to as many leads as are counted, and to none where nothing is', async () => {
      const team = await open(log, asked);
      for (const by of [[], ['month']]) {
        for (const row of await team.report({ ...request, by })) {
          const what = `${row.metric} ${JSON.stringify(row.dimensions)}`;
          const leads = await namesOf(team, row, 'numerator');
          if (leads === null) continue;
          expect(new Set(leads).size, what).toBe(leads.length);
          const measure = metricDefinition(row.metric)?.measure;
          const isOfLeads = measure !== undefined && 'grain' in measure && measure.grain === 'leads';
          const isOfStages = measure?.kind === 'count' || measure?.kind === 'ratio' || measure?.kind === 'within';
          if (row.unit === 'leads' && (isOfLeads || isOfStages)) expect(leads, what).toHaveLength(row.numerator ?? 0);
          if (row.unit !== 'money' && row.numerator === 0 && measure?.kind !== 'sum_of')
            expect(leads, what).toEqual([]);
          if (row.denominator === null || row.unit === 'money') continue;
          const below = await namesOf(team, row, 'denominator');
          if (isOfLeads || isOfStages) expect(below, what).toHaveLength(row.denominator);
        }
      }
    });

    it('leads to the leads that were left out', async () => {
      const team = await open(log, asked);
      for (const row of await team.report(request)) {
        if (row.unit !== 'leads' && row.unit !== 'ratio') continue;
        const measure = metricDefinition(row.metric)?.measure;
        if (measure === undefined || !('grain' in measure) || measure.grain !== 'leads') continue;
        expect(await namesOf(team, row, 'excluded'), row.metric).toHaveLength(row.excluded);
      }
    });
  });
});
