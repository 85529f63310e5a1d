import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultAgreement } from '@sameteam/agreement';
import { openDuckDbEngine } from '@sameteam/metrics/duckdb';
import { createIngest, sentItems } from '@sameteam/service';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { arrivalMs, leadEvent } from './lead-events.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sameteam-ingest-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const open = async (name: string) => {
  const engine = await openDuckDbEngine({ path: join(folder, name), agreement: defaultAgreement });
  const clock = () => arrivalMs;
  const ingest = createIngest({ engine, agreement: defaultAgreement, clock, webCrypto: globalThis.crypto });
  return { engine, ingest };
};

it('what 200 senders were told to be accepted is in the file, after few commits', async () => {
  const { engine, ingest } = await open('many.duckdb');
  const answers = await Promise.all(
    Array.from({ length: 200 }, (_, lead) => ingest.events(sentItems(leadEvent(String(lead))))),
  );
  expect(answers.every(({ accepted }) => accepted === 1)).toBe(true);
  const ids = new Set(answers.map((answer) => answer.import));
  await engine.close();

  const again = await open('many.duckdb');
  expect(await again.engine.status()).toMatchObject({ events: 200, leads: 200 });
  expect(new Set((await again.engine.imports()).map(({ id }) => id))).toEqual(ids);
  expect(ids.size).toBeLessThan(10);
  const repeated = await again.ingest.events(
    sentItems(Array.from({ length: 200 }, (_, lead) => leadEvent(String(lead)))),
  );
  expect(repeated).toMatchObject({ duplicates: 200, import: null });
  await again.engine.close();
});

it('a lead without an id is known again after a restart', async () => {
  const lead = { email: 'ann@acme.example', source: 'webinar' };
  const before = await open('again.duckdb');
  const first = await before.ingest.lead(lead);
  await before.engine.close();
  const after = await open('again.duckdb');
  expect(await after.ingest.lead(lead)).toMatchObject({ verdict: 'duplicate', earlier: { id: first.id } });
  await after.engine.close();
});
