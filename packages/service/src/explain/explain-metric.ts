import type { MetricExplanation } from '@sameteam/api';
import {
  datesInWords,
  judgingClauses,
  type MetricDefinition,
  metricClause,
  metricDimensions,
  metricSections,
  metricWindow,
  type Plan,
} from '@sameteam/metrics';
import { agreementReference } from '../handlers/agreement-info.ts';
import { judgingAgreement } from '../judging-agreement.ts';
import type { ServiceContext } from '../service-context.ts';
import { metricInSentences } from './metric-in-sentences.ts';
import { metricParts } from './metric-parts.ts';

/** What is known of the number that is asked about. */
export interface ExplainMetricOptions {
  /** Decides which version of the agreement judges. */
  readonly plan: Pick<Plan, 'asOfMs' | 'version'>;
  /** Addresses of the clauses that it is narrowed to; none for all that the metric is judged by. */
  readonly clauses: readonly string[];
}

/** What a metric means by the agreement of an instant, without a number of it. */
export function explainMetric(
  context: ServiceContext,
  metric: MetricDefinition,
  { plan, clauses }: ExplainMetricOptions,
): MetricExplanation {
  const { engine } = context;
  const agreement = judgingAgreement(context, plan);
  const { id, label, unit, direction, owner, formula, numerator, denominator, anchor } = metric;
  const clause = metricClause(metric, agreement);
  const window = metricWindow(metric, agreement);
  const section = metricSections.find(({ metrics }) => metrics.some((one) => one === id));
  const told = {
    metric: id,
    label,
    unit,
    direction,
    owner,
    formula,
    numerator,
    denominator,
    anchor,
    section: section === undefined ? null : { id: section.id, label: section.label },
    tells: tellsOf(metric),
    parts: metricParts(metric, (part) => engine.metrics.find((one) => one.id === part)?.label ?? part),
    window: window === null ? null : { days: window.days, clause: window.clause },
    clause,
    clauses: (clauses.length === 0 ? [clause] : clauses).flatMap((address) =>
      judgingClauses(agreement, address, metric),
    ),
    agreement: agreementReference(context, plan.asOfMs, plan.version),
    dimensions: metricDimensions(metric, engine.metrics),
  };
  const dates = datesInWords(metric, (part) => engine.metrics.find((one) => one.id === part));
  return { ...told, sentences: metricInSentences(told, dates), number: null };
}

function tellsOf({ measure }: MetricDefinition): MetricExplanation['tells'] {
  if (measure.kind === 'level') return measure.moment === 'opening' ? 'at_opening' : 'at_closing';
  return 'readAt' in measure && measure.readAt === 'now' ? 'at_as_of' : 'of_period';
}
