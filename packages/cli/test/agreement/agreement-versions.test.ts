import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sameteam } from '../support/sameteam.ts';

const map = `sameteam-map: 1
source: csv/made
zone: Europe/Berlin
files:
  leads:
    match: "leads*.csv"
    key: id
    columns: [id, captured, handed, attempted]
    events:
      - { type: lead.captured, subject: "lead/{id}", time: { column: captured, format: "yyyy-MM-dd HH:mm" } }
      - type: lead.handed_off
        subject: "lead/{id}"
        time: { column: handed, format: "yyyy-MM-dd HH:mm" }
        data: { from: marketing, to: sales }
      - type: lead.attempted
        subject: "lead/{id}"
        time: { column: attempted, format: "yyyy-MM-dd HH:mm" }
        data: { channel: call, direction: outbound, automated: { template: "no", as: boolean, false: ["no"] }, connected: { template: "no", as: boolean, false: ["no"] } }
`;

/** Attempted 36 hours after the hand-off; the third over Christmas, within one working day. */
const leads = `id,captured,handed,attempted
october,2026-10-01 09:00,2026-10-12 09:00,2026-10-13 21:00
november,2026-11-02 09:00,2026-11-10 09:00,2026-11-11 21:00
december,2026-12-01 09:00,2026-12-09 09:00,2026-12-10 21:00
`;
const christmas = `id,captured,handed,attempted
christmas,2026-12-01 09:00,2026-12-24 16:00,2026-12-28 10:00
`;

const cwd = mkdtempSync(join(tmpdir(), 'sameteam-versions-'));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const signingMs = Date.UTC(2026, 9, 20);
const nowMs = Date.UTC(2027, 0, 10);
const run = (args: readonly string[], atMs = nowMs) => sameteam(args, { cwd, nowMs: atMs });
const write = (name: string, text: string) => writeFileSync(join(cwd, name), text);

/** Runs a command that must do. */
async function done(args: readonly string[], atMs = nowMs): Promise<string> {
  const { exit, stdout, stderr } = await run(args, atMs);
  expect(exit, `${args.join(' ')}\n${stdout}${stderr}`).toBe(0);
  return stdout;
}

/** What the first attempt came to by version: kept, of judged. */
async function attainment(...args: readonly string[]) {
  const asked = ['--metric', 'sla_attainment', '--where', 'clause=sla.first_attempt', '--json', ...args];
  const rows = JSON.parse(await done(['report', '--db', 'team.duckdb', ...asked])) as Record<string, unknown>[];
  return rows.map(({ version, numerator, denominator }) => [version, numerator, denominator]);
}

let template = '';
let keys = '';

/** The agreement of a version, whose first attempt is owed within a time from the hand-off. */
function document(version: number, effective: string, within: string): string {
  const sla = template.replace(
    /first_attempt: \{.*\}/,
    `first_attempt: { of: sales, from: lead.handed_off, kept: { attempt: {} }, within: ${within}, target: 0.9 }`,
  );
  return `${sla.replace(/^version: .*\n/m, '')}version: ${version}\neffective: ${effective}\nsignatures: { keys: { ${keys} } }\n`;
}

async function sign(file: string): Promise<void> {
  for (const team of ['marketing', 'sales'])
    await done(['agreement', 'sign', file, '--key', `${team}.key.json`, '--anyway'], signingMs);
}

beforeAll(async () => {
  await done(['init', '--yes', '--name', 'Acme', '--zone', 'Europe/Berlin', '--country', 'DE']);
  template = readFileSync(join(cwd, 'sameteam.agreement.yaml'), 'utf8');
  const lines: string[] = [];
  for (const team of ['marketing', 'sales'])
    lines.push(`${team}: "${(await done(['agreement', 'keygen', team])).trim()}"`);
  keys = lines.join(', ');
  write('first.yaml', document(1, '2026-11-01', '24h'));
  write('second.yaml', document(2, '2026-12-01', '48h'));
  write('third.yaml', document(3, '2027-06-01', '1h'));
  await sign('first.yaml');
  await sign('second.yaml');
  write('map.yaml', map);
  write('leads.csv', leads);
  await done(['import', 'leads.csv', '--map', 'map.yaml', '--db', 'team.duckdb', '--agreement', 'second.yaml']);
}, 120_000);

const byVersion = ['--by', 'version'];
const judged = [
  ['1', 0, 2],
  ['2', 1, 1],
];

describe('versions that were signed', () => {
  it('judge each hand-off by the one that bound then, whichever of them is named', async () => {
    expect(await attainment(...byVersion, '--agreement', 'second.yaml')).toEqual(judged);
    expect(await attainment(...byVersion, '--agreement', 'first.yaml')).toEqual(judged);
    expect(await attainment(...byVersion, '--agreement', 'first.yaml', '--engine', 'memory')).toEqual(judged);
  });

  it('are kept by the database with their signatures', async () => {
    expect(await attainment(...byVersion)).toEqual(judged);
    expect(await attainment(...byVersion, '--engine', 'memory')).toEqual(judged);
    const { stdout } = await run(['doctor', '--db', 'team.duckdb']);
    expect(stdout).toContain('"Acme", version 2');
  });

  it('are named beside the numbers, with what they were at as-of', async () => {
    const told = async (...args: readonly string[]) =>
      (await done(['report', '--db', 'team.duckdb', '--metric', 'sla_attainment', '--md', ...args])).replace(
        /\s+/g,
        ' ',
      );
    expect(await told()).toMatch(/by the agreement "Acme", version 2\./);
    expect(await told('--as-of', '2026-11-20')).toMatch(/by the agreement "Acme", version 1\./);
    expect(await told('--as-of', '2026-10-20')).toMatch(/version 1 \(signed, but not binding then: a draft still\)/);
    expect(await told('--agreement', 'third.yaml')).toMatch(/version 3 \(draft\)/);
  });

  it('are quoted where they judged: the clause of then, and each of them where they differ', async () => {
    const told = async (...args: readonly string[]) => {
      const asked = ['--explain', 'sla_attainment', '--where', 'clause=sla.first_attempt', '--leads', '0', ...args];
      return (await done(['report', '--db', 'team.duckdb', ...asked])).replace(/\s+/g, ' ');
    };
    const november = await told('--from', '2026-11-01', '--to', '2026-11-30');
    expect(november).toMatch(/within 24 hours/);
    expect(november).toMatch(/By the agreement "Acme", version 1/);
    expect(november).not.toMatch(/48 hours|version 2/);
    const both = await told('--from', '2026-11-01', '--to', '2026-12-31');
    expect(both).toMatch(
      /each time by the version that bound then\. From 2026-11-01 to 2026-11-30, version 1: .*24 hours.* From 2026-12-01 to 2026-12-31, version 2: .*48 hours/,
    );
  });

  it('can be asked for one by one; of others it is said which there are', async () => {
    for (const engine of ['duckdb', 'memory']) {
      const asked = (version: number) => attainment('--agreement-version', String(version), '--engine', engine);
      expect(await asked(1)).toEqual([[undefined, 0, 3]]);
      expect(await asked(2)).toEqual([[undefined, 3, 3]]);
      const refused = await run([
        ...['report', '--db', 'team.duckdb', '--metric', 'sla_attainment'],
        ...['--agreement-version', '9', '--engine', engine],
      ]);
      expect(refused).toMatchObject({ exit: 2, stdout: '' });
      expect(refused.stderr.replace(/\s+/g, ' ')).toContain(
        'There is no version 9 of the agreement here. Known are 1, 2.',
      );
    }
  });

  it('judge nothing where a draft is tried', async () => {
    expect(await attainment(...byVersion, '--agreement', 'third.yaml')).toEqual([['3', 0, 3]]);
    expect(await attainment('--agreement', 'third.yaml', '--agreement-version', '2')).toEqual([[undefined, 3, 3]]);
  });

  it('do not judge where a signature is gone, unless the database has it', async () => {
    const signature = 'first.v1.sales.sig.json';
    const text = readFileSync(join(cwd, signature), 'utf8');
    rmSync(join(cwd, signature));
    await done(['import', 'leads.csv', '--map', 'map.yaml', '--db', 'other.duckdb', '--agreement', 'second.yaml']);
    const rows = JSON.parse(
      await done(['report', '--db', 'other.duckdb', '--metric', 'sla_attainment', '--by', 'version', '--json']),
    ) as Record<string, unknown>[];
    expect(rows.map(({ version }) => version)).toEqual(['2']);
    expect(await attainment(...byVersion, '--agreement', 'second.yaml')).toEqual(judged);
    write(signature, text);
  });
});

it('closes public holidays, as the calendar says', async () => {
  write('day.yaml', document(1, '2026-11-01', '1wd'));
  write('leads-christmas.csv', christmas);
  await done([
    ...['import', 'leads-christmas.csv', '--map', 'map.yaml', '--db', 'christmas.duckdb', '--agreement', 'day.yaml'],
  ]);
  const kept = async (file: string) =>
    (
      JSON.parse(
        await done([
          ...['report', '--db', 'christmas.duckdb', '--metric', 'sla_attainment', '--agreement', file],
          ...['--where', 'clause=sla.first_attempt', '--json'],
        ]),
      ) as Record<string, unknown>[]
    ).map(({ numerator, denominator }) => [numerator, denominator]);
  expect(await kept('day.yaml')).toEqual([[1, 1]]);
  write('open.yaml', document(1, '2026-11-01', '1wd').replace(/, holidays: "?DE"?/, ''));
  expect(await kept('open.yaml')).toEqual([[0, 1]]);
});
