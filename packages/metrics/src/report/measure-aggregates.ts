import type { FactAggregate, ReducedGroup } from '../plan/reduction.ts';
import type { RowMeasure } from './fact-measure.ts';
import { measureParts } from './measure-parts.ts';

/** What an engine has counted for one measure in one group, by name. */
export interface MeasureCounts {
  readonly numerator: number;
  readonly denominator: number;
  /** For what is said of the rows, and by exclusions of the agreement. */
  readonly excluded: number;
  readonly implied: number;
  /** Latest start of a window among the denominator, UTC milliseconds. */
  readonly latestMs: number | null;
  /** Rows that are still open, where a measure settles. */
  readonly open: number;
  /** A quantile, a sum or a number of different subjects. */
  readonly value: number | null;
  /** Rows among the denominator for which no version of the agreement was binding. */
  readonly unbound: number;
}

/** What an engine has to compute for a measure, in the order that `readCounts` reads. */
export function measureAggregates(measure: RowMeasure): readonly FactAggregate[] {
  const { numerator, denominator, excluded, implied } = measureParts(measure);
  const counts = [numerator, denominator, excluded, implied].map((where): FactAggregate => ({ kind: 'count', where }));
  return [...counts, maturityAggregate(measure), valueAggregate(measure)];
}

function maturityAggregate(measure: RowMeasure): FactAggregate {
  const matures = 'matures' in measure ? measure.matures : null;
  if (matures === null) return { kind: 'count', where: [] };
  if (matures.kind === 'settled') return { kind: 'count', where: matures.open };
  // Of a duration the youngest start counts also where its end is missing: it may yet come.
  return { kind: 'latest', column: matures.at, where: [[{ kind: 'has', column: matures.at, is: true }]] };
}

function valueAggregate(measure: RowMeasure): FactAggregate {
  switch (measure.kind) {
    case 'rows':
      return measure.distinct === null
        ? { kind: 'count', where: [] }
        : { kind: 'distinct', column: measure.distinct, where: measure.counted };
    case 'seconds':
    case 'number': {
      const { p, value, counted } = measure;
      return typeof p === 'number'
        ? { kind: 'quantile', value, p, where: counted }
        : { kind: 'sum', value, where: counted };
    }
    case 'rate':
    case 'money':
    case 'level':
      return { kind: 'count', where: [] };
  }
}

/**
 * Reads the values of a measure's aggregates in a group, and last of `unboundAggregate`. A group that there is not has
 * counted nothing.
 * @param columns where they stand among the values of the group
 */
export function readCounts(
  measure: RowMeasure,
  group: Pick<ReducedGroup, 'values' | 'excluded'> | undefined,
  columns: readonly number[],
): MeasureCounts {
  // No list is made of them: a report reads tens of thousands of groups.
  const at = (place: number) => group?.values[columns[place] ?? -1] ?? null;
  const settles = 'matures' in measure && measure.matures?.kind === 'settled';
  const maturity = at(4);
  return {
    numerator: at(0) ?? 0,
    denominator: at(1) ?? 0,
    excluded: (at(2) ?? 0) + (group?.excluded ?? 0),
    implied: at(3) ?? 0,
    latestMs: settles ? null : maturity,
    open: settles ? (maturity ?? 0) : 0,
    value: at(5),
    unbound: at(6) ?? 0,
  };
}
