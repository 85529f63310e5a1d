import type { ProblemIssue, ReportRequest } from '@sameteam/api';
import type { MetricsError } from '@sameteam/metrics';

/**
 * The place in a report request that an error of its plan speaks of.
 * @param under JSON pointer of the report in the whole request
 */
export function placeOf(error: MetricsError, report: ReportRequest, under: string): ProblemIssue {
  const { nearest } = error.params;
  return {
    pointer: under + pointerTo(error, report),
    message: error.message,
    nearest: typeof nearest === 'string' ? nearest : null,
  };
}

function pointerTo({ code, params }: MetricsError, { metrics, by = [], filters = [] }: ReportRequest): string {
  const name = String(params.id ?? params.dimension);
  const filterOnIt = () => `/filters/${filters.findIndex(({ dimension }) => dimension === name)}/dimension`;
  switch (code) {
    case 'unknown-metric':
      return `/metrics/${metrics.indexOf(name)}`;
    case 'unknown-dimension':
    case 'no-such-dimension':
      return by.includes(name) ? `/by/${by.indexOf(name)}` : filterOnIt();
    case 'repeated-dimension':
      return `/by/${by.lastIndexOf(name)}`;
    case 'two-grains':
      return '/by';
    case 'bad-filter':
    case 'filter-on-calendar':
      return filterOnIt();
    case 'period-reversed':
      return '/to';
    case 'unknown-stage':
    case 'anchor-after-denominator':
    case 'no-such-anchor':
      return '/anchor';
    case 'bad-top':
      return '/top';
    case 'as-of-too-early':
      return '/asOf';
    case 'known-at-too-early':
      return '/knownAt';
    default:
      return '';
  }
}
