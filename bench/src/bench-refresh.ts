import { DuckDBInstance } from '@duckdb/node-api';
import type { Engine } from '@sameteam/metrics';
import { openDuckDbEngine } from '@sameteam/metrics/duckdb';
import { standardReportCost } from './bench-standard-report.ts';
import { taken } from './measure.ts';
import { count, type Figure, median, ms } from './table.ts';
import { teamAgreement } from './team-agreement.ts';
import { randomLeadsBatch } from './team-log.ts';

/** Tables of facts, one a grain. */
const tables = [
  'lead',
  'cycle',
  'entry',
  'opportunity',
  'span',
  'company',
  'change',
  'touch',
  'meeting',
  'spend',
  'pulse',
].map((grain) => `${grain}_facts`);

/** Most times the refresh of a log of 1 M events that one of a longer log may take, where it takes more than its limit. */
const mostTimes = 2;

/** Leads that came last: as many as a log of 1 M events has, whose random ones are these. */
const newest = 100_000;

/** What a refresh is held to. */
export interface RefreshLimits {
  readonly runs: number;
  readonly limitMs: number;
  /** That of a log of 1 M events in the same run, in ms; `null` where this is it. */
  readonly ofMillionMs: number | null;
  /** Whether all facts are made anew to be compared. */
  readonly compare: boolean;
}

/** The refresh of facts after imports of random leads, and whether a full rebuild makes the same facts of all grains. */
export async function benchRefresh(
  path: string,
  leads: number,
  { runs, limitMs, ofMillionMs, compare }: RefreshLimits,
): Promise<readonly Figure[]> {
  const held = { limitMs, ofMillionMs };
  const reports: ReportCost[] = [];
  const report = async (engine: Engine) => {
    reports.push(await standardReportCost(engine));
  };
  const ofAll = await refreshes(path, { leads, runs, atEnd: report });
  await withEngine(path, report);
  const [beside, after] = reports as [ReportCost, ReportCost];
  const figures: Figure[] = [
    {
      what: 'first refresh after opening, which keeps the stories of a long log',
      value: ms(ofAll.first),
      against: '',
      isMet: null,
    },
    ...refreshFigures('refresh after 1,000 random leads of all times, half late (p50)', ofAll, held),
    {
      what: '  close after all of them, which deletes the rows that are out of date',
      value: ms(ofAll.closeMs),
      against: `${ms(ofAll.closeMs / (runs + 1))} for each of them`,
      isMet: null,
    },
    {
      what: '  standard report in one plan before that',
      value: ms(beside.wholeMs),
      against: `of processors, ${(beside.wholeMs / after.wholeMs).toFixed(2)} of that after it; slowest plan of one metric ${ms(beside.planMs)}, ${ms(after.planMs)} after it`,
      isMet: null,
    },
  ];
  if (leads > newest) {
    const ofNewest = await refreshes(path, { leads, runs, among: newest });
    figures.push(...refreshFigures(`refresh after 1,000 of the newest ${count(newest)} leads (p50)`, ofNewest, held));
  }
  if (!compare) return figures;
  const { differing, rows, rebuildMs } = await compareWithRebuild(path);
  return [
    ...figures,
    { what: 'make all facts anew', value: ms(rebuildMs), against: '', isMet: null },
    {
      what: 'facts of all grains that differ from a full rebuild',
      value: count(differing),
      against: `none of ${count(rows)}`,
      isMet: differing === 0,
    },
  ];
}

/** Milliseconds of the refresh of a log, p50. */
export async function refreshMs(path: string, leads: number, runs: number): Promise<number> {
  return median((await refreshes(path, { leads, runs })).facts);
}

/** Milliseconds of refreshes after the first: by the clock, of processors, and by the clock with append and commit. */
interface Refreshes {
  readonly first: number;
  readonly facts: readonly number[];
  readonly cpu: readonly number[];
  readonly all: readonly number[];
  readonly closeMs: number;
}

type ReportCost = Awaited<ReturnType<typeof standardReportCost>>;

function refreshFigures(
  what: string,
  { facts, cpu, all }: Refreshes,
  { limitMs, ofMillionMs }: Pick<RefreshLimits, 'limitMs' | 'ofMillionMs'>,
): readonly Figure[] {
  const p50 = median(facts);
  const times = ofMillionMs === null ? null : p50 / ofMillionMs;
  const beside =
    times === null
      ? `or at 100 M events at most ${mostTimes} times this`
      : `or ${mostTimes} times that of 1 M events, which is ${ms(ofMillionMs ?? 0)}: ${times.toFixed(2)} times`;
  return [
    {
      what,
      value: ms(p50),
      against: `at most ${limitMs} ms, ${beside}; ${ms(median(cpu))} of processors; quickest ${ms(Math.min(...facts))}, slowest ${ms(Math.max(...facts))}`,
      isMet: p50 <= limitMs || (times === null ? null : times <= mostTimes),
    },
    { what: '  the first five of them (p50)', value: ms(median(facts.slice(0, 5))), against: '', isMet: null },
    { what: '  with append and commit (p50)', value: ms(median(all)), against: '', isMet: null },
  ];
}

/**
 * @param options.among of so many leads that came last; of all by default
 * @param options.atEnd what is done with the engine before it is closed
 */
async function refreshes(
  path: string,
  {
    leads,
    runs,
    among = leads,
    atEnd = async () => undefined,
  }: {
    readonly leads: number;
    readonly runs: number;
    readonly among?: number;
    readonly atEnd?: (engine: Engine) => Promise<void>;
  },
): Promise<Refreshes> {
  const engine = await openDuckDbEngine({ path, agreement: teamAgreement });
  const facts: number[] = [];
  const cpu: number[] = [];
  const all: number[] = [];
  let first = 0;
  for (let run = 0; run <= runs; run++) {
    const batch = randomLeadsBatch(leads, 1000, run + 1, among);
    const startMs = performance.now();
    const session = await engine.beginImport({ recordedMs: Date.UTC(2026, 6, 2) + run });
    await session.append(batch);
    const refresh = await taken(() =>
      session.commit({ files: [], read: 1000, accepted: 1000, duplicates: 0, quarantined: 0 }),
    );
    if (run === 0) {
      first = refresh.wallMs;
      continue;
    }
    facts.push(refresh.wallMs);
    cpu.push(refresh.cpuMs);
    all.push(performance.now() - startMs);
  }
  await atEnd(engine);
  const { wallMs: closeMs } = await taken(() => engine.close());
  return { first, facts, cpu, all, closeMs };
}

async function withEngine(path: string, work: (engine: Engine) => Promise<void>): Promise<void> {
  const engine = await openDuckDbEngine({ path, agreement: teamAgreement, readOnly: true });
  await work(engine);
  await engine.close();
}

/** All but which change made a row. */
const factColumns = '* EXCLUDE (generation)';

async function compareWithRebuild(path: string) {
  await onFile(path, async (run) => {
    for (const table of tables) await run(`CREATE TABLE ${table}_before AS SELECT ${factColumns} FROM ${table}`);
  });
  const engine = await openDuckDbEngine({ path, agreement: teamAgreement });
  const { wallMs: rebuildMs } = await taken(() => engine.rebuild());
  await engine.close();
  let differing = 0;
  let rows = 0;
  await onFile(path, async (run) => {
    for (const table of tables) {
      const [a, b] = [`SELECT ${factColumns} FROM ${table}`, `FROM ${table}_before`];
      const apart = `(SELECT count(*) FROM (${a} EXCEPT ALL ${b})) + (SELECT count(*) FROM (${b} EXCEPT ALL ${a}))`;
      const [[found, of] = []] = await run(`SELECT ${apart}, (SELECT count(*) FROM ${table})`);
      differing += Number(found);
      rows += Number(of);
      await run(`DROP TABLE ${table}_before`);
    }
  });
  return { differing, rows, rebuildMs };
}

async function onFile(
  path: string,
  work: (run: (sql: string) => Promise<readonly (readonly unknown[])[]>) => Promise<void>,
): Promise<void> {
  const instance = await DuckDBInstance.create(path);
  const connection = await instance.connect();
  await work(async (sql) => (await connection.runAndReadAll(sql)).getRows());
  connection.closeSync();
  instance.closeSync();
}
