import { describe, expect, it } from 'vitest';
import { styleOf } from '../terminal/style.ts';
import { textWidth } from '../terminal/text-width.ts';
import { definitions, funnelRows, reportOf, reportRow } from '../test-support/report-fixture.ts';
import { marksOf } from './marks.ts';
import { reportMarkdown } from './report-markdown.ts';
import { reportNotes } from './report-notes.ts';
import { reportTable } from './report-table.ts';
import { reportView } from './report-view.ts';

const style = styleOf({ write: () => {}, isTerminal: false, columns: 80 }, {});
const channels = [
  ...funnelRows({ 'source.channel': 'organic_search' }, 2296, 271, [0.1054, 0.1319]),
  ...funnelRows({ 'source.channel': 'unknown' }, 1099, 179, [0.1422, 0.1859]),
  ...funnelRows({ 'source.channel': null }, 60, 14, [0.1444, 0.3544]),
];

function tableOf(rows: Parameters<typeof reportOf>[0], by: readonly string[], columns = 80) {
  return reportTable(reportView(reportOf(rows), definitions, by), { style, columns, marks: marksOf({}) });
}

describe('reportTable', () => {
  it('stands groups down and metrics across, with bars, intervals and notes', () => {
    expect(tableOf(channels, ['source.channel'])).toBe(
      `Channel         Captured        Won           Lead to win
organic_search  2,296 ████████  271 ████████  11.8 % (10.5 to 13.2) ├●
unknown         1,099 ███▉      179 █████▎    16.3 % (14.2 to 18.6)  ├●┤
–                  60 ▎          14 ▍         23.3 % (14.4 to 35.4)   ├──●────┤

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
      'Metric               Value                    Made of',
      'Captured                 8,000',
      'Won                        842',
      'Lead to win             10.5 % (9.9 to 11.2)  842 of 8,000',
      'Days to won, median  14.7 days                of 841',
    ]);
    expect(lines.join(' ').replace(/\s+/g, ' ')).toContain(
      'Left out, by an exclusion of the agreement or because they cannot be counted (an impossible order of events, no amount, no stage with a probability, not judged): 1 in Days to won, median.',
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
      projected: 0.121,
      projectedLow: 0.109,
      projectedHigh: 0.134,
    });
    const table = tableOf([rate], []);
    expect(table).toContain('5.0 %* (1.0 to 20.0 so far; expected 12.1 %, 10.9 to 13.4)');
    expect(table).toContain('* is a young cohort');
    expect(table.replace(/\s+/g, ' ')).toContain(
      '"Expected" is where these very leads will stand when all of them have had their time',
    );
    const unknown = tableOf([{ ...rate, projected: null, projectedLow: null, projectedHigh: null }], []);
    expect(unknown).toContain('5.0 %* (1.0 to 20.0)');
    expect(unknown).not.toContain('Expected');
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

  it('names the one clause of a metric, and none for all where each row has its own', () => {
    const rows = funnelRows({ clause: 'sla.call' }, 10, 4, [0.2, 0.6]);
    const others = funnelRows({ clause: 'sla.decide' }, 10, 4, [0.2, 0.6]);
    const named = (of: typeof rows, clause: string) => of.map((row) => ({ ...row, clause }));
    const one = tableOf(named(rows, 'sla.call'), ['clause']);
    expect(one).toContain('Captured: Leads that were captured. [sla.call]');
    const both = tableOf([...named(rows, 'sla.call'), ...named(others, 'sla.decide')], ['clause']);
    expect(both).toContain('Captured: Leads that were captured. [each row by its own clause]');
    expect(both).not.toContain('[sla.');
  });

  it('says so when there are no groups at all', () => {
    expect(tableOf([], ['owner'])).toMatch(/^Nothing was found that can be counted so\.\nAs of 2026-11-22/);
  });

  it('names folded values and says what they are', () => {
    const rows = [
      ...funnelRows({ owner: 'kim' }, 10, 1, [0.01, 0.4]),
      ...funnelRows({ owner: '(other)' }, 5, 1, [0.01, 0.6]),
      ...funnelRows({ owner: '(other)' }, 90, 9, [0.05, 0.2]).map((row) => ({ ...row, folded: { owner: 4900 } })),
    ];
    const table = tableOf(rows, ['owner']);
    expect(table).toMatch(/^\(other\) +5 /m);
    expect(table).toMatch(/^\(other: 4,900 values\) +90 /m);
    expect(table.replace(/\s+/g, ' ')).toContain(
      'of Owner, 4,900 values beside the 2 that are largest by Captured. --top N',
    );
  });

  it('warns that mature groups count more than is expected of young ones', () => {
    const old = funnelRows({ month: '2026-01' }, 10, 1, [0.01, 0.4]).map((row) => ({ ...row, mature: true }));
    const young = funnelRows({ month: '2026-06' }, 10, 1, [0.01, 0.4]).map((row) => ({
      ...row,
      mature: false,
      projected: 0.2,
    }));
    const warning = 'are not on one basis';
    expect(tableOf([...old, ...young], ['month']).replace(/\s+/g, ' ')).toContain(warning);
    expect(tableOf(young, ['month']).replace(/\s+/g, ' ')).not.toContain(warning);
  });

  it('says that what lies in the black hole is an upper bound, where the metric is not defined below', () => {
    const value = reportRow({ metric: 'black_hole_value', unit: 'money', value: 300, currency: 'EUR' });
    const note = reportNotes(reportView(reportOf([value]), definitions, []), { withDefinitions: false });
    expect(note.join(' ')).toContain('is an upper bound');
    expect(tableOf(funnelRows({}, 10, 1, [0.01, 0.4]), [])).not.toContain('upper bound');
  });

  it('says by how many events it is restated', () => {
    const rows = funnelRows({}, 10, 1, [0.01, 0.4]).map((row) => ({ ...row, restated: 3 }));
    expect(tableOf(rows, [])).toContain('Restated: 3 events of before as-of were recorded after it.');
  });

  it('draws with signs of ASCII on a dumb terminal', () => {
    const view = reportView(reportOf(channels), definitions, ['source.channel']);
    const table = reportTable(view, { style, columns: 80, marks: marksOf({ TERM: 'dumb' }) });
    expect(table).toMatch(/^organic_search +2,296 ########.*\|o$/m);
    expect([...table].filter((character) => character.charCodeAt(0) > 126)).toEqual([]);
  });
});

describe('sections', () => {
  const row = (metric: string, value: number | null, unit: 'leads' | 'ratio' = 'leads') =>
    reportRow({ metric, unit, value, numerator: value });
  const metric = (id: string) => ({ ...definitions.metrics[0], id, label: id }) as (typeof definitions.metrics)[number];
  const named = { ...definitions, metrics: ['a', 'b', 'c', 'd'].map(metric) };
  const sections = [
    { id: 'one', label: 'One', metrics: ['a', 'b'] },
    { id: 'two', label: 'Two', metrics: ['c', 'd'] },
  ];

  it('are tables below headings; what there is nothing of is one line', () => {
    const view = reportView(reportOf([row('a', 5), row('b', null), row('c', 0), row('d', null)]), named, []);
    const table = reportTable(view, { style, columns: 80, marks: marksOf({}), sections });
    expect(table.slice(0, table.indexOf('As of'))).toBe(`One
  Metric  Value
  a           5

  Nothing to make a number of: b.

Two
  There is nothing of it in the data: c; d.

`);
    expect(table.replace(/\s+/g, ' ')).toContain('sameteam report --explain METRIC');
    expect(table).not.toContain('a: Leads that were captured.');
  });

  it('say that a target belongs to a period, where the agreement has one', () => {
    const wanted = { ...definitions, metrics: [metric('bookings_target')] };
    const only = [{ id: 'targets', label: 'Targets', metrics: ['bookings_target'] }];
    const said = (clause: string | null) => {
      const view = reportView(reportOf([{ ...row('bookings_target', null), clause }]), wanted, []);
      return reportTable(view, { style, columns: 80, marks: marksOf({}), sections: only }).replace(/\s+/g, ' ');
    };
    expect(said('goals.more')).toContain('--from and --to, or --grain, name a period.');
    expect(said(null)).toContain('There is nothing of it in the data: bookings_target.');
  });

  it('are headings in Markdown', () => {
    const view = reportView(reportOf([row('a', 5), row('b', null), row('c', 0), row('d', null)]), named, []);
    expect(reportMarkdown(view, { sections })).toMatch(
      /^## One\n\n\| Metric \| Value \| Made of \|\n.*\n\| a \| 5 \| {2}\|\n\nNothing to make a number of: b\.\n\n## Two\n\nThere is nothing/,
    );
  });
});
