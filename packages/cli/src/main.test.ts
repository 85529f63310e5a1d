import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseAgreement } from '@sameteam/agreement';
import { parseMap } from '@sameteam/connectors';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CommandContext } from './context.ts';
import { main } from './main.ts';
import { makeSmallDatabase } from './test-support/small-database.ts';
import { testContext } from './test-support/test-context.ts';

let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sameteam-cli-'));
  await makeSmallDatabase(join(folder, 'team.duckdb'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(args: readonly string[], changes: Partial<CommandContext> = {}) {
  const context = testContext({ cwd: folder, ...changes });
  const exit = await main(args, context);
  return { exit, ...context.written };
}

describe('sameteam', () => {
  it.each([
    [['reprot'], 'Unknown command "reprot". Did you mean report? Add --help to see what there is.\n'],
    [
      ['report', '--db', 'team.duckdb', '--metrc', 'won'],
      'Unknown option "--metrc". Did you mean --metric? Add --help to see what there is.\n',
    ],
    [['report', '--metric', 'won'], 'The option --db FILE is missing. Add it; --help shows what there is.\n'],
    [
      ['serve', '--db', 'team.duckdb', '--port', 'x'],
      '--port cannot be "x". Give a whole number from 1 to 65535. Add --help to see what there is.\n',
    ],
    [
      ['serve', '--db', 'team.duckdb', '--allow-origin', 'https://a.example', '--allow-origin', 'https://b.example/'],
      'Cannot allow "https://b.example/" to embed: it is not an origin. Write scheme, host and port only, here https://b.example.\n',
    ],
  ])('%j is a wrong usage, told in a sentence', async (args, stderr) => {
    expect(await run(args)).toEqual({ exit: 2, stdout: '', stderr });
  });

  it('shows help on standard output when asked, and as an error when nothing is', async () => {
    expect(await run(['--help'])).toMatchObject({
      exit: 0,
      stdout: expect.stringContaining('Usage: sameteam'),
      stderr: '',
    });
    expect(await run([])).toMatchObject({ exit: 2, stdout: '', stderr: expect.stringContaining('Usage: sameteam') });
  });

  it('lists exactly the commands that people use', async () => {
    const { stdout } = await run(['--help']);
    expect([...stdout.matchAll(/^ {2}([a-z]+) /gm)].map((it) => it[1])).toEqual([
      'init',
      'agreement',
      'import',
      'report',
      'validate',
      'serve',
      'doctor',
      'demo',
      'help',
    ]);
  });

  it('prints its version', async () => {
    expect(await run(['--version'])).toEqual({ exit: 0, stdout: '0.1.0\n', stderr: '' });
  });
});

describe('sameteam report', () => {
  const report = (...args: readonly string[]) => run(['report', '--db', 'team.duckdb', ...args]);

  it('prints rows as JSON, with dimensions in their place', async () => {
    const { exit, stdout, stderr } = await report('--metric', 'captured,won', '--by', 'source.channel', '--json');
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    const rows = JSON.parse(stdout) as Record<string, unknown>[];
    expect(Object.keys(rows[0] ?? {}).slice(0, 6)).toEqual([
      'metric',
      'unit',
      'anchor',
      'source.channel',
      'value',
      'numerator',
    ]);
    expect(new Set(rows.map((row) => row.metric))).toEqual(new Set(['captured', 'won']));
    expect(rows.some((row) => row['source.channel'] === null)).toBe(true);
  });

  it('says the same from memory as from the database', async () => {
    const args = [
      '--metric',
      'captured,lead_to_win_rate,days_to_won_median,bookings',
      '--by',
      'source.channel',
      '--grain',
      'month',
      '--json',
    ];
    const [stored, inMemory] = [await report(...args), await report(...args, '--engine', 'memory')];
    expect(JSON.parse(stored.stdout)).toHaveLength(JSON.parse(inMemory.stdout).length);
    expect(inMemory.stdout).toBe(stored.stdout);
  });

  it('takes a day of --as-of to its end, and looks no further', async () => {
    const value = async (...args: readonly string[]) =>
      JSON.parse((await report('--metric', 'captured', '--json', ...args)).stdout)[0];
    const early = await value('--as-of', '2026-02-28');
    expect(early.asOf).toBe('2026-02-28T23:59:59.999Z');
    expect(early.value).toBeLessThan((await value()).value);
  });

  it('filters, also by the missing value', async () => {
    const value = async (...args: readonly string[]) =>
      JSON.parse((await report('--metric', 'captured', '--json', ...args)).stdout)[0].value as number;
    const [all, missing, others] = [
      await value(),
      await value('--where', 'source.channel='),
      await value('--where', 'source.channel!='),
    ];
    expect(missing).toBeGreaterThan(0);
    expect(missing + others).toBe(all);
  });

  it('prints a table, CSV and Markdown', async () => {
    expect((await report('--metric', 'captured')).stdout).toMatch(
      /^Metric +Value\nCaptured +\d+\n\nAs of 2026-10-01 12:00 UTC/,
    );
    expect((await report('--metric', 'captured', '--csv')).stdout).toMatch(
      /^metric,unit,anchor,value,.*\ncaptured,leads,captured,\d+,/,
    );
    expect((await report('--metric', 'captured', '--md')).stdout).toMatch(/^\| Captured \|\n\| ---: \|\n\| \d+ \|/);
  });

  it.each([
    [
      ['--metric', 'capturd'],
      2,
      'There is no metric "capturd". Did you mean "captured"? `sameteam report --list` lists',
    ],
    [['--metric', 'won', '--by', 'chanel'], 2, 'There is no dimension "chanel". Did you mean "source.channel"? `same'],
    [
      ['--metric', 'won', '--where', 'channel=paid'],
      2,
      'There is no dimension "channel". Did you mean "source.channel"',
    ],
    [['--metric', 'won', '--where', 'month=2026-01'], 2, 'A filter cannot be on "month", which is a period.'],
    [
      ['--metric', 'won', '--from', '31.3.2026'],
      2,
      'The value of "from" is no day: "31.3.2026". Write it as YYYY-MM-DD',
    ],
    [['--metric', 'won', '--from', '2026-05-01', '--to', '2026-04-01'], 2, 'The period ends (2026-04-01) before'],
    [
      ['--metric', 'won', '--as-of', 'yesterday'],
      2,
      'The value of "as-of" is neither a day nor an instant: "yesterday"',
    ],
    [['--metric', 'won', '--anchor', 'capture'], 2, 'Cannot anchor at "capture": it is not a stage. Did you mean'],
    [['--metric', 'lead_to_win_rate', '--anchor', 'sal'], 2, 'lead_to_win_rate cannot be anchored at sal'],
    [['--metric', 'won', '--where', 'owner'], 2, 'Cannot filter by "owner"'],
    [['--metric', 'won', '--json', '--csv'], 2, '--json and --csv were asked for'],
    [['--metric', 'won', '--agreement', 'none.yaml'], 1, 'Cannot read the agreement none.yaml: there is no such file.'],
  ])('%j ends with %i and says why', async (args, exit, sentence) => {
    expect(await report(...args)).toEqual({ exit, stdout: '', stderr: expect.stringContaining(sentence) });
  });

  it('lists what can be named, without a database', async () => {
    const { exit, stdout, stderr } = await run(['report', '--list']);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    expect(stdout).toMatch(
      /^Metrics for --metric,.*\n\nfunnel\n {2}captured {2,}Leads that were captured, by the date/,
    );
    expect(stdout).toMatch(/\n\nDimensions, for --by and --where\n {2}source\.channel {2,}Channel\n/);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThan(80);
    const { metrics, dimensions } = JSON.parse((await run(['report', '--list', '--json'])).stdout);
    expect(metrics[0]).toEqual({ id: 'captured', meaning: 'Leads that were captured, by the date of their capture.' });
    expect(dimensions[0]).toEqual({ id: 'source.channel', meaning: 'Channel' });
  });

  it('lists own metrics of an agreement, in a section of their own', async () => {
    const own = 'metrics: { email_wins: { label: Wins by mail, of: won, where: { source.channel: email } } }\n';
    const rest = 'teams: { sales: {} }\nreadiness: { raw: {} }\nsla: {}\nreasons: {}\n';
    writeFileSync(join(folder, 'own.yaml'), `sameteam: 1\nname: Own\n${rest}${own}`);
    const list = ['report', '--list', '--agreement', 'own.yaml'];
    expect((await run(list)).stdout).toMatch(/\n\nown\n {2}email_wins {2,}\S/);
    const { metrics, sections } = JSON.parse((await run([...list, '--json'])).stdout);
    expect(metrics.at(-1)).toMatchObject({ id: 'email_wins' });
    expect(sections.at(-1)).toMatchObject({ id: 'own' });
    expect((await run(['report', '--list'])).stdout).not.toContain('email_wins');
  });

  it('says that there is no database, and what an agreement lacks', async () => {
    expect(await run(['report', '--db', 'none.duckdb', '--metric', 'won'])).toMatchObject({
      exit: 1,
      stderr: expect.stringContaining('There is no database at'),
    });
    writeFileSync(join(folder, 'bad.yaml'), 'sameteam: 1\nname: Bad\nteams: 3\n');
    const { exit, stderr } = await report('--metric', 'won', '--agreement', 'bad.yaml');
    expect(exit).toBe(1);
    expect(stderr).toMatch(/^Cannot use the agreement bad\.yaml: it has 4 faults\.\n(.*\n)*bad\.yaml:3:8: /);
  });
});

describe('sameteam init', () => {
  it('writes an agreement and a map that can be used, and never writes over them', async () => {
    const cwd = mkdtempSync(join(folder, 'init-'));
    const args = ['init', '--name', 'Acme: "north"', '--zone', 'Europe/Berlin', '--currency', 'CHF', '--json'];
    expect(await run(args, { cwd })).toMatchObject({
      exit: 0,
      stdout:
        '{"written":["sameteam.agreement.yaml","sameteam.agreement.schema.json","sameteam.map.yaml"],"kept":[]}\n',
    });
    const { agreement, issues } = parseAgreement(readFileSync(join(cwd, 'sameteam.agreement.yaml'), 'utf8'));
    expect(issues.filter((issue) => issue.severity === 'error')).toEqual([]);
    expect(agreement).toMatchObject({ name: 'Acme: "north"', timeZone: 'Europe/Berlin', currency: 'CHF' });
    expect(parseMap(readFileSync(join(cwd, 'sameteam.map.yaml'), 'utf8')).zone).toBe('Europe/Berlin');

    writeFileSync(join(cwd, 'sameteam.map.yaml'), 'mine');
    expect(await run(args, { cwd })).toMatchObject({
      exit: 5,
      stdout: '',
      stderr: expect.stringContaining('never overwritten'),
    });
    rmSync(join(cwd, 'sameteam.agreement.yaml'));
    expect((await run(args, { cwd })).stdout).toBe(
      '{"written":["sameteam.agreement.yaml"],"kept":["sameteam.agreement.schema.json","sameteam.map.yaml"]}\n',
    );
    expect(readFileSync(join(cwd, 'sameteam.map.yaml'), 'utf8')).toBe('mine');
  });
});

describe('sameteam doctor', () => {
  it('looks at the machine and the database', async () => {
    const { exit, stdout } = await run(['doctor', '--db', 'team.duckdb', '--json']);
    const { ok, checks } = JSON.parse(stdout) as {
      ok: boolean;
      checks: { check: string; status: string; found: string }[];
    };
    expect({ exit, ok }).toEqual({ exit: 0, ok: true });
    expect(checks.map((it) => it.check)).toEqual([
      'Node',
      'DuckDB',
      'Time zones',
      'Disk',
      'Database',
      'Log',
      'Agreement',
      'Imports',
      'Quarantine',
      'Browser for tests',
    ]);
    expect(checks.find((it) => it.check === 'Log')?.found).toMatch(
      /^[\d,]+ events of \d+ leads, 2025-12-31 to 2026-0\d-\d\d$/,
    );
  });

  it('fails for a file that is no database, and says what to do', async () => {
    writeFileSync(join(folder, 'notes.txt'), 'not a database, however long the text of it may be');
    const { exit, stdout } = await run(['doctor', '--db', 'notes.txt']);
    expect(exit).toBe(1);
    expect(stdout).toMatch(/failed {3}Database +Cannot open .*notes\.txt/);
  });
});

describe('sameteam demo', () => {
  it('keeps what exists, and leaves nothing half made when it is stopped', async () => {
    const before = readdirSync(folder);
    // As a killed run leaves it; no process has this number.
    writeFileSync(join(folder, 'new.duckdb.part-4194999'), 'half');
    expect(await run(['demo', '--db', 'team.duckdb'])).toMatchObject({
      exit: 5,
      stderr: expect.stringContaining('the file exists'),
    });
    expect(await run(['demo', '--db', 'new.duckdb'], { stop: AbortSignal.abort() })).toMatchObject({
      exit: 1,
      stderr: 'Stopped before the end: nothing was kept.\n',
    });
    expect(readdirSync(folder)).toEqual(before);
  });
});
