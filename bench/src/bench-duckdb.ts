import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { defaultAgreement } from '@sameteam/agreement';
import { type Engine, parsePlan } from '@sameteam/metrics';
import { openDuckDbEngine } from '@sameteam/metrics/duckdb';
import { eventsPerLead, leadLogBatch, randomLeadsBatch } from './lead-log.ts';
import { count, type Figure, median, ms, printFigures } from './table.ts';

const leadsPerBatch = 20_000;
const nowMs = Date.UTC(2027, 6, 1);
const plan = parsePlan(
  {
    metrics: ['captured', 'qualified', 'handed_off', 'accepted', 'opportunities', 'won', 'lead_to_win_rate'],
    by: ['source.channel'],
    grain: 'month',
  },
  { zone: defaultAgreement.timeZone, nowMs },
);

/**
 * The same numbers as one would write them by hand: counts of each stage, how many of them are implied, and the latest
 * capture, by channel and month of capture.
 */
const byHand = `
SELECT term, f.* FROM (SELECT channel, c.month, count(at_captured), count(at_mql), count(at_handed_off), count(at_sal), count(at_opportunity), count(at_won),
  count(*) FILTER (implied & 1 <> 0), count(*) FILTER (implied & 2 <> 0), count(*) FILTER (implied & 4 <> 0),
  count(*) FILTER (implied & 8 <> 0), count(*) FILTER (implied & 32 <> 0), count(*) FILTER (implied & 64 <> 0), max(at_captured)
FROM lead_facts JOIN calendar c ON c.day = day_captured
WHERE at_captured IS NOT NULL GROUP BY channel, c.month) f LEFT JOIN terms t ON t.number = f.channel`;

/** The funnel from materialised facts beside the same SQL by hand, and the refresh after a batch of random leads. */
export async function benchDuckDb(
  folder: string,
  events: number,
  options: { readonly runs: number; readonly refreshLimitMs: number; readonly funnelLimit: number | null },
): Promise<void> {
  const leads = events / eventsPerLead;
  const path = join(folder, `facts-${events}.duckdb`);
  for (const suffix of ['', '.wal']) rmSync(`${path}${suffix}`, { force: true });
  const making = await openDuckDbEngine({ path, agreement: defaultAgreement });
  const loadMs = await timed(() => load(making, leads));
  const rebuildMs = await timed(() => making.rebuild());
  await making.close();
  // Both read the same file, as `report` and `serve` do: one that is being written holds facts that are not compressed yet.
  const reading = await openDuckDbEngine({ path, agreement: defaultAgreement, readOnly: true });
  const funnel = await repeated(options.runs, () => reading.run(plan));
  const rows = (await reading.run(plan)).length;
  await reading.close();
  const hand = await handWritten(path, options.runs);
  const engine = await openDuckDbEngine({ path, agreement: defaultAgreement });
  const refreshes = await refresh(engine, leads, options.runs);
  await engine.close();
  const differing = await compareWithRebuild(path);
  rmSync(path, { force: true });
  const ratio = funnel / hand;
  const figures: Figure[] = [
    {
      what: 'append, deduplicate and fold the log',
      value: `${count(events / (loadMs / 1000))} events/s`,
      against: '',
      isMet: null,
    },
    { what: 'make all facts anew', value: ms(rebuildMs), against: '', isMet: null },
    { what: 'funnel by channel and month, SQL by hand', value: ms(hand), against: 'the peer', isMet: null },
    {
      what: 'funnel by channel and month, a plan',
      value: ms(funnel),
      against: `${ratio.toFixed(2)} of the peer, ${count(rows)} rows with intervals${options.funnelLimit === null ? '' : `; at most ${options.funnelLimit}`}`,
      isMet: options.funnelLimit === null ? null : ratio <= options.funnelLimit,
    },
    {
      what: 'refresh after 1,000 random leads, half late (p50)',
      value: ms(median(refreshes.facts)),
      against: `at most ${options.refreshLimitMs} ms; slowest ${ms(Math.max(...refreshes.facts))}`,
      isMet: median(refreshes.facts) <= options.refreshLimitMs,
    },
    { what: '  with append and commit (p50)', value: ms(median(refreshes.all)), against: '', isMet: null },
    { what: 'facts that differ from a full rebuild', value: count(differing), against: 'none', isMet: differing === 0 },
  ];
  printFigures(`DuckDB, ${count(events)} events of ${count(leads)} leads (p50 of ${options.runs})`, figures);
}

async function load(engine: Engine, leads: number): Promise<void> {
  const session = await engine.beginImport({ recordedMs: Date.UTC(2026, 0, 1) });
  for (let first = 0; first < leads; first += leadsPerBatch)
    await session.append(leadLogBatch(first, Math.min(leadsPerBatch, leads - first)));
  await session.commit({ files: [], read: leads, accepted: leads, duplicates: 0, quarantined: 0 });
}

async function refresh(engine: Engine, leads: number, runs: number) {
  const facts: number[] = [];
  const all: number[] = [];
  for (let run = 0; run < runs; run++) {
    const batch = randomLeadsBatch(leads, 1000, run + 1);
    const startMs = performance.now();
    const session = await engine.beginImport({ recordedMs: Date.UTC(2026, 0, 2) + run });
    await session.append(batch);
    const appendedMs = performance.now();
    await session.commit({ files: [], read: 1000, accepted: 1000, duplicates: 0, quarantined: 0 });
    facts.push(performance.now() - appendedMs);
    all.push(performance.now() - startMs);
  }
  return { facts, all };
}

/** Rows of the facts that a rebuild makes otherwise. */
async function compareWithRebuild(path: string): Promise<number> {
  const instance = await DuckDBInstance.create(path);
  const connection = await instance.connect();
  await connection.run('CREATE TABLE facts_before AS FROM lead_facts');
  connection.closeSync();
  instance.closeSync();
  const engine = await openDuckDbEngine({ path, agreement: defaultAgreement });
  await engine.rebuild();
  await engine.close();
  const after = await DuckDBInstance.create(path);
  const compared = await after.connect();
  const reader = await compared.runAndReadAll(
    'SELECT (SELECT count(*) FROM (FROM lead_facts EXCEPT FROM facts_before)) + (SELECT count(*) FROM (FROM facts_before EXCEPT FROM lead_facts)) AS n',
  );
  await compared.run('DROP TABLE facts_before');
  compared.closeSync();
  after.closeSync();
  return Number(reader.getRows()[0]?.[0]);
}

async function handWritten(path: string, runs: number): Promise<number> {
  const instance = await DuckDBInstance.create(path, { access_mode: 'READ_ONLY' });
  const connection = await instance.connect();
  await connection.run(`CREATE TEMP TABLE calendar AS SELECT day::INTEGER AS day,
    (date_diff('day', DATE '1970-01-01', date_trunc('month', DATE '1970-01-01' + day::INTEGER)))::INTEGER AS month FROM range(19000, 21500) t(day)`);
  const time = await repeated(runs, async () => (await connection.runAndReadAll(byHand)).getRows());
  connection.closeSync();
  instance.closeSync();
  return time;
}

/** Median of the milliseconds of repeated work, after two runs to warm up. */
async function repeated(runs: number, work: () => Promise<unknown>): Promise<number> {
  await work();
  await work();
  const times: number[] = [];
  for (let run = 0; run < runs; run++) times.push(await timed(work));
  return median(times);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startMs = performance.now();
  await work();
  return performance.now() - startMs;
}
