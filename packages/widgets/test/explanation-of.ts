import type { MetricDefinition, MetricExplanation, ReportRow } from '@sameteam/api/client';

/** An explanation as the service gives it, of a number and its metric. */
export function explanationOf(
  row: ReportRow | null,
  definition: MetricDefinition,
  standing: MetricExplanation['agreement']['standing'] = 'draft',
): MetricExplanation {
  const { id, measure: _, ...told } = definition;
  const { label, formula, owner, direction, numerator, denominator } = told;
  const address = row?.clause ?? definition.clause;
  const clause = address === null ? null : { address, words: 'A lead has 90 days.' };
  const agreement = { name: 'Olist sellers', version: 3 };
  return {
    ...told,
    metric: id,
    section: { id: 'funnel', label: 'Funnel' },
    tells: 'of_period',
    parts: [],
    window: { days: 90, clause: address },
    clauses: clause === null ? [] : [clause],
    agreement: { ...agreement, draft: standing !== 'binding', standing },
    dimensions: ['source.channel'],
    sentences: [formula],
    number:
      row === null
        ? null
        : {
            row,
            metric: id,
            label,
            formula,
            owner,
            direction,
            clause,
            agreement,
            versions: [],
            filters: [],
            period: { from: null, to: null, anchor: row.anchor },
            asOf: row.asOf,
            knownAt: null,
            numerator: { value: row.numerator, means: numerator },
            denominator: { value: row.denominator, means: denominator },
            excluded: row.excluded,
            implied: row.implied,
            restated: row.restated,
            mature: {
              is: row.mature,
              why: row.mature === false ? 'Not all of it has had the 90 days.' : null,
            },
            binding: row.binding,
            sentences: [formula],
          },
  };
}
