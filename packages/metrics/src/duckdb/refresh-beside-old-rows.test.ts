import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LeadEvent } from '@sameteam/model';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { factDump } from '../../test/duckdb/fact-dump.ts';
import { companyAgreement, eventsOfFew } from '../../test/support/events-of-few.ts';
import { teamOf } from '../../test/support/team.ts';
import { wholePicture } from '../../test/support/whole-picture.ts';
import type { Engine } from '../engine.ts';
import { openDatabase } from './connection.ts';
import { openDuckDbEngine } from './duckdb-engine.ts';
import { keepStories } from './kept-stories.ts';

describe('a refresh that leaves old rows where they are', () => {
  let folder: string;
  let path: string;
  let left: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sameteam-metrics-'));
    path = join(folder, 'team.duckdb');
    left = join(folder, 'left.duckdb');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const open = (file: string, readOnly = false) =>
    openDuckDbEngine({ path: file, agreement: companyAgreement, threads: 1, readOnly });

  /** A store of some events that keeps their stories, as one with a long log does. */
  async function openLong(events: readonly LeadEvent[]): Promise<Engine> {
    rmSync(path, { force: true });
    const engine = await open(path);
    await teamOf(engine, companyAgreement).import(events, { id: 'before' });
    await engine.close();
    const database = await openDatabase(path, { readOnly: false });
    await keepStories(database, { unkept: 0 });
    database.close();
    return open(path);
  }

  /** The file as a process leaves it that is killed. */
  function leaveFile(): void {
    for (const end of ['', '.wal']) {
      rmSync(`${left}${end}`, { force: true });
      if (existsSync(`${path}${end}`)) copyFileSync(`${path}${end}`, `${left}${end}`);
    }
  }

  async function notedIn(file: string): Promise<string | undefined> {
    const database = await openDatabase(file, { readOnly: false });
    const [row] = await database.query("SELECT value FROM meta WHERE key = 'changed_facts'");
    database.close();
    return row === undefined ? undefined : String(row.value).split(' ')[0];
  }

  async function pictureOf(file: string, readOnly: boolean): Promise<object> {
    const engine = await open(file, readOnly);
    const picture = await wholePicture(engine);
    await engine.close();
    return picture;
  }

  it('tells what a rebuild tells, while it is open, after it is closed, and of a file that was left', async () => {
    await fc.assert(
      fc.asyncProperty(eventsOfFew(25), eventsOfFew(6), async (before, later) => {
        const engine = await openLong(before);
        const team = teamOf(engine, companyAgreement);
        for (const [index, one] of later.entries()) await team.import([one], { id: `later ${index}` });
        await engine.undoImport('later 1', { recordedMs: Date.UTC(2027, 0, 2) });
        const picture = await wholePicture(engine);
        leaveFile();
        await engine.close();
        const closed = await factDump(path);
        const rebuilt = await open(path);
        await rebuilt.rebuild();
        expect(picture).toEqual(await wholePicture(rebuilt));
        await rebuilt.close();
        expect(closed).toEqual(await factDump(path));
        expect(await pictureOf(left, true)).toEqual(picture);
        const again = await open(left);
        expect(await wholePicture(again)).toEqual(picture);
        await again.rebuild();
        expect(await wholePicture(again)).toEqual(picture);
        await again.close();
      }),
      { numRuns: 8, endOnFailure: true },
    );
  }, 240_000);

  it('leaves them until the file is closed', async () => {
    const [before = [], later = []] =
      fc.sample(fc.tuple(eventsOfFew(25), eventsOfFew(1)), { numRuns: 1, seed: 3 })[0] ?? [];
    const engine = await openLong(before);
    await teamOf(engine, companyAgreement).import(later, { id: 'later' });
    leaveFile();
    await engine.close();
    expect(Number(await notedIn(left))).toBeGreaterThan(0);
    expect(await notedIn(path)).toBe('0');
  });
});
