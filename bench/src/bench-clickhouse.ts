import { type Engine, metricDimensions, metricSections, parsePlan } from '@sameteam/metrics';
import { openClickHouseEngine } from '@sameteam/metrics/clickhouse';
import { chdbClient } from '../../packages/metrics/test/clickhouse/support/chdb-client.ts';
import installChdb from '../../packages/metrics/test/clickhouse/support/install-chdb.ts';
import { clickHouseDialect } from './by-hand/clickhouse-dialect.ts';
import type { HandQuery, HandWords } from './by-hand/hand-query.ts';
import { leadsByCapture } from './by-hand/leads-by-capture.ts';
import { leadsByStage } from './by-hand/leads-by-stage.ts';
import { waitingByHand } from './by-hand/projections.ts';
import { compareByHand } from './compare-by-hand.ts';
import { best, type Taken, taken } from './measure.ts';
import { type HandReport, type HandRow, handQueries } from './standard-report-by-hand.ts';
import { count, type Figure, ms, printFigures } from './table.ts';
import { teamAgreement } from './team-agreement.ts';
import { logEndMs, teamLogBatch } from './team-log.ts';

const leadsPerBatch = 20_000;
const eventsPerLead = 10;
/** Most times the processor time of the same SQL by hand. */
const mostTimes = 1.5;
const database = 'bench';

/** A plan, and the queries by hand that answer it. */
interface Peer {
  readonly name: string;
  readonly metrics: readonly string[];
  readonly queries: readonly HandQuery[];
}

/**
 * ClickHouse in process: the funnel and the whole standard report by channel and month, beside the same SQL by hand over
 * the same tables, in the same run. It is installed as `npm run test:clickhouse` does.
 */
export async function benchClickHouse(events: number, runs: number): Promise<void> {
  installChdb();
  const leads = events / eventsPerLead;
  const client = chdbClient();
  await client.command({ query: `DROP DATABASE IF EXISTS ${database}` });
  const engine = await openClickHouseEngine({ client, database, agreement: teamAgreement });
  const made = await taken(() => importTeam(engine, leads));
  const known = metricSections.flatMap(({ metrics }) => metrics).filter((metric) => knowsChannels(engine, metric));
  const funnel = [leadsByCapture, ...leadsByStage];
  const ofFunnel = new Set(funnel.flatMap(({ numbers }) => Object.keys(numbers)));
  const peers: readonly Peer[] = [
    { name: 'funnel', metrics: known.filter((metric) => ofFunnel.has(metric)), queries: funnel },
    { name: 'standard report', metrics: known, queries: handQueries },
  ];
  const figures: Figure[] = [
    {
      what: 'make, append and fold the log',
      value: ms(made.wallMs),
      against: `${count((await engine.status()).events)} events; ${ms(made.cpuMs)} of processors`,
      isMet: null,
    },
  ];
  for (const peer of peers) figures.push(...(await besideByHand(engine, peer, runs)));
  await engine.close();
  await client.command({ query: `DROP DATABASE ${database}` });
  printFigures(`ClickHouse, about ${count(events)} events of ${count(leads)} leads (best of ${runs})`, figures);
}

async function importTeam(engine: Engine, leads: number): Promise<void> {
  const session = await engine.beginImport({ recordedMs: logEndMs });
  for (let first = 0; first < leads; first += leadsPerBatch)
    await session.append(teamLogBatch(first, Math.min(leadsPerBatch, leads - first)));
  await session.commit({ files: [], read: leads, accepted: leads, duplicates: 0, quarantined: 0 });
}

/** A plan beside its queries: every number is compared, then both are timed. */
async function besideByHand(engine: Engine, peer: Peer, runs: number): Promise<readonly Figure[]> {
  const { name, metrics } = peer;
  const plan = parsePlan(
    { metrics, by: ['source.channel'], grain: 'month' },
    { zone: teamAgreement.timeZone, nowMs: logEndMs, metrics: engine.metrics },
  );
  const rows = await engine.run(plan);
  const report = await byHand(peer);
  const { differing, compared, notByHand } = compareByHand(rows, engine.metrics, { report, nowMs: logEndMs });
  if (differing.length > 0)
    throw new Error(`The report and the SQL by hand differ:\n${differing.slice(0, 20).join('\n')}`);
  const hand = await best(runs, () => byHand(peer));
  const ours = await best(runs, () => engine.run(plan));
  return [
    {
      what: `${name}, the same SQL by hand`,
      value: ms(hand.cpuMs),
      against: `of processors, the peer; ${ms(hand.wallMs)}`,
      isMet: null,
    },
    figureOf(name, ours, { hand, metrics: metrics.length, rows: rows.length }),
    {
      what: `${name}, rows with the same numbers by hand`,
      value: count(compared),
      against: `metrics of facts that nobody wrote by hand: ${notByHand.join(', ') || 'none'}`,
      isMet: notByHand.length === 0,
    },
  ];
}

function figureOf(
  name: string,
  ours: Taken,
  { hand, metrics, rows }: { readonly hand: Taken; readonly metrics: number; readonly rows: number },
): Figure {
  const ratio = ours.cpuMs / hand.cpuMs;
  return {
    what: `${name} in one plan, ${metrics} metrics`,
    value: ms(ours.cpuMs),
    against: `of processors, ${ratio.toFixed(2)} of the peer; at most ${mostTimes}; ${ms(ours.wallMs)}, ${count(rows)} rows`,
    isMet: ratio <= mostTimes,
  };
}

/** A metric that cannot be told by channel, such as the pulse of the teams, has its own report. */
function knowsChannels(engine: Engine, id: string): boolean {
  const metric = engine.metrics.find((one) => one.id === id);
  if (metric === undefined) return false;
  const isTarget = ['target', 'quotient', 'sum_of'].includes(metric.measure.kind);
  return isTarget || metricDimensions(metric, engine.metrics).includes('source.channel');
}

const words: HandWords = { n: (...those) => those.map((word) => `'${word}'`).join(', '), now: logEndMs };

/** Runs queries and reads what they answer. */
async function byHand({ queries, ...peer }: Pick<Peer, 'queries' | 'metrics'>): Promise<HandReport> {
  const metrics = new Set(peer.metrics);
  const answers: HandReport['answers'][number][] = [];
  for (const query of queries) answers.push({ numbers: query.numbers, rows: await read(query.sql(words)) });
  const waiting: HandReport['waiting'][number][] = [];
  for (const spread of waitingByHand)
    if (spread.metrics.some((metric) => metrics.has(metric)))
      waiting.push({ spread, rows: await read(spread.sql(words)) });
  return { answers, waiting };
}

async function read(sql: string): Promise<readonly HandRow[]> {
  const answer = await chdbClient().query({ query: clickHouseDialect(sql, database), format: 'JSONCompact' });
  const { meta = [], data } = await answer.json<readonly unknown[]>();
  return data.map((row) => {
    const of = Object.fromEntries(meta.map(({ name }, at) => [name, listed(row[at])]));
    return { channel: of.channel === null ? null : String(of.channel), month: Number(of.month), of };
  });
}

/** A list as the comparison reads one. */
function listed(value: unknown): unknown {
  return Array.isArray(value) ? { items: value } : value;
}
