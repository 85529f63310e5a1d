import type { Report, ReportRequest } from '@sameteam/api/client';
import { clocksInWords, dimension, type Grain, isOfMoney, MetricsError, openPeriod } from '@sameteam/metrics';
import { metricDefinitions, report, type ServiceContext } from '@sameteam/service';
import type { CommandContext } from '../context.ts';
import { CliError } from '../errors/cli-error.ts';
import { styleOf } from '../terminal/style.ts';
import { fittingMetrics } from './fitting-metrics.ts';
import { flattenRow } from './flatten-row.ts';
import { marksOf } from './marks.ts';
import { notKnownThen } from './not-known-then.ts';
import { parseFilters } from './parse-filters.ts';
import { dimensionsOf, readRequest } from './read-request.ts';
import { refuseEarly } from './refuse-early.ts';
import { reportCsv } from './report-csv.ts';
import { reportMarkdown } from './report-markdown.ts';
import type { ReportFormat, ReportOptions } from './report-options.ts';
import { type ReportSection, sectionsOf } from './report-sections.ts';
import { reportTable } from './report-table.ts';
import { reportView } from './report-view.ts';
import { unknownValues } from './unknown-values.ts';

/** Values of a dimension that have a row of their own where people read the table, unless they say how many. */
const usualTop = 50;

/**
 * Answers with tables: of the metrics that are named, or of the sections of the standard report.
 * @throws CliError `unknown-choice`, `unknown-section`, `bad-filter`, `nothing-fits`, `too-many-rows`
 */
export async function runTables(
  options: ReportOptions,
  format: ReportFormat,
  store: ServiceContext,
  context: CommandContext,
): Promise<string> {
  const { metrics, sections, remarks } = chosen(options, store);
  const isRead = format === 'table' || format === 'md';
  const top = options.top ?? (isRead ? usualTop : undefined);
  const asked = { ...options, metric: metrics, ...(top === undefined ? {} : { top }) };
  const request = readRequest(asked, { ...store, metrics: store.engine.metrics });
  await refuseEarly(store.engine, request);
  const { answer, without } = await answerOf(store, request, { isStandard: sections !== undefined });
  const doubts = [
    ...(await unknownValues(store, request, answer)),
    ...notKnownThen(answer, request, store.engine.metrics),
  ];
  for (const sentence of doubts) context.stderr.write(`${sentence}\n`);
  const by = dimensionsOf(request);
  if (without !== null && format !== 'table' && format !== 'md') context.stderr.write(`${without}\n`);
  if (format === 'json') return jsonOf(answer, by);
  const definitions = await metricDefinitions(store);
  const { currency } = store.agreement;
  if (format === 'csv') return reportCsv(answer.rows, by, { metrics: definitions.metrics, currency });
  const view = reportView(answer, definitions, by, currency);
  const said = [
    ...(without === null ? [] : [without]),
    ...remarks,
    ...unfinished(answer, request, store),
    ...withoutEntries(answer, store),
    ...(sections?.some(({ id }) => id === 'sla') ? promisedInNumbers(store) : []),
  ];
  if (format === 'md') return reportMarkdown(view, { sections, remarks: said });
  const { stdout, env } = context;
  const style = styleOf(stdout, env);
  return reportTable(view, { style, columns: stdout.columns, marks: marksOf(env), sections, remarks: said });
}

/** Where the other half of the SLA is: what was promised in numbers is not made of entries. */
function promisedInNumbers({ agreement }: ServiceContext): readonly string[] {
  const clauses = Object.entries(agreement.sla).flatMap(([id, clause]) =>
    'count' in clause || 'metric' in clause ? [`sla.${id}`] : [],
  );
  if (clauses.length === 0) return [];
  return [
    `Promised in numbers, not in times: ${clauses.join(', ')}. Whether that was kept: sameteam report --promises.`,
  ];
}

/** Why there are no entries of the SLA, where numbers of them are asked for and there are none. */
function withoutEntries({ rows }: Report, { engine, agreement }: ServiceContext): readonly string[] {
  const ofEntries = new Set(engine.metrics.filter(({ anchor }) => anchor === 'started').map(({ id }) => id));
  const numbers = rows.filter(({ metric }) => ofEntries.has(metric));
  if (numbers.length === 0 || numbers.some(({ value, denominator }) => (value ?? denominator ?? 0) !== 0)) return [];
  const told = clocksInWords(agreement);
  return told === null ? [] : [told];
}

/** What is to be said of a period that is not over: a person would take it for a fall. */
function unfinished({ rows }: Report, request: ReportRequest, { agreement, clock }: ServiceContext): readonly string[] {
  const grain = dimensionsOf(request).find(isGrain);
  const asOfMs = request.asOf === undefined ? clock() : Date.parse(request.asOf);
  const open = grain === undefined ? null : openPeriod(agreement, grain, asOfMs);
  if (open === null || !rows.some(({ dimensions }) => dimensions[grain ?? ''] === open.label)) return [];
  return [
    `${open.label} is not over: day ${open.daysBegun} of ${open.days} at as-of. Its counts and sums are a part of what they will be.`,
  ];
}

/**
 * The answer of the service. What a currency without a rate takes from the standard report are its numbers of money, and
 * not the others; a metric that is asked for by its name is an error.
 */
async function answerOf(
  store: ServiceContext,
  request: ReportRequest,
  { isStandard }: { readonly isStandard: boolean },
): Promise<{ readonly answer: Report; readonly without: string | null }> {
  try {
    return { answer: await report(store, request), without: null };
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined;
    const noRate = cause instanceof MetricsError && cause.code === 'no-rate' ? cause : null;
    const counts = request.metrics.filter((id) => {
      const metric = store.engine.metrics.find((one) => one.id === id);
      return metric !== undefined && !isOfMoney(metric, store.engine.metrics);
    });
    if (!isStandard || noRate === null || counts.length === 0) throw toldForOptions(error);
    const { answer } = await answerOf(store, { ...request, metrics: counts }, { isStandard: false });
    const left = request.metrics.length - counts.length;
    return { answer, without: `${left} metrics of money are left out. ${noRate.message}` };
  }
}

function isGrain(id: string): id is Grain {
  return dimension(id)?.kind === 'calendar';
}

/** The service speaks of a request: here it is options that can be given. */
function toldForOptions(error: unknown): unknown {
  const cause = error instanceof Error ? error.cause : undefined;
  if (!(cause instanceof MetricsError) || cause.code !== 'too-many-cells') return error;
  const { cells, limit } = cause.params as { readonly cells: number | null; readonly limit: number };
  return new CliError('too-many-rows', { cells, limit }, { cause: error });
}

function jsonOf({ rows }: Report, by: readonly string[]): string {
  return `${JSON.stringify(
    rows.map((row) => flattenRow(row, by)),
    null,
    2,
  )}\n`;
}

/** The metrics that are asked for, by name or by section, and what is to be said of the choice. */
function chosen(
  options: ReportOptions,
  { engine }: ServiceContext,
): {
  readonly metrics: readonly string[];
  readonly sections: readonly ReportSection[] | undefined;
  readonly remarks: readonly string[];
} {
  if (options.metric !== undefined) return { metrics: options.metric, sections: undefined, remarks: [] };
  const sections = sectionsOf(options.section, engine.metrics);
  const by = options.by ?? [];
  const filtered = parseFilters(options.where ?? []).map((filter) => filter.dimension);
  const all = sections.flatMap((section) => section.metrics);
  const { fitting, left } = fittingMetrics(all, engine.metrics, { by, filtered, anchor: options.anchor });
  const needed = [...by, ...filtered].filter((id) => dimension(id)?.kind === 'fact');
  const what = [...needed, ...(options.anchor === undefined ? [] : [`the anchor ${options.anchor}`])].join(', ');
  if (fitting.length === 0) throw new CliError('nothing-fits', { what });
  const without = sections.filter((section) => !section.metrics.some((id) => fitting.includes(id)));
  const whole =
    without.length === 0 ? '' : `, all of ${without.map(({ label }) => `"${label}"`).join(', ')} among them`;
  const remarks =
    left.length === 0
      ? []
      : [
          `${left.length} of ${all.length} metrics are left out${whole}: they do not know ${what}. --explain METRIC says what a metric knows.`,
        ];
  return { metrics: fitting, sections, remarks };
}
