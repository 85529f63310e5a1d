import { ProblemError, type ReportRequest } from '@sameteam/api';
import { explainNumber, type Filter, MetricsError, parsePlan, type ReportRow } from '@sameteam/metrics';
import { nearestName } from '@sameteam/model';
import { explainMetric } from '../explain/explain-metric.ts';
import type { ExplainedNumber, MetricExplanation } from '../explain/metric-explanation.ts';
import { judgingAgreement } from '../judging-agreement.ts';
import { problemOf } from '../request/problem-of.ts';
import type { ServiceContext } from '../service-context.ts';

/** What is to be explained: a metric, and one number of it where a report is given. */
export interface ExplainRequest {
  readonly metric: string;
  /** Narrows the number: period, filters, as-of. Its dimensions need `dimensions`. */
  readonly report?: Omit<ReportRequest, 'metrics'> | undefined;
  /** The number's value of each dimension of the report. */
  readonly dimensions?: Readonly<Record<string, string | null>> | undefined;
}

/**
 * What a metric means, by which clause, and, where a report is given, one number of it: what it is made of, what was left
 * out, and how sure it is.
 * @throws ProblemError `unknown-metric`, `unknown-dimension`, `invalid-request`, `not-answerable`
 * @example (await explain(context, { metric: 'mql_to_sal_rate', report: {} })).number?.sentences
 */
export async function explain(context: ServiceContext, request: ExplainRequest): Promise<MetricExplanation> {
  const { engine, agreement, clock } = context;
  const metric = engine.metrics.find(({ id }) => id === request.metric);
  if (metric === undefined) throw unknownMetric(request.metric, context);
  const asked: ReportRequest = { ...request.report, metrics: [request.metric] };
  try {
    const plan = parsePlan(asked, { zone: agreement.timeZone, nowMs: clock(), metrics: engine.metrics });
    const explained = explainMetric(context, metric, { plan, clauses: namedClauses(plan.filters) });
    if (request.report === undefined) return explained;
    const row = rowAt(await engine.run(plan), plan.by, request.dimensions ?? {});
    const number: ExplainedNumber = {
      ...explainNumber(row, { metric, plan, agreement: judgingAgreement(context, plan), metrics: engine.metrics }),
      row,
    };
    return { ...explained, number };
  } catch (error) {
    throw problemOf(error, asked, '/report');
  }
}

/** The clauses that a filter keeps: a number of them is judged by them alone. */
function namedClauses(filters: readonly Filter[]): readonly string[] {
  return filters.flatMap((filter) =>
    filter.dimension === 'clause' && 'in' in filter ? filter.in.filter((address) => address !== null) : [],
  );
}

/** The row whose dimensions have these values. */
function rowAt(
  rows: readonly ReportRow[],
  by: readonly string[],
  dimensions: Readonly<Record<string, string | null>>,
): ReportRow {
  const missing = by.find((id) => !Object.hasOwn(dimensions, id));
  if (missing !== undefined) throw new MetricsError('cell-not-in-plan', { what: `no value is given for ${missing}` });
  const found = rows.find((row) => by.every((id) => row.dimensions[id] === dimensions[id]));
  if (found !== undefined) return found;
  throw new MetricsError('cell-not-in-plan', { what: 'no row of the report has these values' });
}

function unknownMetric(id: string, { engine }: ServiceContext): ProblemError {
  const nearest = nearestName(
    id,
    engine.metrics.map((metric) => metric.id),
  );
  const hint = nearest === null ? '' : ` Did you mean "${nearest}"?`;
  const sentence = `There is no metric "${id}".${hint} All are listed at /v1/metrics.`;
  return new ProblemError(
    'unknown-metric',
    { sentence },
    { issues: [{ pointer: '/metric', message: sentence, nearest }] },
  );
}
