import {
  clocksInWords,
  MetricsError,
  type PlanRequest,
  parsePlan,
  runAttribution,
  runChange,
  runCurve,
  runPromises,
  unrecordedInWords,
} from '@sameteam/metrics';
import { agreementReference, type ServiceContext } from '@sameteam/service';
import type { CommandContext } from '../../context.ts';
import { CliError } from '../../errors/cli-error.ts';
import { styleOf } from '../../terminal/style.ts';
import { judgedByText } from '../judged-by-text.ts';
import { marksOf } from '../marks.ts';
import { parseFilters } from '../parse-filters.ts';
import { refuseEarly } from '../refuse-early.ts';
import type { ReportFormat, ReportOptions } from '../report-options.ts';
import type { Analysis } from './analysis.ts';
import { analysisText } from './analysis-text.ts';
import { attributionAnalysis } from './attribution-analysis.ts';
import { changeAnalysis } from './change-analysis.ts';
import { cohortAnalysis, curveAnalysis } from './curve-analysis.ts';
import { promisesAnalysis } from './promises-analysis.ts';

/** Values with a row of their own where people read the table, unless they say how many. */
const usualTop = 20;

/** Whether options ask for an analysis in place of a report. */
export function isAnalysis({ attribution, curve, cohorts, change, promises }: ReportOptions): boolean {
  return [attribution, curve, cohorts, change, promises].some((asked) => asked !== undefined);
}

/**
 * Answers `--attribution`, `--curve`, `--cohorts`, `--change` and `--promises`.
 * @throws MetricsError as the analysis says
 */
export async function runAnalysis(
  options: ReportOptions,
  format: ReportFormat,
  store: ServiceContext,
  context: CommandContext,
): Promise<string> {
  const { asOf, analysis } = await analysisOf(options, format, store);
  const agreement = agreementReference(store, Date.parse(asOf), options.agreementVersion ?? null);
  const told = judgedByText({ asOf, agreement });
  const { stdout, env } = context;
  return analysisText({ ...analysis, notes: [told, ...analysis.notes] }, format, {
    style: styleOf(stdout, env),
    columns: stdout.columns,
    marks: marksOf(env),
  });
}

async function analysisOf(
  options: ReportOptions,
  format: ReportFormat,
  { engine, clock }: ServiceContext,
): Promise<{ readonly asOf: string; readonly analysis: Analysis }> {
  const { from, to, asOf, knownAt, agreementVersion: version } = options;
  const asked = { from, to, asOf, knownAt, version, filters: parseFilters(options.where ?? []) };
  const at = { nowMs: clock() };
  const curve = options.curve ?? options.cohorts;
  if (curve !== undefined) {
    const isCohorts = options.curve === undefined;
    const { by, grain = isCohorts && by === undefined ? 'month' : undefined, anchor, days, cells: cellLimit } = options;
    const request = { ...asked, metric: curve, by, grain, anchor, days, cellLimit };
    const report = await runCurve(engine, request, at).catch(toldAsChoice);
    await refuseEarly(engine, report);
    return { asOf: report.asOf, analysis: isCohorts ? cohortAnalysis(report) : curveAnalysis(report) };
  }
  if (options.change !== undefined) {
    const { grain, anchor } = options;
    const report = await runChange(engine, { ...asked, metric: options.change, grain, anchor }, at).catch(toldAsChoice);
    await refuseEarly(engine, report);
    return { asOf: report.asOf, analysis: changeAnalysis(report) };
  }
  if (options.promises === true) {
    const request = { from, to, asOf, knownAt, version };
    const report = await runPromises(engine, request, at);
    await refuseEarly(engine, report);
    return { asOf: report.asOf, analysis: promisesAnalysis(report, await withoutEntries(engine, request, at)) };
  }
  const { attribution = true, conversion } = options;
  const isRead = format === 'table' || format === 'md';
  const top = options.top ?? (isRead ? usualTop : undefined);
  const models = attribution === true ? undefined : attribution;
  const report = await runAttribution(engine, { ...asked, conversion, top, models }, at);
  await refuseEarly(engine, report);
  return { asOf: report.asOf, analysis: attributionAnalysis(report) };
}

/** Why no time is judged, where promises of a time are made and none has begun; none where some have. */
async function withoutEntries(
  engine: ServiceContext['engine'],
  request: Omit<PlanRequest, 'metrics'>,
  { nowMs }: { readonly nowMs: number },
): Promise<readonly string[]> {
  const asked = { ...request, metrics: ['sla_entries'] };
  const plan = parsePlan(asked, { zone: engine.agreement.timeZone, nowMs, metrics: engine.metrics });
  const [row] = await engine.run(plan);
  if (row === undefined || row.value !== 0) return [];
  const clocks = await engine.withReducer(async (_, agreementOf) => clocksInWords(agreementOf(plan)));
  if (clocks === null) return [];
  return [[clocks, ...unrecordedInWords(row.unrecorded).map((none) => `${none}.`)].join(' ')];
}

/** A metric that there is not is told as everywhere on the command line. */
function toldAsChoice(error: unknown): never {
  if (error instanceof MetricsError && error.code === 'unknown-metric') {
    const { id, nearest } = error.params as { readonly id: string; readonly nearest: string | null };
    throw new CliError('unknown-choice', { what: 'metric', id, nearest });
  }
  throw error;
}
