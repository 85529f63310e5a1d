import { ProblemError, type ReportRequest } from '@sameteam/api';
import { MetricsError, type MetricsErrorCode } from '@sameteam/metrics';
import { placeOf } from './place-of.ts';

/** Mistakes in a request. */
const mistakes: ReadonlySet<MetricsErrorCode> = new Set<MetricsErrorCode>([
  'no-metric',
  'unknown-stage',
  'two-grains',
  'repeated-dimension',
  'bad-date',
  'bad-instant',
  'period-reversed',
  'bad-filter',
  'filter-on-calendar',
  'cell-not-in-plan',
  'anchor-after-denominator',
  'no-such-anchor',
  'no-such-dimension',
  'bad-top',
]);

/** Sound requests that this data or this agreement has no answer to. */
const unanswerable: ReadonlySet<MetricsErrorCode> = new Set<MetricsErrorCode>([
  'too-many-cells',
  'known-at-too-early',
  'as-of-too-early',
  'no-leads-behind',
  'unknown-version',
  'sum-too-large',
  'no-rate',
]);

/**
 * What a report's engine or plan says, as a problem of the contract. Anything else is given back as it is: nobody
 * outside is told of it.
 * @param under JSON pointer of the report in the whole request
 */
export function problemOf(error: unknown, report: ReportRequest, under = ''): unknown {
  if (!(error instanceof MetricsError)) return error;
  const code: MetricsErrorCode = error.code;
  const isCell = code === 'cell-not-in-plan';
  const place = isCell ? { pointer: '/cell', message: error.message, nearest: null } : placeOf(error, report, under);
  const options = { cause: error, issues: [place] };
  if (code === 'unknown-metric' || code === 'unknown-dimension') {
    return new ProblemError(code, { sentence: error.message }, options);
  }
  if (mistakes.has(code)) return new ProblemError('invalid-request', { what: error.message }, options);
  if (unanswerable.has(code)) return new ProblemError('not-answerable', { sentence: error.message }, options);
  return error;
}
