import type { ReportRequest } from '@sameteam/api/client';
import { MetricsError, type Plan, parsePlan } from '@sameteam/metrics';
import type { ServiceContext } from '@sameteam/service';
import { CliError } from '../errors/cli-error.ts';
import { parseFilters } from './parse-filters.ts';
import type { ReportOptions } from './report-options.ts';

/** What is asked for: the options, with the metrics that they come to. */
export type AskedReport = Omit<ReportOptions, 'metric' | 'engine'> & { readonly metric: readonly string[] };

/** What it is read by. */
export type RequestContext = Pick<ServiceContext, 'agreement' | 'clock'> & Pick<ServiceContext['engine'], 'metrics'>;

/**
 * Reads options into a request, whose every name and time is checked here: the service would speak of places in a JSON
 * document. Days of `--as-of` and `--known-at` are taken to their end in the agreement's zone.
 * @throws CliError `unknown-choice` with the nearest name, `bad-filter`
 * @throws MetricsError for a period, stage or filter that cannot be
 */
export function readRequest(options: AskedReport, { agreement, clock, metrics }: RequestContext): ReportRequest {
  const { by = [], from, to, grain, anchor, asOf, knownAt, agreementVersion: version, top, cells: cellLimit } = options;
  const filters = parseFilters(options.where ?? []);
  const asked = {
    metrics: options.metric,
    by,
    filters,
    from,
    to,
    grain,
    anchor,
    asOf,
    knownAt,
    version,
    top,
    cellLimit,
  };
  const plan = checked(() => parsePlan(asked, { zone: agreement.timeZone, nowMs: clock(), metrics }));
  return {
    ...asked,
    anchor: plan.anchor ?? undefined,
    asOf: new Date(plan.asOfMs).toISOString(),
    knownAt: plan.knownAtMs === null ? undefined : new Date(plan.knownAtMs).toISOString(),
  };
}

/** Dimensions of the rows of a request, the calendar grain among them. */
export function dimensionsOf({ by = [], grain }: Pick<ReportRequest, 'by' | 'grain'>): readonly string[] {
  return grain === undefined || by.includes(grain) ? by : [...by, grain];
}

function checked(parse: () => Plan): Plan {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof MetricsError)) throw error;
    const { id, nearest } = error.params as { readonly id: string; readonly nearest: string | null };
    if (error.code === 'unknown-metric') throw new CliError('unknown-choice', { what: 'metric', id, nearest });
    if (error.code === 'unknown-dimension') throw new CliError('unknown-choice', { what: 'dimension', id, nearest });
    throw error;
  }
}
