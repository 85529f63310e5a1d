import type { ReportRequest } from '@sameteam/api/client';
import { metricIds, parsePlan } from '@sameteam/metrics';
import { metricDefinitions, report, type ServiceContext } from '@sameteam/service';
import type { CommandContext } from '../context.ts';
import { CliError } from '../errors/cli-error.ts';
import { openStore } from '../store/open-store.ts';
import { styleOf } from '../terminal/style.ts';
import { flattenRow } from './flatten-row.ts';
import { parseFilters } from './parse-filters.ts';
import { reportCsv } from './report-csv.ts';
import { reportMarkdown } from './report-markdown.ts';
import { reportTable } from './report-table.ts';
import { reportView } from './report-view.ts';

/** Options of `sameteam report`, as the command line gives them. */
export interface ReportOptions {
  readonly db: string;
  readonly metric?: readonly string[];
  readonly by?: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly grain?: NonNullable<ReportRequest['grain']>;
  readonly asOf?: string;
  readonly knownAt?: string;
  readonly anchor?: string;
  readonly where?: readonly string[];
  readonly agreement?: string;
  readonly engine: 'duckdb' | 'memory';
  readonly json?: boolean;
  readonly csv?: boolean;
  readonly md?: boolean;
}

/**
 * Answers `sameteam report` through the service, so that it says what the page says.
 * @returns the text for standard output
 * @throws CliError `missing-metric`, `two-formats`, `bad-filter`, `no-file`, `bad-agreement`
 * @throws ProblemError for a metric, dimension or period that does not exist
 */
export async function runReport(options: ReportOptions, context: CommandContext): Promise<string> {
  const formats = (['json', 'csv', 'md'] as const).filter((format) => options[format]);
  if (formats.length > 1) throw new CliError('two-formats', { formats: formats.map((it) => `--${it}`).join(' and ') });
  const { metric } = options;
  if (metric === undefined) throw new CliError('missing-metric', { known: metricIds });
  const store = await openStore(options, context);
  try {
    const request = requestOf({ ...options, metric }, store);
    const answer = await report(store, request);
    const by = [
      ...(request.by ?? []),
      ...(request.grain && !request.by?.includes(request.grain) ? [request.grain] : []),
    ];
    switch (formats[0]) {
      case 'json':
        return `${JSON.stringify(
          answer.rows.map((row) => flattenRow(row, by)),
          null,
          2,
        )}\n`;
      case 'csv':
        return reportCsv(answer.rows, by);
      default: {
        const view = reportView(answer, await metricDefinitions(store), by);
        if (formats[0] === 'md') return reportMarkdown(view);
        return reportTable(view, { style: styleOf(context.stdout, context.env), columns: context.stdout.columns });
      }
    }
  } finally {
    await store.engine.close();
  }
}

/** The request of the options. Days of `--as-of` and `--known-at` are taken to their end in the agreement's zone. */
function requestOf(
  options: ReportOptions & { readonly metric: readonly string[] },
  { agreement, clock }: ServiceContext,
): ReportRequest {
  const times = { metrics: options.metric, asOf: options.asOf, knownAt: options.knownAt };
  const { asOfMs, knownAtMs } = parsePlan(times, { zone: agreement.timeZone, nowMs: clock() });
  return {
    metrics: options.metric,
    by: options.by ?? [],
    filters: parseFilters(options.where ?? []),
    from: options.from,
    to: options.to,
    grain: options.grain,
    anchor: options.anchor as ReportRequest['anchor'],
    asOf: new Date(asOfMs).toISOString(),
    knownAt: knownAtMs === null ? undefined : new Date(knownAtMs).toISOString(),
  };
}
