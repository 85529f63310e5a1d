import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultAgreement } from '@sameteam/agreement';
import { appendEvents } from '@sameteam/metrics';
import { openDuckDbEngine } from '@sameteam/metrics/duckdb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sameteam } from '../support/sameteam.ts';
import { madeLog } from './support/made-log.ts';

let cwd = '';
beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'sameteam-unrecorded-'));
  const engine = await openDuckDbEngine({ path: join(cwd, 'leads.duckdb'), agreement: defaultAgreement });
  const log = madeLog().filter(({ type }) => type !== 'lead.attempted');
  await appendEvents(engine, log, { recordedMs: Date.UTC(2026, 9, 1) });
  await engine.close();
}, 60_000);
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const report = (...args: readonly string[]) => sameteam(['report', '--db', 'leads.duckdb', ...args], { cwd });
const inOneLine = (text: string) => text.replace(/\s+/g, ' ');

const said = 'No attempt of a rep was ever recorded (lead.attempted)';
const remedy = 'record it, or map its column on import.';

it('marks a number that nobody recorded the events of, and says so below it', async () => {
  const { stdout } = await report('--metric', 'never_attempted_rate,acceptance_rate');
  expect(stdout).toMatch(/^Never attempted +100\.0 %\? /m);
  expect(stdout).toMatch(/^Acceptance rate +\d+\.\d %\*? /m);
  expect(inOneLine(stdout)).toContain(`? stands on what is not in the data. ${said}: Never attempted.`);
  expect(inOneLine(stdout)).toContain(remedy);
  const markdown = (await report('--metric', 'never_attempted_rate', '--md')).stdout;
  expect(markdown).toContain('100.0 %? (');
  expect(markdown).toContain(said);
});

it('says it in the standard report of what stands there only', async () => {
  const told = inOneLine((await report()).stdout);
  expect(told).toContain(
    `${said}: SLA attainment; SLA missed; SLA open; Missed and explained; Never attempted; Attempts per hand-off; and`,
  );
  expect(told).not.toContain('No answer to the pulse');
});

it('gives programs a name and a sentence, and none where nothing is missing', async () => {
  const rows = JSON.parse((await report('--metric', 'never_attempted_rate,captured', '--json')).stdout) as object[];
  expect(rows).toMatchObject([
    { metric: 'never_attempted_rate', value: 1, unrecorded: 'attempts', note: expect.stringContaining(said) },
    { metric: 'captured', unrecorded: null, note: null },
  ]);
});

it('is part of the explanation', async () => {
  const { stdout } = await report('--explain', 'never_attempted_rate', '--leads', '0');
  expect(inOneLine(stdout)).toContain(`${said}. Until that is in the data,`);
  expect(inOneLine(stdout)).toContain(remedy);
  expect(stdout).not.toContain('sla.decision');
});
