import { DuckDBInstance } from '@duckdb/node-api';
import { type Engine, metricDimensions, metricSections, parsePlan } from '@sameteam/metrics';
import { openDuckDbEngine } from '@sameteam/metrics/duckdb';
import { compareByHand } from './compare-by-hand.ts';
import { best, type Taken } from './measure.ts';
import { prepareByHand, standardReportByHand } from './standard-report-by-hand.ts';
import { count, type Figure, ms } from './table.ts';
import { teamAgreement } from './team-agreement.ts';
import { logEndMs } from './team-log.ts';

/** The instant of the report: all of the log, and what is imported later, has happened by then. */
const nowMs = logEndMs;

/** What a standard report is held to. */
export interface ReportLimits {
  /** Most times the processor time of the same SQL by hand; `null` where it is not held to it. */
  readonly ratio: number | null;
  /** Most milliseconds of a plan of one metric. */
  readonly planMs: number | null;
}

interface Timed {
  readonly name: string;
  readonly taken: Taken;
}

/** The standard report by channel and month: as one plan, as one a section and one a metric, beside the same SQL by hand. */
export async function benchStandardReport(
  path: string,
  runs: number,
  limits: ReportLimits,
): Promise<readonly Figure[]> {
  const engine = await openDuckDbEngine({ path, agreement: teamAgreement, readOnly: true });
  const sections = sectionsByChannel(engine);
  const all = sections.flatMap(({ metrics }) => metrics);
  const rows = await engine.run(planOf(engine, all));
  const whole = await best(runs, () => engine.run(planOf(engine, all)));
  const bySection = await timedEach(
    sections.map(({ id, metrics }) => [id, metrics] as const),
    engine,
  );
  const slowest = await slowestPlans(engine, 2);
  const definitions = engine.metrics;
  await engine.close();
  const hand = await byHand(path, runs);
  const compared = compareByHand(rows, definitions, { report: hand.report, nowMs });
  const ratio = whole.cpuMs / hand.taken.cpuMs;
  const within = limits.planMs;
  if (compared.differing.length > 0)
    throw new Error(`The report and the SQL by hand differ:\n${compared.differing.slice(0, 20).join('\n')}`);
  return [
    {
      what: 'standard report, the same SQL by hand',
      value: ms(hand.taken.cpuMs),
      against: `of processors, the peer; ${ms(hand.taken.wallMs)}`,
      isMet: null,
    },
    {
      what: `standard report in one plan, ${all.length} metrics`,
      value: ms(whole.cpuMs),
      against: `of processors, ${ratio.toFixed(2)} of the peer${limits.ratio === null ? '' : `; at most ${limits.ratio}`}; ${ms(whole.wallMs)}, ${count(rows.length)} rows`,
      isMet: limits.ratio === null ? null : ratio <= limits.ratio,
    },
    {
      what: 'rows with the same numbers by hand',
      value: count(compared.compared),
      against: `metrics of facts that nobody wrote by hand: ${compared.notByHand.join(', ') || 'none'}`,
      isMet: compared.notByHand.length === 0,
    },
    ...bySection.map(({ name, taken }) => ({
      what: `section ${name} in one plan`,
      value: ms(taken.wallMs),
      against: `${ms(taken.cpuMs)} of processors`,
      isMet: null,
    })),
    ...slowest.slice(0, 5).map(({ name, taken }, index) => ({
      what: index === 0 ? `slowest of ${slowest.length} plans of one metric: ${name}` : `  then ${name}`,
      value: ms(taken.cpuMs),
      against: `of processors${within === null ? '' : `; at most ${ms(within)}`}; ${ms(taken.wallMs)} by the clock`,
      isMet: within === null ? null : taken.cpuMs <= within,
    })),
  ];
}

/** What the standard report takes of an engine: in one plan, and of the slowest plan of one metric; processor ms. */
export async function standardReportCost(
  engine: Engine,
): Promise<{ readonly wholeMs: number; readonly planMs: number }> {
  const all = sectionsByChannel(engine).flatMap(({ metrics }) => metrics);
  const whole = await best(2, () => engine.run(planOf(engine, all)));
  const [slowest] = await slowestPlans(engine, 1);
  return { wholeMs: whole.cpuMs, planMs: slowest?.taken.cpuMs ?? 0 };
}

/** Plans of one metric each. The clock tells of whoever else uses the machine; two threads take no longer by it than all processors together. */
async function slowestPlans(engine: Engine, runs: number): Promise<readonly Timed[]> {
  const plans = sectionsByChannel(engine).flatMap(({ metrics }) => metrics.map((id) => [id, [id]] as const));
  return [...(await timedEach(plans, engine, runs))].sort((a, b) => b.taken.cpuMs - a.taken.cpuMs);
}

function sectionsByChannel(engine: Engine): readonly { readonly id: string; readonly metrics: readonly string[] }[] {
  return metricSections
    .map(({ id, metrics }) => ({ id, metrics: metrics.filter((metric) => knowsChannels(engine, metric)) }))
    .filter(({ metrics }) => metrics.length > 0);
}

/** A metric that cannot be told by channel, such as the pulse of the teams, has its own report. */
function knowsChannels(engine: Engine, id: string): boolean {
  const metric = engine.metrics.find((one) => one.id === id);
  if (metric === undefined) return false;
  const isTarget = ['target', 'quotient', 'sum_of'].includes(metric.measure.kind);
  return isTarget || metricDimensions(metric, engine.metrics).includes('source.channel');
}

function planOf(engine: Engine, metrics: readonly string[]) {
  return parsePlan(
    { metrics, by: ['source.channel'], grain: 'month' },
    { zone: teamAgreement.timeZone, nowMs, metrics: engine.metrics },
  );
}

async function timedEach(
  plans: readonly (readonly [name: string, metrics: readonly string[]])[],
  engine: Engine,
  runs = 2,
): Promise<readonly Timed[]> {
  const timed: Timed[] = [];
  for (const [name, metrics] of plans)
    timed.push({ name, taken: await best(runs, () => engine.run(planOf(engine, metrics))) });
  return timed;
}

async function byHand(path: string, runs: number) {
  const instance = await DuckDBInstance.create(path, { access_mode: 'READ_ONLY' });
  const connection = await instance.connect();
  await prepareByHand(connection);
  const report = await standardReportByHand(connection, nowMs);
  const time = await best(runs, () => standardReportByHand(connection, nowMs));
  connection.closeSync();
  instance.closeSync();
  return { report, taken: time };
}
