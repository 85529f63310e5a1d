import {
  type Agreement,
  type MetricWhere,
  type OwnMetric,
  ownMetricInWords,
  readableName,
  whereInWords,
} from '@sameteam/agreement';
import { type DimensionId, nearestName } from '@sameteam/model';
import { MetricsError } from '../metrics-error.ts';
import { dimensionColumn } from '../plan/dimension-columns.ts';
import type { RowTest } from '../plan/row-test.ts';
import { type FactMeasure, isRowMeasure } from '../report/fact-measure.ts';
import { quotientOf, sumOf } from '../report/measures.ts';
import { dimensionsAt } from '../report/metric-dimensions.ts';
import { metricMeasure } from '../report/metric-measure.ts';
import { isOneOf, rowsWith } from '../report/row-tests.ts';
import { type CountedByStages, countedByStages } from './counted-by-stages.ts';
import { defineMetric, type MetricDefinition } from './define-metric.ts';
import { limitedMeasure } from './limited-measure.ts';
import { metricDefinitions } from './registry.ts';

/** What a declaration comes to. */
interface Made extends CountedByStages {
  readonly formula: string;
}

type Find = (id: string) => MetricDefinition;

/**
 * The metrics that an agreement declares under `metrics`, made of the same measures as all others, in the order in which
 * they are written. What one is limited to (`where`) is read where that metric is placed in time, whatever a plan is
 * anchored at.
 * @param known the metrics that they can be made of
 * @throws MetricsError `unknown-metric`, `no-such-dimension` for an agreement that was not checked, or that is made of
 *   metrics which the check does not know
 * @example
 * const agreement = defineAgreement({
 *   teams: { sales: {} }, readiness: { raw: {} }, sla: {}, reasons: {},
 *   metrics: { fast_sal: { rate: { from: 'mql', to: 'sal', within: '14d' } } },
 * });
 * ownMetrics(agreement)[0]?.formula
 * // 'Of the leads that became an MQL, the share that were accepted by sales (SAL) within 14 days.'
 */
export function ownMetrics(
  agreement: Agreement,
  known: readonly MetricDefinition[] = metricDefinitions,
): readonly MetricDefinition[] {
  const { metrics = {} } = agreement;
  const made = new Map(known.map((metric) => [metric.id, metric]));
  const find: Find = (id) => {
    const declared = Object.hasOwn(metrics, id) ? metrics[id] : undefined;
    const found = made.get(id) ?? (declared && ownMetric(agreement, id, declared, find));
    if (found === undefined) {
      const ids = [...made.keys(), ...Object.keys(metrics)];
      throw new MetricsError('unknown-metric', { id, nearest: nearestName(id, ids) });
    }
    made.set(id, found);
    return found;
  };
  return Object.keys(metrics).map(find);
}

function ownMetric(agreement: Agreement, id: string, declared: OwnMetric, find: Find): MetricDefinition {
  const { label = capitalised(readableName(id)), owner, better } = declared;
  const made = madeOf(agreement, id, declared, find);
  return defineMetric({
    ...made,
    id,
    label,
    direction: better ?? made.direction,
    owner: owner ?? made.owner,
    clause: `metrics.${id}`,
  });
}

function madeOf(agreement: Agreement, id: string, declared: OwnMetric, find: Find): Made {
  const formula = ownMetricInWords(agreement, id);
  if ('over' in declared) return quotient(find(declared.over), find(declared.per), formula);
  if ('sum' in declared) return sum(declared.sum, find, formula);
  const { where = {} } = declared;
  const whole = 'of' in declared ? partOf(find(declared.of)) : { ...countedByStages(declared), formula };
  if (Object.keys(where).length === 0) return whole;
  const only = whereInWords(where);
  const limit = (words: string | null) => words && `${words}, ${only}`;
  return {
    ...whole,
    measure: measureWhere(id, whole, where),
    formula: 'of' in declared ? `${whole.formula} ${capitalised(only)}.` : formula,
    numerator: limit(whole.numerator),
    denominator: limit(whole.denominator),
  };
}

/** Another metric, which is all that a part of it can be more than. */
function partOf(metric: MetricDefinition): Made {
  const { unit, direction, owner, anchor, formula, numerator, denominator } = metric;
  return { unit, direction, owner, anchor, measure: metricMeasure(metric), formula, numerator, denominator };
}

/** @throws MetricsError `no-such-dimension` for what the rows of the measure do not know */
function measureWhere(id: string, { measure, anchor }: Made, where: NonNullable<MetricWhere>): FactMeasure {
  const place = isRowMeasure(measure) ? { grain: measure.grain, anchor, readAt: measure.readAt } : null;
  const atoms = Object.entries(where).map(([dimension, values]) => {
    const column = place === null ? null : dimensionColumn(dimension as DimensionId, place);
    if (column !== null) return isOneOf(column, ...values);
    const known = place === null ? [] : dimensionsAt(place);
    throw new MetricsError('no-such-dimension', { metric: id, dimension, known: known.join(', ') });
  });
  const only: RowTest = rowsWith(...atoms);
  return isRowMeasure(measure) ? limitedMeasure(measure, only) : measure;
}

function quotient(over: MetricDefinition, per: MetricDefinition, formula: string): Made {
  const isOneUnit = over.unit === per.unit;
  return {
    unit: isOneUnit ? 'ratio' : over.unit === 'money' ? 'money' : 'number',
    direction: 'neutral',
    owner: over.owner === per.owner ? over.owner : 'both',
    anchor: over.anchor,
    measure: quotientOf(over.id, per.id),
    formula,
    numerator: over.label,
    denominator: per.label,
  };
}

function sum(parts: readonly string[], find: Find, formula: string): Made {
  const measure = sumOf(...parts);
  const found = measure.parts.map(({ metric }) => find(metric));
  const first = found[0] as MetricDefinition;
  return {
    unit: first.unit,
    direction: first.direction,
    owner: found.every(({ owner }) => owner === first.owner) ? first.owner : 'both',
    anchor: first.anchor,
    measure,
    formula,
    numerator: null,
    denominator: null,
  };
}

function capitalised(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
