import type { ReportRequest } from '@sameteam/api/client';
import { MetricsError, parsePlan } from '@sameteam/metrics';
import type { ServiceContext } from '@sameteam/service';
import { CliError } from '../errors/cli-error.ts';
import { parseFilters } from './parse-filters.ts';
import type { ReportOptions } from './run-report.ts';

/**
 * Reads options into a request, whose every name and time is checked here: the service would speak of places in a JSON
 * document. Days of `--as-of` and `--known-at` are taken to their end in the agreement's zone.
 * @throws CliError `unknown-choice` with the nearest name, `bad-filter`
 * @throws MetricsError for a period, stage or filter that cannot be
 */
export function readRequest(
  options: ReportOptions & { readonly metric: readonly string[] },
  { agreement, clock }: Pick<ServiceContext, 'agreement' | 'clock'>,
): ReportRequest {
  const { metric: metrics, by = [], from, to, grain, anchor, asOf, knownAt } = options;
  const filters = parseFilters(options.where ?? []);
  const asked = { metrics, by, filters, from, to, grain, anchor, asOf, knownAt };
  const plan = checked(() => parsePlan(asked, { zone: agreement.timeZone, nowMs: clock() }));
  return {
    ...asked,
    anchor: plan.anchor ?? undefined,
    asOf: new Date(plan.asOfMs).toISOString(),
    knownAt: plan.knownAtMs === null ? undefined : new Date(plan.knownAtMs).toISOString(),
  };
}

function checked<T>(parse: () => T): T {
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
