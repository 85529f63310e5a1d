import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { metricDefinitions } from '@sameteam/metrics';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sameteam } from '../support/sameteam.ts';
import { makeMadeDatabase } from './support/made-log.ts';

let cwd = '';
beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'sameteam-report-'));
  await makeMadeDatabase(join(cwd, 'leads.duckdb'));
}, 60_000);
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const report = (...args: readonly string[]) => sameteam(['report', '--db', 'leads.duckdb', ...args], { cwd });

describe('the standard report', () => {
  it('stands in sections, and says in a line what there is nothing of', async () => {
    const { exit, stdout } = await report();
    expect(exit).toBe(0);
    expect(stdout.match(/^[A-Z].*$/gm)?.filter((line) => !line.includes(' is ') && line.length < 30)).toEqual(
      expect.arrayContaining(['Funnel', 'Velocity', 'SLA of both sides', 'Black hole', 'Cost', 'Pulse']),
    );
    expect(stdout).toMatch(
      /^Pulse\n {2}There is nothing of it in the data: Are we in sync\?; Answers to the pulse\.\n\n/m,
    );
    expect(stdout).not.toMatch(/ {2}–$/m);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThan(80);
  });

  it('is one flat array and one table for programs', async () => {
    const rows = JSON.parse((await report('--json')).stdout) as { metric: string }[];
    expect(rows.map(({ metric }) => metric).toSorted()).toEqual(metricDefinitions.map(({ id }) => id).toSorted());
    const table = parse((await report('--csv')).stdout, { columns: true }) as { metric: string; value: string }[];
    expect(table.map(({ metric }) => metric)).toEqual(rows.map(({ metric }) => metric));
  });

  it('is cut to sections, in the order in which they are asked for', async () => {
    const { stdout } = await report('--section', 'sla,funnel', '--md');
    expect([...stdout.matchAll(/^## (.*)$/gm)].map(([, label]) => label)).toEqual(['SLA of both sides', 'Funnel']);
  });

  it('leaves out what does not know a dimension, and says so', async () => {
    const { stdout } = await report('--by', 'clause', '--section', 'sla,cost');
    expect(stdout).toMatch(/^ {2}sla\.first_attempt +/m);
    expect(stdout.replace(/\s+/g, ' ')).toMatch(
      /of 23 metrics are left out, all of "Cost" among them: they do not know clause\./,
    );
  });
});

describe('values', () => {
  it('are folded in a table as --top says, and add up', async () => {
    const { stdout } = await report('--metric', 'captured', '--by', 'source.channel', '--top', '1');
    expect(stdout).toMatch(/^\(other: 2 values\) +60 /m);
    const rows = JSON.parse(
      (await report('--metric', 'captured', '--by', 'source.channel', '--top', '1', '--json')).stdout,
    ) as { value: number; folded?: number }[];
    expect(rows.map(({ value, folded }) => [value, folded])).toEqual([
      [30, undefined],
      [60, 2],
    ]);
  });
});

describe('--explain', () => {
  it.each(metricDefinitions.map(({ id }) => id))(
    '%s says what it is, by which clause, and what it can be cut by',
    async (id) => {
      const { exit, stdout, stderr } = await sameteam(['report', '--explain', id], { cwd });
      expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
      expect(stdout).toMatch(new RegExp(`^.*[ \\n]\\(${id}\\)\\n\\nWhat it is\\n`));
      expect(stdout).toMatch(/\nThe clauses? ?.*\n {2}\S/);
      expect(stdout).toMatch(/By the agreement "Default|The agreement "Default/);
      expect(stdout).not.toMatch(/undefined|\[object|NaN|null/);
      // A command is one line, to be copied.
      const lines = stdout.split('\n').filter((line) => !line.startsWith('  sameteam '));
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(80);
    },
  );

  it('tells the number, its parts and the first leads behind it', async () => {
    const { stdout } = await report('--explain', 'mql_to_sal_rate', '--leads', '2');
    const text = stdout.replace(/\s+/g, ' ');
    expect(text).toContain('That is 44 MQLs that were accepted by sales, of 59 MQLs.');
    expect(text).toContain('2 of 44 leads in the numerator. The next page: --after ');
    expect(stdout.match(/^ {2}lead\//gm)).toHaveLength(2);
  });

  it('is an object for a program', async () => {
    const { explanation, leads } = JSON.parse((await report('--explain', 'cost_per_lead', '--json')).stdout);
    expect(explanation).toMatchObject({
      metric: 'cost_per_lead',
      parts: [
        { metric: 'spend', label: 'Spend', role: 'over' },
        { metric: 'captured', label: 'Captured', role: 'under' },
      ],
      dimensions: expect.arrayContaining(['source.channel', 'source.campaign']),
      number: { row: { numerator: 0, denominator: 90, currency: 'EUR' } },
    });
    // Costs have no leads: those below the line are told.
    expect(leads).toMatchObject({ part: 'denominator', total: 90 });
  });
});

describe('--leads', () => {
  it('lists every lead behind a number once, page by page', async () => {
    const seen: string[] = [];
    let further: readonly string[] = [];
    do {
      const ran = await report(
        '--metric',
        'mql_to_sal_rate',
        '--leads',
        'numerator',
        '--limit',
        '20',
        '--json',
        ...further,
      );
      seen.push(...(JSON.parse(ran.stdout) as { lead: string }[]).map(({ lead }) => lead));
      further = /--after .*$/m.exec(ran.stderr)?.[0].split(' ') ?? [];
    } while (further.length > 0);
    expect(seen).toHaveLength(44);
    expect(new Set(seen).size).toBe(44);
  });

  it('is a table for a spreadsheet', async () => {
    const { stdout } = await report(
      '--metric',
      'won',
      '--where',
      'source.channel=partner',
      '--leads',
      'numerator',
      '--csv',
    );
    const rows = parse(stdout, { columns: true }) as Record<string, string>[];
    expect(rows).toHaveLength(6);
    expect(rows[0]).toMatchObject({ lead: 'lead/partner-1', 'source.channel': 'partner', owner: 'kim' });
  });
});

describe('own metrics of the agreement', () => {
  const text = [
    'name: Ours',
    'teams: { marketing: {}, sales: {} }',
    'readiness: { raw: {} }',
    'sla: {}',
    'reasons: {}',
    'metrics: { webinar_mqls: { label: MQLs of webinars, of: qualified, where: { source.channel: webinar } } }',
  ].join('\n');

  it('have a section of their own, are asked for by name, and are explained', async () => {
    writeFileSync(join(cwd, 'ours.yaml'), text);
    const ours = ['--agreement', 'ours.yaml'];
    const { stdout } = await report(...ours, '--section', 'own');
    expect(stdout).toMatch(/^Of the agreement itself\n {2}Metric +Value\n {2}MQLs of webinars +20\n/);
    const named = await report(...ours, '--metric', 'webinar_mqls', '--json');
    expect(JSON.parse(named.stdout)).toMatchObject([{ metric: 'webinar_mqls', value: 20 }]);
    const explained = await sameteam(['report', '--explain', 'webinar_mqls', ...ours], { cwd });
    expect(explained.stdout).toMatch(/^MQLs of webinars \(webinar_mqls\)\n[\s\S]*metrics\.webinar_mqls: /);
    expect((await report('--metric', 'webinar_mqls')).stderr).toContain('There is no metric "webinar_mqls".');
  });
});

describe('what cannot be', () => {
  it.each([
    [['--section', 'funel'], 2, 'There is no section "funel". Did you mean "funnel"? Sections are funnel, quality'],
    [['--explain', 'wn'], 2, 'There is no metric "wn". Did you mean "won"?'],
    [['--metric', 'won', '--section', 'sla'], 2, '--metric and --section cannot be asked for together.'],
    [
      ['--metric', 'won', '--by', 'clause'],
      2,
      'won cannot be cut or filtered by "clause": its facts do not know it. They know source.ch',
    ],
    [
      ['--by', 'competitor', '--section', 'pulse'],
      2,
      'There is nothing to report: no metric of these sections knows competitor.',
    ],
    [['--metric', 'captured,won', '--leads', 'numerator'], 2, '2 metrics are named. Name one'],
    [['--metric', 'won', '--leads', 'all'], 2, '--leads cannot be "all". Say numerator, denominator or excluded'],
    [['--metric', 'won', '--leads', '3', '--after', 'x'], 2, 'There is no page after "x".'],
    [['--metric', 'spend', '--leads', 'numerator'], 1, 'There are no leads behind spend'],
    [['--metric', 'won', '--limit', '3'], 2, '--limit means nothing without --leads'],
    [
      ['--metric', 'won', '--by', 'source.channel', '--cells', '2'],
      2,
      'This report would have 3 rows, more than the limit of 2. Fold the smallest values with --top N',
    ],
    [
      ['--metric', 'won', '--as-of', '2026-01-01'],
      1,
      'Nothing had happened by 2026-01-01T23:59:59.999Z: the first event is of 2026-07-06',
    ],
    [['--metric', 'won', '--known-at', '2026-01-01'], 1, 'Nothing was known at 2026-01-01T23:59:59.999Z'],
    [
      ['--metric', 'won', '--from', '2026-09-01', '--to', '2026-08-01'],
      2,
      'The period ends (2026-08-01) before it starts',
    ],
    [['--explain', 'won', '--csv'], 2, 'An explanation is a text, not a table'],
  ])('%j ends with %i and says why', async (args, exit, sentence) => {
    expect(await report(...args)).toEqual({ exit, stdout: '', stderr: expect.stringContaining(sentence) });
  });

  it('does not narrow a number without a database', async () => {
    expect(await sameteam(['report', '--explain', 'won', '--known-at', '2026-01-01'], { cwd })).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining('--known-at means nothing without --db FILE'),
    });
  });
});
