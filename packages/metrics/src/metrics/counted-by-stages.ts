import { type OwnMetric, parseDuration, stageWords } from '@sameteam/agreement';
import type { StageId } from '@sameteam/model';
import type { RowTest } from '../plan/row-test.ts';
import type { FactMeasure } from '../report/fact-measure.ts';
import { measureOfStages } from '../report/stage-measure.ts';
import type { MetricDefinition } from './define-metric.ts';

const dayMs = 86_400_000;

/** What a declaration counts, without what it says of itself. */
export interface CountedByStages extends Pick<MetricDefinition, 'unit' | 'direction' | 'owner' | 'anchor'> {
  readonly measure: FactMeasure;
  readonly numerator: string | null;
  readonly denominator: string | null;
}

/** A metric that an agreement declares by stages. */
type OfStages = Extract<
  OwnMetric,
  { readonly count: unknown } | { readonly rate: unknown } | { readonly time: unknown }
>;

/**
 * What counts leads by their stages. Counts are placed at capture, as those of the funnel; the others at their start.
 */
export function countedByStages(declared: OfStages): CountedByStages {
  if ('count' in declared) {
    const { stage } = declared.count;
    return {
      unit: 'leads',
      direction: 'up',
      owner: 'both',
      anchor: 'captured',
      measure: measureOfStages({ kind: 'count', stage }),
      numerator: `leads that ${stageWords[stage].became}`,
      denominator: null,
    };
  }
  if ('time' in declared) {
    const { from, to, quantile } = declared.time;
    return {
      unit: 'days',
      direction: 'down',
      owner: 'both',
      anchor: from,
      measure: measureOfStages({ kind: 'duration', from, to, p: quantile }),
      numerator: null,
      denominator: `leads that ${stageWords[from].became} and ${stageWords[to].became}, with both events in order`,
    };
  }
  const { from, to, within } = declared.rate;
  const rate = { unit: 'ratio', direction: 'up', owner: 'both', anchor: from } as const;
  const both = `leads that ${stageWords[from].became} and ${stageWords[to].became}`;
  const begun = `leads that ${stageWords[from].became}`;
  if (within === undefined) {
    return { ...rate, measure: measureOfStages({ kind: 'ratio', from, to }), numerator: both, denominator: begun };
  }
  return {
    ...rate,
    measure: measureWithin(from, to, parseDuration(within).ms ?? 0),
    numerator: `${both} in time`,
    denominator: `${begun}, without those whose events are in an impossible order`,
  };
}

function measureWithin(from: StageId, to: StageId, limitMs: number): FactMeasure {
  const measure = measureOfStages({ kind: 'within', from, to, limitDays: limitMs / dayMs });
  if (measure.kind !== 'rate') return measure;
  // A part of a day is no exact number of days: 13 minutes would be 779,999.99… milliseconds.
  const exact = (test: RowTest): RowTest =>
    test.map((atoms) => atoms.map((atom) => (atom.kind === 'within' ? { ...atom, limitMs } : atom)));
  return { ...measure, numerator: exact(measure.numerator), denominator: exact(measure.denominator) };
}
