import { appendEvents } from '@sameteam/metrics';
import { openDuckDbEngine } from '@sameteam/metrics/duckdb';
import { simulateCompany, simulatedAgreement } from '@sameteam/mocks';
import { afterAll, expect, it } from 'vitest';
import { loadCompany } from './load-company.ts';

const company = simulateCompany({ seed: 3, leads: 600, months: 6, start: '2026-01-01', end: '2026-08-31T00:00:00Z' });
const recordedMs = Date.UTC(2026, 7, 31);
const stop = new AbortController().signal;
const engine = await openDuckDbEngine({ path: ':memory:', agreement: simulatedAgreement() });
afterAll(() => engine.close());

it('writes nothing when it is stopped', async () => {
  await expect(loadCompany(engine, company, { recordedMs, stop: AbortSignal.abort() })).rejects.toMatchObject({
    code: 'stopped',
  });
  expect(await engine.imports()).toEqual([]);
});

it('writes every event once, as one import, in the form that the same events have from anywhere else', async () => {
  const told: number[] = [];
  const outcome = await loadCompany(engine, company, { recordedMs, stop, onEvents: (events) => told.push(events) });
  const events = [...company.events];
  expect(outcome.events).toBe(events.length);
  expect(told.at(-1)).toBe(events.length);
  expect(outcome.leads).toBe(
    new Set(events.filter(({ type }) => type === 'lead.captured').map((it) => it.subject)).size,
  );
  expect(await engine.imports()).toMatchObject([
    { read: events.length, accepted: events.length, duplicates: 0, quarantined: 0, recordedMs },
  ]);
  // Contents are compared in their canonical form: were one of them kept in another, its event would conflict here.
  const again = await appendEvents(engine, events, { recordedMs });
  expect(new Set(again.verdicts)).toEqual(new Set(['duplicate']));
});
