import type { AgreementDocument } from '../schema/agreement-document.ts';

/** A metric that an agreement declares. */
export type OwnMetric = NonNullable<AgreementDocument['metrics']>[string];

/** What a metric is limited to: by dimension, the values that count; `null` is a missing one. */
export type MetricWhere = Extract<OwnMetric, { readonly of: string }>['where'];

type Declaring = Pick<AgreementDocument, 'metrics'>;

/** The metric that an agreement declares under a name; `null` where it does not. */
export function ownMetric({ metrics = {} }: Declaring, id: string): OwnMetric | null {
  return Object.hasOwn(metrics, id) ? (metrics[id] ?? null) : null;
}

/**
 * Names of the metrics that an agreement declares itself, in the order in which they are written.
 * @example ownMetricIds(defaultAgreement) // []
 */
export function ownMetricIds({ metrics = {} }: Declaring): readonly string[] {
  return Object.keys(metrics);
}
