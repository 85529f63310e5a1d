import { type Interval, wilsonInterval } from '@sameteam/stats';
import type { RowMeasure } from './fact-measure.ts';
import type { Figures } from './figures.ts';
import type { MeasureCounts } from './measure-aggregates.ts';
import type { MeasureWindow } from './measure-window.ts';

const dayMs = 86_400_000;

/** What decides whether a cohort is mature. */
export interface Maturing {
  readonly window: MeasureWindow | null;
  readonly asOfMs: number;
  /** Whether days of the row's period are still to come. */
  readonly isOpen: boolean;
}

/** The figures of a number by what was counted. Money and levels need sums of their own, see `moneyFigures`. */
export function rowFigures(measure: RowMeasure, counts: MeasureCounts, maturing: Maturing): Figures {
  const { value, numerator, denominator, interval } = told(measure, counts);
  // Figures are named one by one: a report has tens of thousands of them, and to spread them takes several times as long.
  return {
    value,
    numerator,
    denominator,
    excluded: counts.excluded,
    implied: counts.implied,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    mature: isMature(measure, counts, maturing),
    projected: null,
    projectedLow: null,
    projectedHigh: null,
    binding: counts.denominator === 0 ? null : counts.unbound === 0,
  };
}

type Told = Pick<Figures, 'value' | 'numerator' | 'denominator'> & { readonly interval: Interval | null };

function told(measure: RowMeasure, counts: MeasureCounts): Told {
  const { numerator, denominator } = counts;
  switch (measure.kind) {
    case 'rows': {
      const value = measure.distinct === null ? numerator : (counts.value ?? 0);
      return { value, numerator: value, denominator: null, interval: null };
    }
    case 'rate': {
      const value = denominator === 0 ? null : numerator / denominator;
      return { value, numerator, denominator, interval: wilsonInterval({ hits: numerator, trials: denominator }) };
    }
    case 'seconds':
    case 'number': {
      const value = spread(measure, counts);
      const unit = measure.kind === 'seconds' ? measure.unitSeconds : 1;
      return { value: value === null ? null : value / unit, numerator: null, denominator, interval: null };
    }
    case 'money':
    case 'level':
      return { value: null, numerator: null, denominator: null, interval: null };
  }
}

/** A quantile, a mean or a sum. The mean of nothing is `null`, the sum of nothing 0. */
function spread({ p }: { readonly p: number | 'mean' | 'sum' }, counts: MeasureCounts): number | null {
  if (p === 'mean') return counts.denominator === 0 ? null : (counts.value ?? 0) / counts.denominator;
  return p === 'sum' ? (counts.value ?? 0) : counts.value;
}

/**
 * A cohort is mature when its period is over and its youngest member has had the whole window (rule 4), or when no row
 * of it is open any more.
 */
function isMature(measure: RowMeasure, counts: MeasureCounts, maturing: Maturing): boolean | null {
  const matures = 'matures' in measure ? measure.matures : null;
  if (matures === null) return null;
  if (matures.kind === 'settled') {
    return counts.denominator + counts.open === 0 ? null : counts.open === 0 && !maturing.isOpen;
  }
  if (maturing.window === null || counts.latestMs === null) return null;
  return !maturing.isOpen && counts.latestMs + maturing.window.days * dayMs <= maturing.asOfMs;
}
