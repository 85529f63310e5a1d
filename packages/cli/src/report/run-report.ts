import type { ReportRequest } from '@sameteam/api/client';
import { metricDefinitions, report } from '@sameteam/service';
import type { CommandContext } from '../context.ts';
import { CliError } from '../errors/cli-error.ts';
import { openStore } from '../store/open-store.ts';
import { styleOf } from '../terminal/style.ts';
import { flattenRow } from './flatten-row.ts';
import { readRequest } from './read-request.ts';
import { reportCsv } from './report-csv.ts';
import { reportMarkdown } from './report-markdown.ts';
import { reportTable } from './report-table.ts';
import { reportView } from './report-view.ts';
import { unknownValues } from './unknown-values.ts';

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
 * @throws CliError `missing-metric`, `two-formats`, `unknown-choice`, `bad-filter`, `no-file`, `bad-agreement`
 * @throws MetricsError for a period, stage or filter that cannot be
 */
export async function runReport(options: ReportOptions, context: CommandContext): Promise<string> {
  const formats = (['json', 'csv', 'md'] as const).filter((format) => options[format]);
  if (formats.length > 1) throw new CliError('two-formats', { formats: formats.map((it) => `--${it}`).join(' and ') });
  const { metric } = options;
  if (metric === undefined) throw new CliError('missing-metric', undefined);
  const store = await openStore(options, context);
  try {
    const request = readRequest({ ...options, metric }, store);
    const answer = await report(store, request);
    for (const sentence of await unknownValues(store, request, answer)) context.stderr.write(`${sentence}\n`);
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
