import {
  type ExplainRequest,
  explainRequestSchema,
  type MetricExplanation,
  ProblemError,
  type ReportRequest,
  readRequest,
} from '@sameteam/api';
import {
  explainNumber,
  type Filter,
  MetricsError,
  parsePlan,
  periodEndMs,
  type ReportRow,
  refuseEarly,
} from '@sameteam/metrics';
import { nearestName } from '@sameteam/model';
import { explainMetric } from '../explain/explain-metric.ts';
import { judgingAgreement } from '../judging-agreement.ts';
import { problemOf } from '../request/problem-of.ts';
import type { ServiceContext } from '../service-context.ts';

/**
 * What a metric means, by which clause, and, where a report is given, one number of it: what it is made of, what was left
 * out, and how sure it is.
 * @param request checked here, whatever its type says; give the report's `asOf`, so that it explains its number
 * @throws ProblemError `unknown-metric`, `unknown-dimension`, `invalid-request`, `not-answerable`
 * @example (await explain(context, { metric: 'mql_to_sal_rate', report: {} })).number?.sentences
 */
export async function explain(context: ServiceContext, request: ExplainRequest): Promise<MetricExplanation> {
  const { engine, agreement, clock } = context;
  const read = readRequest(explainRequestSchema, request);
  const metric = engine.metrics.find(({ id }) => id === read.metric);
  if (metric === undefined) throw unknownMetric(read.metric, context);
  const asked: ReportRequest = { ...read.report, metrics: [read.metric] };
  try {
    const plan = parsePlan(asked, { zone: agreement.timeZone, nowMs: clock(), metrics: engine.metrics });
    // The clause is quoted as it stood at the end of the period: that of today may be another one.
    const judged = {
      asOfMs: read.report === undefined ? plan.asOfMs : periodEndMs(plan, agreement),
      version: plan.version,
    };
    const explained = explainMetric(context, metric, { plan: judged, clauses: namedClauses(plan.filters) });
    if (read.report === undefined) return explained;
    if (asked.asOf !== undefined) await refuseEarly(engine, plan);
    const row = rowAt(await engine.run(plan), plan.by, read);
    const number = {
      ...explainNumber(row, {
        metric,
        plan,
        agreement: judgingAgreement(context, judged),
        history: context.history ?? null,
        metrics: engine.metrics,
      }),
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

/** The row whose dimensions have these values: one that stands for folded values only where it is told so. */
function rowAt(
  rows: readonly ReportRow[],
  by: readonly string[],
  { dimensions = {}, folded = [] }: Pick<ExplainRequest, 'dimensions' | 'folded'>,
): ReportRow {
  const missing = by.find((id) => !Object.hasOwn(dimensions, id));
  if (missing !== undefined) throw new MetricsError('cell-not-in-plan', { what: `no value is given for ${missing}` });
  const found = rows.find(
    (row) =>
      by.every((id) => row.dimensions[id] === dimensions[id]) &&
      by.every((id) => Object.hasOwn(row.folded ?? {}, id) === folded.includes(id)),
  );
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
