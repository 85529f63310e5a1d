import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultAgreement } from '@sameteam/agreement';
import { appendEvents, isOfMoney, metricDefinitions } from '@sameteam/metrics';
import { openDuckDbEngine } from '@sameteam/metrics/duckdb';
import { validateEvent } from '@sameteam/model';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sameteam } from '../support/sameteam.ts';
import { madeLog } from './support/made-log.ts';

let cwd = '';
beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'sameteam-currency-'));
  const dollars = validateEvent({
    specversion: '1.0',
    id: 'in dollars',
    source: 'made',
    type: 'opportunity.won',
    subject: 'opportunity/dollars',
    time: '2026-09-01T10:00:00Z',
    data: { leads: ['lead/webinar-1'], amount: { amountMinor: 100, currency: 'USD' } },
  });
  if (!dollars.success) throw new Error('not an event');
  const engine = await openDuckDbEngine({ path: join(cwd, 'leads.duckdb'), agreement: defaultAgreement });
  await appendEvents(engine, [...madeLog(), dollars.event], { recordedMs: Date.UTC(2026, 9, 1) });
  await engine.close();
}, 60_000);
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const report = (...args: readonly string[]) => sameteam(['report', '--db', 'leads.duckdb', ...args], { cwd });

describe('a currency without a rate', () => {
  it('takes the numbers of money from the standard report, says why, and leaves the others', async () => {
    const { exit, stdout } = await report();
    expect(exit).toBe(0);
    expect(stdout).toMatch(/^ {2}Captured +90\b/m);
    expect(stdout).not.toContain('Open pipeline');
    const told = stdout.replace(/\s+/g, ' ');
    expect(told).toMatch(/\d+ metrics of money are left out\. Amounts in USD cannot be added to EUR/);
    const { stdout: json, stderr } = await report('--json');
    expect((JSON.parse(json) as { metric: string }[]).map(({ metric }) => metric)).toEqual(
      expect.not.arrayContaining(
        metricDefinitions.filter((metric) => isOfMoney(metric, metricDefinitions)).map(({ id }) => id),
      ),
    );
    expect(stderr).toContain('metrics of money are left out');
  });

  it('is an error where money was asked for', async () => {
    const { exit, stdout, stderr } = await report('--metric', 'captured,bookings');
    expect({ exit, stdout }).toEqual({ exit: 1, stdout: '' });
    expect(stderr).toMatch(/Amounts in USD cannot be added to EUR: the agreement declares no rate/);
  });
});
