import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { factDump } from '../../test/duckdb/fact-dump.ts';
import { captured, handedOff, qualified } from '../../test/support/events.ts';
import { companyAgreement, eventsOfFew } from '../../test/support/events-of-few.ts';
import { teamOf } from '../../test/support/team.ts';
import { inTransaction, openDatabase } from './connection.ts';
import { openDuckDbEngine } from './duckdb-engine.ts';
import { keepStories, keptUpTo } from './kept-stories.ts';

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sameteam-metrics-'));
  path = join(folder, 'team.duckdb');
});
afterEach(() => rmSync(folder, { recursive: true }));

const open = () => openDuckDbEngine({ path, agreement: companyAgreement, threads: 1 });

/** Keeps the stories of the log so far, as a long log does of itself. */
async function keepAll(): Promise<number> {
  const database = await openDatabase(path, { readOnly: false });
  await keepStories(database, { unkept: 0, atOnce: 7 });
  const { seq } = await keptUpTo(database);
  database.close();
  return seq;
}

it('makes the same facts of stories that are kept, of the end of the log, and of what is taken back', async () => {
  await fc.assert(
    fc.asyncProperty(eventsOfFew(25), eventsOfFew(5), async (before, later) => {
      rmSync(path, { force: true });
      let engine = await open();
      await teamOf(engine, companyAgreement).import(before, { id: 'before' });
      for (const [index, one] of later.entries()) {
        // The last ones stand behind what is kept.
        if (index < 3) {
          await engine.close();
          expect(await keepAll()).toBeGreaterThan(0);
          engine = await open();
        }
        await teamOf(engine, companyAgreement).import([one], { id: `later ${index}` });
      }
      await engine.undoImport('later 1', { recordedMs: Date.UTC(2027, 0, 2) });
      await engine.close();
      const refreshed = await factDump(path);
      engine = await open();
      await engine.rebuild();
      await engine.close();
      expect(refreshed).toEqual(await factDump(path));
    }),
    { numRuns: 10, endOnFailure: true },
  );
}, 240_000);

it('finds stories that were kept by a process that was killed, whoever opened the file in between', async () => {
  const leadsOf = (name: string) =>
    Array.from({ length: 200 }, (_, index) => [
      captured(`${name}${index}`, '2026-01-01', 'paid'),
      qualified(`${name}${index}`, '2026-01-02'),
    ]).flat();
  let engine = await open();
  await teamOf(engine, companyAgreement).import(leadsOf('a'), { id: 'a' });
  await engine.close();
  await keepAll();
  engine = await open();
  await teamOf(engine, companyAgreement).import(leadsOf('b'), { id: 'b' });
  await engine.close();
  const killed = await openDatabase(path, { readOnly: false });
  await inTransaction(killed, () => keepStories(killed, { unkept: 0 }));
  const left = join(folder, 'left.duckdb');
  for (const end of ['', '.wal']) if (existsSync(`${path}${end}`)) copyFileSync(`${path}${end}`, `${left}${end}`);
  killed.close();
  path = left;
  await (await open()).close();
  engine = await open();
  await teamOf(engine, companyAgreement).import([handedOff('b7', '2026-01-05')], { id: 'c' });
  const facts = (await engine.leadFacts({ limit: 1000 })).leads;
  await engine.rebuild();
  expect(facts).toEqual((await engine.leadFacts({ limit: 1000 })).leads);
  await engine.close();
});
