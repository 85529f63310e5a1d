import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reportRows } from '../support/figures.ts';
import { importJson } from '../support/import-result.ts';
import { hasOlist, olistFiles, olistMap, olistPath } from '../support/olist.ts';
import { sameteam } from '../support/sameteam.ts';
import { tempFolder } from '../support/temp-folder.ts';

const copies = {
  hungarian: 'messy-copies/closed_deals.hungarian-excel_semicolon_bom_crlf_hifly.csv',
  days: 'messy-copies/mql.dd-mm-yyyy_lasya.csv',
  american: 'messy-copies/mql.m-d-yyyy_mohit.csv',
} as const;

/** The monthly figures of `../shared/data/README.md`: leads, won. */
const months = {
  '2017-06': [4, 0],
  '2017-07': [239, 2],
  '2017-08': [386, 9],
  '2017-09': [312, 7],
  '2017-10': [416, 14],
  '2017-11': [445, 18],
  '2017-12': [200, 11],
  '2018-01': [1141, 152],
  '2018-02': [1028, 149],
  '2018-03': [1174, 167],
  '2018-04': [1352, 183],
  '2018-05': [1303, 130],
} as const;

// Skipped where `../shared/data` is absent: the licence does not allow the export into this tree.
describe.skipIf(!hasOlist)('the Olist export', () => {
  it('is imported whole, and known as a whole the second time', async () => {
    const cwd = tempFolder();
    const args = [
      olistPath(olistFiles.leads),
      olistPath(olistFiles.deals),
      '--map',
      olistMap('map.yaml'),
      // A folder that is not there yet, as in a fresh clone.
      '--db',
      '.sameteam/olist.duckdb',
    ];
    const first = await importJson(args, { cwd });
    expect(first).toMatchObject({ read: 8842, accepted: 8842, duplicates: 0, quarantined: 0, leads: 8000 });
    expect(first).toMatchObject({ events: 16_842, exit: 0, stderr: '' });
    expect(Object.keys(first).slice(0, 10)).toEqual([
      'import',
      'read',
      'accepted',
      'duplicates',
      'quarantined',
      'warnings',
      'reasons',
      'events',
      'leads',
      'seconds',
    ]);
    expect(first.warnings).toEqual([
      { code: 'impossible-order', count: 1, sentence: expect.stringContaining('1 lead has a later stage before') },
    ]);
    const second = await importJson(args, { cwd });
    expect(second).toMatchObject({ read: 8842, accepted: 0, duplicates: 8842, quarantined: 0, leads: 8000 });
    expect(second).toMatchObject({ events: 16_842, exit: 0 });
  });

  it.each([
    ['map.yaml', olistFiles.leads, olistFiles.deals],
    ['map.records.yaml', olistFiles.leads, olistFiles.deals],
    ['map.deals-hungarian.yaml', olistFiles.leads, copies.hungarian],
    ['map.leads-dd-mm-yyyy.yaml', copies.days, olistFiles.deals],
    ['map.leads-m-d-yyyy.yaml', copies.american, olistFiles.deals],
  ])('%s reads %s and %s to the same counts', async (map, leads, deals) => {
    const cwd = tempFolder();
    const result = await importJson(
      [olistPath(leads), olistPath(deals), '--map', olistMap(map), '--db', 'olist.duckdb'],
      { cwd },
    );
    expect(result).toMatchObject({ read: 8842, accepted: 8842, duplicates: 0, quarantined: 0, leads: 8000, exit: 0 });
    expect(result.warnings.map(({ code, count }) => [code, count])).toEqual([['impossible-order', 1]]);

    const rows = await reportRows(
      join(cwd, 'olist.duckdb'),
      ['--metric', 'captured,won,won_within_30_days,won_within_90_days', '--by', 'month'],
      { cwd },
    );
    const values = (metric: string) =>
      Object.fromEntries(rows.filter((row) => row.metric === metric).map((row) => [row.month, row.numerator]));
    expect(values('captured')).toEqual(
      Object.fromEntries(Object.entries(months).map(([month, [all]]) => [month, all])),
    );
    expect(values('won')).toEqual(Object.fromEntries(Object.entries(months).map(([month, [, won]]) => [month, won])));
    const sum = (metric: string) =>
      Object.values(values(metric)).reduce((total: number, value) => total + Number(value), 0);
    expect([sum('won_within_30_days'), sum('won_within_90_days')]).toEqual([546, 690]);
  });

  it.each([
    [
      copies.american,
      'map.leads-dd-mm-yyyy.yaml',
      'Cannot import mql.m-d-yyyy_mohit.csv: no file of the map fits it',
      'lacks landing_page_id',
    ],
    [
      copies.days,
      'map.yaml',
      'Cannot import mql.dd-mm-yyyy_lasya.csv: line 2, column "first_contact_date": "01-02-2018" is not a time of this form. The map says yyyy-MM-dd',
      'Correct the `format` in the map under files.leads.',
    ],
  ])('%s with %s is refused with the reason and the place', async (copy, map, reason, remedy) => {
    const cwd = tempFolder();
    const ran = await sameteam(['import', olistPath(copy), '--map', olistMap(map), '--db', 'olist.duckdb', '--json'], {
      cwd,
    });
    expect(ran).toMatchObject({ exit: 1, stdout: '' });
    expect(ran.stderr).toContain(reason);
    expect(ran.stderr).toContain(remedy);
    expect(ran.stderr).toMatch(/Nothing was imported\.\n$/);
  });

  it('keeps every row of a copy whose times have another form in quarantine, with the form that would fit', async () => {
    const cwd = tempFolder();
    const args = [olistPath(copies.hungarian), '--map', olistMap('map.yaml'), '--db', 'olist.duckdb'];
    const result = await importJson(args, { cwd });
    expect(result).toMatchObject({ read: 842, accepted: 0, quarantined: 842, events: 0, leads: 0, exit: 3 });
    expect(result.reasons).toEqual([
      {
        code: 'bad-time',
        file: copies.hungarian.replace('messy-copies/', ''),
        column: 'won_date',
        count: 842,
        lines: [2, 3, 4, 5, 6],
        message: expect.stringContaining(
          'The map says yyyy-MM-dd HH:mm:ss, but 2018.02.26 19:58 only fits yyyy.M.d H:mm',
        ),
      },
    ]);
  });

  it('says what went in, what is odd and what to do next', async () => {
    const cwd = tempFolder();
    const files = [olistPath(olistFiles.leads), olistPath(olistFiles.deals)];
    const ran = await sameteam(['import', ...files, '--map', olistMap('map.yaml'), '--db', 'olist.duckdb'], { cwd });
    expect(ran).toMatchObject({ exit: 0, stderr: '' });
    expect(ran.stdout.replace(/ in [\d.]+ s\./, ' in 1.0 s.')).toBe(
      `Imported as import-1. 8,842 rows read in 1.0 s.
  8,842 new, 0 known already, 0 in quarantine.
  olist.duckdb holds 16,842 events of 8,000 leads now.
Note: 1 lead has a later stage before an earlier one (such as won before captured). It is kept and counted, and left out of durations.

Next: sameteam report --db olist.duckdb --metric captured,won,lead_to_win_rate
Take it back: sameteam import --undo import-1 --db olist.duckdb
`,
    );
  });
});
