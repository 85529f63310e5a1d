import { describe, expect, it } from 'vitest';
import { styleOf } from '../terminal/style.ts';
import { textWidth } from '../terminal/text-width.ts';
import { definitions, funnelRows, reportOf, reportRow } from '../test-support/report-fixture.ts';
import { reportTable } from './report-table.ts';
import { reportView } from './report-view.ts';

const style = styleOf({ write: () => {}, isTerminal: false, columns: 80 }, {});
const channels = [
  ...funnelRows({ 'source.channel': 'organic_search' }, 2296, 271, [0.1054, 0.1319]),
  ...funnelRows({ 'source.channel': 'unknown' }, 1099, 179, [0.1422, 0.1859]),
  ...funnelRows({ 'source.channel': null }, 60, 14, [0.1444, 0.3544]),
];

function tableOf(rows: Parameters<typeof reportOf>[0], by: readonly string[], columns = 80) {
  return reportTable(reportView(reportOf(rows), definitions, by), { style, columns });
}

describe('reportTable', () => {
  it('stands groups down and metrics across, with bars, intervals and notes', () => {
    expect(tableOf(channels, ['source.channel'])).toBe(
      `Channel         Captured            Won               Lead to win
organic_search  2,296 ████████████  271 ████████████  11.8 % (10.5 to 13.2)
unknown         1,099 █████▊        179 ███████▉      16.3 % (14.2 to 18.6)
–                  60 ▍              14 ▋             23.3 % (14.4 to 35.4)

As of 2026-11-22 07:00 UTC, by the agreement "Default agreement", version 0
  (draft).
– is no value, which is not the same as the value "unknown".
Captured: Leads that were captured. [terms.lead]
Won: Leads that were won.
Lead to win: Of the captured leads, the share that were won.
  [windows.lead_to_win]
`,
    );
  });

  it('stands metrics below each other when there are no dimensions', () => {
    const median = reportRow({
      metric: 'days_to_won_median',
      unit: 'days',
      value: 14.7222,
      denominator: 841,
      excluded: 1,
    });
    const [heading, ...lines] = tableOf([...funnelRows({}, 8000, 842, [0.0987, 0.1122]), median], []).split('\n');
    expect([heading, ...lines.slice(0, 4)]).toEqual([
      'Metric               Value                    Leads',
      'Captured                 8,000',
      'Won                        842',
      'Lead to win             10.5 % (9.9 to 11.2)  842 of 8,000',
      'Days to won, median  14.7 days                of 841',
    ]);
    expect(lines.join(' ').replace(/\s+/g, ' ')).toContain(
      'Left out, by an exclusion or an impossible order of events: 1 in Days to won, median.',
    );
  });

  it('marks young cohorts and says what is expected of them', () => {
    const rate = reportRow({
      metric: 'lead_to_win_rate',
      unit: 'ratio',
      value: 0.05,
      numerator: 1,
      denominator: 20,
      low: 0.01,
      high: 0.2,
      mature: false,
      projected: 0.1,
    });
    const table = tableOf([rate], []);
    expect(table).toContain('5.0 %* (1.0 to 20.0)');
    expect(table).toContain('* is a young cohort');
    expect(table).toContain('10.0 % is expected');
  });

  it('shows nothing divided by nothing as a dash, and money in whole units', () => {
    const rows = [
      reportRow({ metric: 'lead_to_win_rate', unit: 'ratio', value: null, numerator: 0, denominator: 0 }),
      reportRow({ metric: 'bookings', unit: 'money', value: 123_456_789, currency: 'EUR' }),
    ];
    expect(tableOf(rows, [])).toMatch(/Lead to win +–[\s\S]*Bookings +€1,234,568/);
  });

  it('fits the width, whatever the values are, by cutting and by further blocks', () => {
    const rows = ['a'.repeat(60), '名前'.repeat(30), '\u001b[31mred\u0007'].flatMap((owner, index) => [
      ...funnelRows({ owner, 'source.channel': 'x'.repeat(40) }, 1000 + index, 100, [0.08, 0.12]),
      reportRow({
        metric: 'days_to_won_median',
        unit: 'days',
        dimensions: { owner, 'source.channel': 'x'.repeat(40) },
        value: 3,
      }),
      reportRow({
        metric: 'bookings',
        unit: 'money',
        dimensions: { owner, 'source.channel': 'x'.repeat(40) },
        value: 300,
        currency: 'EUR',
      }),
    ]);
    const table = tableOf(rows, ['owner', 'source.channel']);
    expect(Math.max(...table.split('\n').map(textWidth))).toBeLessThan(80);
    expect(table).not.toContain('\u001b');
    expect(table.match(/^Owner/gm)?.length).toBeGreaterThan(1);
    for (const label of ['Captured', 'Won', 'Lead to win', 'Days to won, median', 'Bookings'])
      expect(table).toContain(label);
  });

  it('says so when there are no groups at all', () => {
    expect(tableOf([], ['owner'])).toContain('As of 2026-11-22');
  });
});
