import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allFigures, reportRows } from '../support/figures.ts';
import { writeGeneratedExport } from '../support/generated-export.ts';
import { importJson } from '../support/import-result.ts';
import { jsonOf } from '../support/sameteam.ts';
import { seeded } from '../support/seeded.ts';
import { type Spawned, spawnSameteam } from '../support/spawn-sameteam.ts';
import { query } from '../support/stored-log.ts';
import { tempFolder } from '../support/temp-folder.ts';

/** When a process is killed: at a share of the time it takes, when it commits, or when it has told its result. */
type Moment =
  | { readonly at: 'share'; readonly share: number }
  | { readonly at: 'commit' | 'told'; readonly delayMs: number };

/** An export, and what an import of it comes to that nobody disturbs. */
interface Undisturbed {
  readonly folder: string;
  readonly read: number;
  /** From the first byte of the database to the end of the process. */
  readonly durationMs: number;
  readonly state: string;
}

const nowMs = Date.UTC(2026, 9, 1, 12);

/** Two at a time: the machine that runs the tests may have two cores. */
const parallel = 2;

/** A log is larger than this while rows are committed, and not before. */
const walBytes = 200_000;

function importArgs({ folder }: Pick<Undisturbed, 'folder'>, cwd: string): readonly string[] {
  const path = (name: string) => relative(cwd, join(folder, name));
  return [path('leads.csv'), path('deals.csv'), '--map', path('map.yaml'), '--db', 'leads.duckdb'];
}

function start(of: Pick<Undisturbed, 'folder'>, cwd: string): Spawned {
  return spawnSameteam(['import', ...importArgs(of, cwd), '--json'], { cwd });
}

/** Everything that counts of a database, as one text: events, quarantine, states of records and figures. */
async function stateOf(cwd: string): Promise<string> {
  const db = join(cwd, 'leads.duckdb');
  const [log] = await query(
    db,
    `SELECT count(*) AS events, count(DISTINCT (s.source, x.id)) AS ids,
        sum(hash(s.source, x.id, e.type, u.subject, e.time, x.data, x.attributes, p.data)) AS contents,
        (SELECT count(*) FROM personal) AS personal, (SELECT count(*) FROM quarantine) AS quarantined,
        (SELECT count(*) FROM (SELECT DISTINCT key, state FROM records)) AS records, (SELECT count(*) FROM lead_facts) AS leads
       FROM events e JOIN event_texts x ON x.seq = e.seq JOIN sources s ON s.number = e.source JOIN subjects u ON u.number = e.subject
       LEFT JOIN personal p ON p.seq = e.seq`,
  );
  expect(log?.ids).toBe(log?.events);
  const figures = await reportRows(db, ['--metric', allFigures, '--by', 'source.channel,month'], { cwd, nowMs });
  // When it was recorded is not a part of it.
  return JSON.stringify([log, figures.map(({ restated: _, ...figure }) => figure)]);
}

/** Waits for the moment, or for the end of the process where that comes first. */
async function waitFor(
  moment: Moment,
  { cwd, spawned, durationMs }: { cwd: string; spawned: Spawned; durationMs: number },
) {
  const db = join(cwd, 'leads.duckdb');
  const hasCome = {
    share: () => existsSync(db) || existsSync(`${db}.new`),
    commit: () => existsSync(`${db}.wal`) && statSync(`${db}.wal`).size > walBytes,
    told: () => spawned.stdout() !== '',
  }[moment.at];
  let hasEnded = false;
  const ended = spawned.ended.then(() => {
    hasEnded = true;
  });
  while (!hasEnded && !hasCome()) await wait(1);
  await Promise.race([ended, wait(moment.at === 'share' ? moment.share * durationMs : moment.delayMs)]);
}

/** Kills an import at a moment, runs it again, and holds the result to that of an import that nobody disturbed. */
async function killAndRerun(of: Undisturbed, moment: Moment): Promise<'killed' | 'too late'> {
  const cwd = tempFolder();
  const spawned = start(of, cwd);
  await waitFor(moment, { cwd, spawned, durationMs: of.durationMs });
  spawned.child.kill('SIGKILL');
  const { signal, stdout } = await spawned.ended;
  const again = await importJson(importArgs(of, cwd), { cwd, nowMs });
  expect(again).toMatchObject({ read: of.read, quarantined: 0 });
  // All or nothing; and what was told to be imported is on the disk.
  expect([0, of.read]).toContain(again.accepted);
  if (stdout !== '') expect(again.accepted).toBe(0);
  expect(readdirSync(cwd)).toEqual(['leads.duckdb']);
  expect(await stateOf(cwd)).toBe(of.state);
  return signal === 'SIGKILL' ? 'killed' : 'too late';
}

async function undisturbed(leads: number, cwd: string): Promise<Undisturbed> {
  const folder = join(cwd, `export-${leads}`);
  const own = join(folder, 'own');
  mkdirSync(own, { recursive: true });
  writeGeneratedExport(folder, leads);
  const spawned = start({ folder }, own);
  while (!existsSync(join(own, 'leads.duckdb.new')) && !existsSync(join(own, 'leads.duckdb'))) await wait(1);
  const startMs = performance.now();
  const ended = await spawned.ended;
  const durationMs = performance.now() - startMs;
  expect(ended).toMatchObject({ exit: 0, stderr: '' });
  const { read } = jsonOf<{ read: number }>(ended);
  expect(read).toBe(leads + Math.ceil(leads / 20));
  return { folder, read, durationMs, state: await stateOf(own) };
}

/** Runs work for each item, a few at a time. */
async function inParallel<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = [];
  const left = items.entries();
  await Promise.all(
    Array.from({ length: parallel }, async () => {
      for (const [index, item] of left) results[index] = await work(item);
    }),
  );
  return results;
}

/** Moments all over an import: its first byte, its rows, its commit, and its end. */
function randomMoments(random: () => number): readonly Moment[] {
  const many = (count: number, moment: () => Moment) => Array.from({ length: count }, moment);
  return [
    ...many(2, () => ({ at: 'share', share: 0 })),
    ...many(4, () => ({ at: 'share', share: random() * 0.1 })),
    ...many(28, () => ({ at: 'share', share: random() })),
    ...many(10, () => ({ at: 'commit', delayMs: random() * 60 })),
    ...many(6, () => ({ at: 'told', delayMs: random() * 20 })),
  ];
}

const seed = Number(process.env.SAMETEAM_TEST_SEED ?? Date.now() % 1_000_000);
const folder = mkdtempSync(join(tmpdir(), 'sameteam-kill-'));
let small: Undisturbed;
/** Large enough for threads. */
let large: Undisturbed;

beforeAll(async () => {
  small = await undisturbed(10_000, folder);
  large = await undisturbed(50_000, folder);
}, 600_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('an import that is ended in the middle', () => {
  it(`loses and doubles nothing in 50 kills (seed ${seed})`, { timeout: 1_200_000 }, async () => {
    const random = seeded(seed);
    const kills = randomMoments(random).map((moment, index) => ({ moment, of: index % 10 === 9 ? large : small }));
    const ends = await inParallel(kills, async ({ moment, of }) =>
      killAndRerun(of, moment).catch((cause: unknown) => {
        throw new Error(`${JSON.stringify(moment)} of ${of.read} rows, seed ${seed}: ${String(cause)}`, { cause });
      }),
    );
    const killed = ends.filter((end) => end === 'killed').length;
    // As fast as the machine was when it was measured: then nearly all of them land inside.
    expect(killed, `${killed} of 50 kills landed inside`).toBeGreaterThanOrEqual(35);
  });

  it(`keeps nothing when it is told to stop (seed ${seed})`, { timeout: 1_200_000 }, async () => {
    const random = seeded(seed + 1);
    const shares = [0.05, ...Array.from({ length: 4 }, () => random() * 0.8)];
    const stopped = await inParallel(shares, async (share) => {
      const cwd = tempFolder();
      const spawned = start(large, cwd);
      await waitFor({ at: 'share', share }, { cwd, spawned, durationMs: large.durationMs });
      spawned.child.kill('SIGINT');
      const { exit, stdout, stderr } = await spawned.ended;
      // Too late to stop what is being committed: then it is done, and says so.
      if (exit === 0) expect(jsonOf({ stdout })).toMatchObject({ accepted: large.read });
      else {
        expect({ exit, stdout, stderr }).toEqual({
          exit: 1,
          stdout: '',
          stderr: 'Stopped. Nothing of this import was kept.\n',
        });
        expect(await query(join(cwd, 'leads.duckdb'), 'SELECT count(*)::INTEGER AS n FROM events')).toEqual([{ n: 0 }]);
      }
      const again = await importJson(importArgs(large, cwd), { cwd, nowMs });
      expect(again.accepted).toBe(exit === 0 ? 0 : large.read);
      expect(await stateOf(cwd)).toBe(large.state);
      return exit !== 0;
    });
    expect(stopped.filter(Boolean).length, `stopped in time: ${stopped.join(', ')}`).toBeGreaterThanOrEqual(1);
  });
});
