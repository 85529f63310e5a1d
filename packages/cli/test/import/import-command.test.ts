import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { reportRows } from '../support/figures.ts';
import { jsonOf, sameteam } from '../support/sameteam.ts';
import { spawnSameteam } from '../support/spawn-sameteam.ts';
import { goodLeads, leadsHeader, leadsMap, testImport } from '../support/test-import.ts';

const dealsMap = `${leadsMap}  deals:
    match: "deals*.csv"
    key: deal
    events:
      - type: opportunity.won
        subject: "opportunity/{deal}"
        time: { column: won, format: yyyy-MM-dd }
        data: { leads: ["lead/{lead}"] }
`;

describe('a dry run', () => {
  const scratch = () => readdirSync(tmpdir()).filter((name) => name.startsWith('sameteam-dry-run-'));

  it('writes nothing where there is no database: no file, no folder', async () => {
    const { cwd } = testImport(`${goodLeads}4,2026\n`);
    const before = [readdirSync(cwd), scratch()];
    const args = ['leads.csv', '--map', 'map.yaml', '--db', 'new/leads.duckdb', '--dry-run'];
    const asJson = await sameteam(['import', ...args, '--json'], { cwd });
    expect(asJson).toMatchObject({ exit: 3, stderr: '' });
    expect(jsonOf(asJson)).toMatchObject({ import: null, read: 4, accepted: 3, quarantined: 1, events: 0, leads: 0 });
    const { stdout } = await sameteam(['import', ...args], { cwd });
    expect(stdout).toMatch(
      /^Dry run: nothing was written\. 4 rows read in \d+\.\d s\.\n {2}3 new, 0 known already, 1 in/,
    );
    expect(stdout).toContain('new/leads.duckdb holds 0 events of 0 leads, as before.');
    expect(stdout).not.toContain('Next:');
    expect([readdirSync(cwd), scratch()]).toEqual(before);
  });

  it('leaves a database as it is, to the byte', async () => {
    const { cwd, db, json, run, write } = testImport(goodLeads);
    await json();
    const before = readFileSync(db);
    const rows = Array.from({ length: 5000 }, (_, row) => `n${row},2026-03-01,n${row}@x.example,Dodo,email\n`).join('');
    write('leads.csv', goodLeads.replace('Acme', 'Acme Ltd') + rows);
    const ran = await run(['leads.csv'], ['--dry-run', '--json']);
    expect(ran.exit).toBe(3);
    expect(jsonOf(ran)).toMatchObject({ import: null, read: 5003, accepted: 5000, duplicates: 2, quarantined: 1 });
    expect(jsonOf(ran)).toMatchObject({ events: 3, leads: 3 });
    expect(readFileSync(db).equals(before)).toBe(true);
    expect(readdirSync(cwd).sort()).toEqual(['leads.csv', 'leads.duckdb', 'map.yaml']);
  });
});

describe('--undo', () => {
  it('takes an import back, once', async () => {
    const { json, cwd, log } = testImport(goodLeads);
    const { import: id } = await json();
    const undo = (...args: readonly string[]) =>
      sameteam(['import', '--undo', ...args, '--db', 'leads.duckdb'], { cwd });
    expect(jsonOf(await undo(String(id), '--json'))).toEqual({ import: id, undone: true, events: 3, leads: 0 });
    expect(await log()).toEqual([]);
    expect(await undo(String(id))).toEqual({
      exit: 5,
      stdout: '',
      stderr: `The import "${id}" has already been taken back. Nothing was changed.\n`,
    });
    expect(await json()).toMatchObject({ read: 3, accepted: 3, leads: 3, import: 'import-2' });
    expect(await undo('import-2')).toEqual({
      exit: 0,
      stdout: 'Took back import-2. Its events stay in the log, marked as retracted; leads.duckdb counts 0 leads now.\n',
      stderr: '',
    });
  });

  it.each([
    [['import-9', '--db', 'leads.duckdb'], 1, 'There is no import "import-9". Imports are import-1.\n'],
    [['import-1', '--db', 'none.duckdb'], 1, 'Cannot read the database none.duckdb: there is no such file.'],
    [['import-1'], 2, 'The option --db FILE is missing.'],
    [['import-1', '--db', 'leads.duckdb', 'leads.csv'], 2, 'Cannot take back import-1 and import leads.csv in one go.'],
    [
      ['import-1', '--db', 'leads.duckdb', '--dry-run'],
      2,
      'Cannot take back import-1 as a dry run. Nothing was changed',
    ],
    [['import-1', '--db', 'leads.duckdb', '--map', 'map.yaml'], 2, 'Option "--map <file>" cannot be used with'],
  ])('%j ends with %i and changes nothing', async (args, exit, sentence) => {
    const { json, cwd, log } = testImport(goodLeads);
    await json();
    expect(await sameteam(['import', '--undo', ...args], { cwd })).toEqual({
      exit,
      stdout: '',
      stderr: expect.stringContaining(sentence),
    });
    expect(await log()).toHaveLength(3);
    expect(readdirSync(cwd)).not.toContain('none.duckdb');
  });
});

describe('wrong usage', () => {
  it.each([
    [[], 'The option --db FILE is missing. Add it; --help shows what there is.\n'],
    [['--db', 'leads.duckdb'], 'Cannot import: no file is named. Name the exports, for example'],
    [
      ['leads.csv', '--db', 'leads.duckdb'],
      'Cannot import leads.csv without a map. Name one with --map, or have one drafted',
    ],
    [['leads.csv', '--map', 'map.yaml', '--guess', '--db', 'leads.duckdb'], 'cannot be used with option "--guess"'],
    [['leads.csv', '--mapp', 'map.yaml', '--db', 'leads.duckdb'], 'Unknown option "--mapp". Did you mean --map?'],
  ])('%j ends with 2', async (args, sentence) => {
    const { cwd, db } = testImport(goodLeads);
    expect(await sameteam(['import', ...args], { cwd })).toEqual({
      exit: 2,
      stdout: '',
      stderr: expect.stringContaining(sentence),
    });
    expect(existsSync(db)).toBe(false);
  });
});

describe('a database that cannot be used', () => {
  it('is held by another process: exit code 5, and nothing happens to it', async () => {
    const { cwd, db, json, log } = testImport(goodLeads);
    await json();
    const instance = await DuckDBInstance.create(db);
    try {
      const args = ['import', 'leads.csv', '--map', 'map.yaml', '--db', 'leads.duckdb', '--json'];
      for (const more of [[], ['--dry-run']])
        expect(await spawnSameteam([...args, ...more], { cwd }).ended).toMatchObject({
          exit: 5,
          stdout: '',
          stderr: expect.stringMatching(
            /^Cannot open .*leads\.duckdb: another process holds it\. Stop that process .*\n$/,
          ),
        });
    } finally {
      instance.closeSync();
    }
    expect(await log()).toHaveLength(3);
  });

  it.each([
    ['is another file', 'notes.txt', /^Cannot open .*notes\.txt: it is not a Sameteam database \(.*\n$/],
    [
      'lies under a file',
      'notes.txt/leads.duckdb',
      /^Cannot make the folder notes\.txt: a part of its path is a file\./,
    ],
  ])('%s', async (_, name, sentence) => {
    const { cwd } = testImport(goodLeads);
    writeFileSync(join(cwd, 'notes.txt'), 'not a database, however long the text of it may be');
    const ran = await sameteam(['import', 'leads.csv', '--map', 'map.yaml', '--db', name], { cwd });
    expect(ran).toMatchObject({ exit: 1, stdout: '' });
    expect(ran.stderr).toMatch(sentence);
    expect(readFileSync(join(cwd, 'notes.txt'), 'utf8')).toContain('not a database');
  });
});

describe('what is odd is kept and told', () => {
  const deals = 'deal,won,lead\nd1,2026-01-01,1\nd2,2026-02-01,2\nd3,2026-02-01,99\n';

  it('events whose order is impossible are counted, and left out of durations', async () => {
    const { json, write, cwd, db } = testImport(goodLeads, { map: dealsMap });
    write('deals.csv', deals);
    const result = await json(['leads.csv', 'deals.csv']);
    expect(result).toMatchObject({ read: 6, accepted: 6, quarantined: 0, exit: 0, events: 6, leads: 3 });
    expect(result.warnings).toEqual([
      {
        code: 'impossible-order',
        count: 1,
        sentence:
          '1 lead has a later stage before an earlier one (such as won before captured). It is kept and counted, and left out of durations.',
      },
      {
        code: 'unknown-lead',
        count: 1,
        sentence:
          '1 opportunity names a lead that nothing else is known of. Import the file that holds these leads too.',
      },
    ]);
    const rows = await reportRows(db, ['--metric', 'won,days_to_won_median'], { cwd });
    expect(rows.map(({ metric, value, denominator, excluded }) => [metric, value, denominator, excluded])).toEqual([
      ['won', 2, null, 0],
      ['days_to_won_median', 29, 1, 1],
    ]);
  });

  it('a lead that comes later makes the warning go', async () => {
    const { json, write } = testImport(goodLeads, { map: dealsMap });
    write('deals.csv', deals);
    await json(['leads.csv', 'deals.csv']);
    write('leads-2.csv', `${leadsHeader}99,2026-01-15,z@x.example,Zoo,email\n`);
    expect(await json(['leads-2.csv'])).toMatchObject({ read: 1, accepted: 1, leads: 4, warnings: [] });
  });
});
