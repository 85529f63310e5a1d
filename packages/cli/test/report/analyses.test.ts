import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sameteam } from '../support/sameteam.ts';
import { makeMadeDatabase } from './support/made-log.ts';

let cwd = '';
beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'sameteam-analyses-'));
  await makeMadeDatabase(join(cwd, 'leads.duckdb'));
}, 60_000);
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const report = (...args: readonly string[]) => sameteam(['report', '--db', 'leads.duckdb', ...args], { cwd });

interface CreditRow {
  readonly model: string;
  readonly conversions: number;
  readonly amount: number;
}

describe('--attribution', () => {
  it('has every model, each with all wins and amounts, within 80 columns', async () => {
    const { exit, stdout } = await report('--attribution');
    expect(exit).toBe(0);
    expect(stdout).toMatch(/^Won leads, by model$/m);
    expect(stdout).toMatch(/^Bookings, by model$/m);
    expect(stdout.match(/^All .*$/gm)?.every((line) => !/[1-9]\d? %/.test(line.replace(/100\.0 %/g, '')))).toBe(true);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThan(80);
    const rows = JSON.parse((await report('--attribution', '--json')).stdout) as readonly CreditRow[];
    const [wins, booked] = JSON.parse(
      (await report('--metric', 'won_in_period,bookings', '--json')).stdout,
    ) as readonly {
      value: number;
    }[];
    for (const model of new Set(rows.map((row) => row.model))) {
      const of = rows.filter((row) => row.model === model);
      expect(of.reduce((sum, row) => sum + row.conversions, 0)).toBeCloseTo(wins?.value ?? 0, 9);
      expect(of.reduce((sum, row) => sum + row.amount, 0)).toBe(booked?.value);
    }
    const table = parse((await report('--attribution', 'u,first', '--csv')).stdout, { columns: true }) as CreditRow[];
    expect(new Set(table.map(({ model }) => model))).toEqual(new Set(['u', 'first']));
    const ofFirst = rows.filter((row) => row.model === 'first').map(({ amount }) => (amount / 100).toFixed(2));
    expect(table.filter(({ model }) => model === 'first').map(({ amount }) => amount)).toEqual(ofFirst);
    expect((await report('--attribution', 'last', '--md')).stdout).toMatch(/^\| All \| 20 100\.0 % \|/m);
  });

  it('says that models cannot differ where nobody was touched twice', async () => {
    const told = async (...models: readonly string[]) =>
      (await report('--attribution', ...models)).stdout.replace(/\s+/g, ' ');
    expect(await told()).toMatch(/20 of 20 had one touch at most: .* models cannot differ here\./);
    expect(await told()).toContain('Markov needs paths of more than one channel, and 20 of 20 came over one at most');
    expect(await told('first')).not.toContain('Markov needs');
  });

  it('names what it does not know, and what it cannot be asked with', async () => {
    const wrong = await report('--attribution', 'liniar');
    expect([wrong.exit === 0, wrong.stderr]).toEqual([false, expect.stringMatching(/Did you mean "linear"\?/)]);
    expect((await report('--attribution', '--by', 'owner')).stderr).toMatch(
      /--attribution and --by cannot be asked for/,
    );
    expect((await report('--conversion', 'won')).stderr).toMatch(/--conversion means nothing without --attribution/);
    expect((await report('--curve', 'win_rate', '--change', 'win_rate')).stderr).toMatch(/--curve and --change cannot/);
  });
});

describe('every analysis', () => {
  it.each([
    ['--attribution'],
    ['--curve', 'days_to_won_median'],
    ['--cohorts', 'lead_to_win_rate'],
    ['--change', 'mql_within_7_days'],
    ['--promises'],
  ])('says that the agreement is a draft, as the report does: %s', async (...asked) => {
    const judged = /As of [^"]*, by the agreement "[^"]+", version \d+ \(a? ?draft/;
    expect((await report(...asked)).stdout.replace(/\s+/g, ' ')).toMatch(judged);
  });
});

describe('--curve and --cohorts', () => {
  it('tells each day to programs, and a few to people', async () => {
    const rows = JSON.parse(
      (await report('--curve', 'lead_to_win_rate', '--days', '60', '--json')).stdout,
    ) as readonly {
      day: number;
      share: number | null;
      atRisk: number;
    }[];
    expect(rows.map(({ day }) => day)).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
    expect(rows[0]).toMatchObject({ share: 0, atRisk: 90 });
    expect(rows[59]?.share).toBeGreaterThan(0.2);
    const { stdout } = await report('--cohorts', 'lead_to_win_rate', '--by', 'source.channel', '--days', '60');
    expect(stdout).toMatch(/^paid_search +30 +0\.0 % .* ▁/m);
  });

  it('says which metrics have a curve', async () => {
    expect((await report('--curve', 'captured')).stderr.replace(/\s+/g, ' ')).toMatch(
      /captured has no curve: .*lead_to_win_rate/,
    );
    expect((await report('--curve', 'lead_to_winrate')).stderr).toMatch(/Did you mean "lead_to_win_rate"\?/);
  });
});

describe('--change', () => {
  it('answers first, and shows each period', async () => {
    const { stdout } = await report('--change', 'mql_within_7_days');
    expect(stdout).toMatch(/^MQL within 7 days: no change can be told from chance/);
    const rows = JSON.parse(
      (await report('--change', 'mql_within_7_days', '--grain', 'day', '--json')).stdout,
    ) as unknown[];
    expect(rows).toHaveLength(30);
    expect((await report('--change', 'won')).stderr.replace(/\s+/g, ' ')).toMatch(/won is no share of a cohort/);
  });
});

describe('--promises', () => {
  const agreement = `sameteam: 1
name: Promises
teams: { marketing: {}, sales: {} }
readiness: { hot: { field: source.channel, is: webinar } }
sla:
  volume: { of: marketing, count: { qualified: 20 } }
  acceptance: { of: sales, metric: mql_to_sal_rate, atLeast: 0.9 }
reasons: { wrong_profile: { then: disqualify } }
`;

  it('says of each promise whether it was kept, and in which periods', async () => {
    writeFileSync(join(cwd, 'promises.yaml'), agreement);
    const { exit, stdout, stderr } = await report('--agreement', 'promises.yaml', '--promises');
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    expect(stdout).toMatch(/^sla\.volume: marketing promised at least 20 Qualified \(MQL\) each month\./m);
    expect(stdout).toMatch(/^Month +Number +Kept$/m);
    expect(stdout).toMatch(/^2026-07 +\d+ +(kept|missed)$/m);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThan(80);
    const rows = JSON.parse((await report('--agreement', 'promises.yaml', '--promises', '--json')).stdout) as readonly {
      clause: string;
      period: string;
      value: number;
      kept: boolean | null;
    }[];
    const counted = JSON.parse(
      (await report('--metric', 'qualified', '--anchor', 'mql', '--grain', 'month', '--json')).stdout,
    ) as readonly { month: string; value: number }[];
    for (const { month, value } of counted)
      expect(rows.find(({ clause, period }) => clause === 'sla.volume' && period === month)?.value).toBe(value);
    expect(
      rows
        .filter(({ clause }) => clause === 'sla.volume')
        .map(({ value, kept }) => kept === null || kept === value >= 20),
    ).not.toContain(false);
  });

  it('is refused of a time before the first event, as every report is', async () => {
    const { exit, stderr } = await report('--agreement', 'promises.yaml', '--promises', '--as-of', '2020-01-01');
    expect(exit).toBe(1);
    expect(stderr).toMatch(/Nothing had happened by 2020-01-01/);
  });

  it('says why no time is judged where no clock has started', async () => {
    const timed = agreement.replace(
      'reasons:',
      '  renew: { of: sales, grain: opportunity, from: opportunity.reopened, kept: opportunity.won, within: 5d }\nreasons:',
    );
    writeFileSync(join(cwd, 'timed.yaml'), timed);
    const { stdout } = await report('--agreement', 'timed.yaml', '--promises');
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      'No clock of the SLA has started. That of sla.renew starts with opportunity.reopened.',
    );
    const told = (await report('--agreement', 'timed.yaml', '--metric', 'sla_entries')).stdout;
    expect(told.replace(/\s+/g, ' ')).toContain('No clock of the SLA has started.');
    expect((await report('--promises')).stdout).not.toContain('No clock');
  });

  it('is said not to be promised where only times are', async () => {
    expect((await report('--promises')).stdout).toMatch(/promises times only|: \w+ promised /);
    expect((await report('--promises', '--by', 'owner')).stderr).toMatch(/--promises and --by cannot/);
  });
});
