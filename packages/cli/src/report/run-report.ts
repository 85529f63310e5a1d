import type { CommandContext } from '../context.ts';
import { CliError } from '../errors/cli-error.ts';
import { openStore } from '../store/open-store.ts';
import { refuseBesideAnalysis } from './analysis/refuse-beside-analysis.ts';
import { isAnalysis, runAnalysis } from './analysis/run-analysis.ts';
import { reportFormat } from './report-format.ts';
import type { ReportOptions } from './report-options.ts';
import { runExplain } from './run-explain.ts';
import { runLeads } from './run-leads.ts';
import { runTables } from './run-tables.ts';

/**
 * Answers `sameteam report` through the service, so that it says what the page says: a report, the leads behind one
 * number of it, or what a metric means.
 * @returns the text for standard output
 * @throws CliError `missing-option`, `two-formats`, `unknown-choice`, `unknown-section`, `bad-filter`, `not-together`,
 *   `one-metric`, `no-file`, `bad-agreement`
 * @throws MetricsError for a period, stage or filter that cannot be
 */
export async function runReport(options: ReportOptions, context: CommandContext): Promise<string> {
  const format = reportFormat(options);
  refuseTogether(options);
  if (options.explain !== undefined) return runExplain({ ...options, explain: options.explain }, format, context);
  const { db } = options;
  if (db === undefined) throw new CliError('missing-option', { option: '--db FILE' });
  const store = await openStore({ ...options, db }, context);
  try {
    if (isAnalysis(options)) return await runAnalysis(options, format, store, context);
    return options.leads === undefined
      ? await runTables(options, format, store, context)
      : await runLeads({ ...options, leads: options.leads }, format, store, context);
  } finally {
    await store.engine.close();
  }
}

/** Pairs of options of which one would be left unread. */
function refuseTogether(options: ReportOptions): void {
  const { metric, section, explain, leads, by, grain, limit, after, db } = options;
  const pairs: readonly (readonly [boolean, string, string, string])[] = [
    [metric !== undefined && section !== undefined, '--metric', '--section', 'Name metrics, or sections of them.'],
    [explain !== undefined && metric !== undefined, '--explain', '--metric', 'Name the metric after --explain alone.'],
    [explain !== undefined && section !== undefined, '--explain', '--section', 'It explains one metric.'],
    [leads !== undefined && section !== undefined, '--leads', '--section', 'Name one metric with --metric.'],
    [leads !== undefined && by !== undefined, '--leads', '--by', 'Name the cell with --where.'],
    [leads !== undefined && grain !== undefined, '--leads', '--grain', 'Name the period with --from and --to.'],
    [explain !== undefined && by !== undefined, '--explain', '--by', 'It explains one number: narrow it with --where.'],
    [explain !== undefined && grain !== undefined, '--explain', '--grain', 'Name the period with --from and --to.'],
  ];
  refuseBesideAnalysis(options);
  for (const [isBoth, first, second, remedy] of pairs) {
    if (isBoth) throw new CliError('not-together', { first, second, remedy });
  }
  const pages = leads !== undefined || (explain !== undefined && db !== undefined);
  if (!pages && (limit !== undefined || after !== undefined)) {
    const option = limit === undefined ? '--after' : '--limit';
    throw new CliError('only-with', { option, needed: '--leads', why: 'it pages through leads' });
  }
}
