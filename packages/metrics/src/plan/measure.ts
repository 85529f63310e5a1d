import type { StageId } from '@sameteam/model';
import type { StageMeasure } from '../report/stage-measure.ts';
import type { Aggregate, Atom, Predicate } from './aggregate.ts';

/** What a metric measures, as data. */
export type Measure = StageMeasure;

/** The parts of a number: predicates on facts, shared by the count and by the way down to its leads. */
export interface MeasureParts {
  readonly numerator: Predicate;
  readonly denominator: Predicate;
  readonly excluded: Predicate;
  readonly implied: Predicate;
}

const dayMs = 86_400_000;
const nobody: Predicate = [];
const reached = (stage: StageId): Atom => ({ kind: 'reached', stage });

/** The predicates of a measure. */
export function measureParts(measure: Measure): MeasureParts {
  switch (measure.kind) {
    case 'count': {
      const { stage } = measure;
      const counted = [[reached(stage)]];
      return { numerator: counted, denominator: counted, excluded: nobody, implied: [[{ kind: 'implied', stage }]] };
    }
    case 'ratio': {
      const { from, to } = measure;
      return {
        numerator: [[reached(from), reached(to)]],
        denominator: [[reached(from)]],
        excluded: nobody,
        implied: [[{ kind: 'implied', stage: from }], [reached(from), { kind: 'implied', stage: to }]],
      };
    }
    case 'within':
    case 'duration':
      return timedParts(measure);
    case 'sum': {
      const won = reached(measure.stage);
      const counted: Predicate = [[won, { kind: 'amount', known: true }]];
      return {
        numerator: counted,
        denominator: counted,
        excluded: [[won, { kind: 'amount', known: false }]],
        implied: nobody,
      };
    }
  }
}

/** A time between two stages is known where both have an event of their own, in order. */
function timedParts(measure: Extract<Measure, { from: StageId; kind: 'within' | 'duration' }>): MeasureParts {
  const { from, to } = measure;
  const ordered: Atom = { kind: 'ordered', from, to };
  const excluded: Predicate = [[{ kind: 'reversed', from, to }]];
  const implied: Predicate = [[reached(from), { kind: 'implied', stage: to }], [{ kind: 'implied', stage: from }]];
  if (measure.kind === 'duration') return { numerator: [[ordered]], denominator: [[ordered]], excluded, implied };
  return {
    numerator: [[{ kind: 'within', from, to, limitMs: measure.limitDays * dayMs }]],
    denominator: [
      [ordered],
      [
        { kind: 'explicit', stage: from },
        { kind: 'open', stage: to },
      ],
    ],
    excluded,
    implied,
  };
}

/** What an engine has to compute for a measure, in the order that `assemble` reads. */
export function measureAggregates(measure: Measure): readonly Aggregate[] {
  const { numerator, denominator, excluded, implied } = measureParts(measure);
  const counts: Aggregate[] = [numerator, denominator, excluded, implied].map((where) => ({ kind: 'count', where }));
  if (measure.kind === 'count' || measure.kind === 'sum') return counts;
  const latest: Aggregate = { kind: 'latest', stage: measure.from, where: [[reached(measure.from)]] };
  if (measure.kind !== 'duration') return [...counts, latest];
  return [...counts, latest, { kind: 'quantile', from: measure.from, to: measure.to, p: measure.p }];
}
