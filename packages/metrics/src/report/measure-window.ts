import { type Agreement, conversionWindow } from '@sameteam/agreement';
import type { FactMeasure } from './fact-measure.ts';

/** How long a cohort is given, and the clause that says so. */
export interface MeasureWindow {
  /** Days of 24 hours. */
  readonly days: number;
  /** `null` where the metric itself says it. */
  readonly clause: string | null;
}

/** The window after which a cohort is mature for a measure; `null` where it has none. */
export function measureWindow(measure: FactMeasure, agreement: Pick<Agreement, 'windows'>): MeasureWindow | null {
  const matures = 'matures' in measure ? measure.matures : null;
  if (matures?.kind === 'days') return { days: matures.days, clause: null };
  return matures?.kind === 'conversion' ? conversionWindow(agreement, matures) : null;
}
