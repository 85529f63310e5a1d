import { runAttribution } from '@sameteam/metrics';
import type { ServiceContext } from '@sameteam/service';
import type { CommandContext } from '../../context.ts';
import { styleOf } from '../../terminal/style.ts';
import { marksOf } from '../marks.ts';
import { parseFilters } from '../parse-filters.ts';
import { refuseEarly } from '../refuse-early.ts';
import { instantText } from '../report-notes.ts';
import type { ReportFormat, ReportOptions } from '../report-options.ts';
import type { Analysis } from './analysis.ts';
import { analysisText } from './analysis-text.ts';
import { attributionAnalysis } from './attribution-analysis.ts';

/** Values with a row of their own where people read the table, unless they say how many. */
const usualTop = 20;

/** Whether options ask for an analysis in place of a report. */
export function isAnalysis({ attribution }: ReportOptions): boolean {
  return attribution !== undefined;
}

/**
 * Answers `--attribution`.
 * @throws MetricsError as the analysis says
 */
export async function runAnalysis(
  options: ReportOptions,
  format: ReportFormat,
  store: ServiceContext,
  context: CommandContext,
): Promise<string> {
  const { asOf, analysis } = await analysisOf(options, format, store);
  const { name, version } = store.agreement;
  const told = `As of ${instantText(asOf)}, by the agreement "${name}", version ${version}.`;
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
  const { from, to, asOf, knownAt, agreementVersion: version, top, attribution = true, conversion } = options;
  const isRead = format === 'table' || format === 'md';
  const filters = parseFilters(options.where ?? []);
  const report = await runAttribution(
    engine,
    {
      filters,
      from,
      to,
      asOf,
      knownAt,
      version,
      conversion,
      top: top ?? (isRead ? usualTop : undefined),
      models: attribution === true ? undefined : attribution,
    },
    { nowMs: clock() },
  );
  await refuseEarly(engine, report);
  return { asOf: report.asOf, analysis: attributionAnalysis(report) };
}
