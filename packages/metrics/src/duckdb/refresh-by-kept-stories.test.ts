import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { factDump } from '../../test/duckdb/fact-dump.ts';
import { companyAgreement, eventsOfFew } from '../../test/support/events-of-few.ts';
import { teamOf } from '../../test/support/team.ts';
import { openDatabase } from './connection.ts';
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
