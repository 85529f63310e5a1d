import type { GroupAddress } from '../plan/reduction.ts';
import type { Figures } from './figures.ts';

/** Where a row of a report stands. */
export interface RowPlace extends GroupAddress {
  readonly key: string;
  /** Whether days of its period are still to come. */
  readonly isOpen: boolean;
}

/** What one metric comes to. */
export interface MetricResult {
  /** Groups that it has anything to say of. */
  readonly addresses: readonly GroupAddress[];
  /** The figures of each place, once it is known which places the report has. */
  readonly figures: (places: readonly RowPlace[]) => Promise<ReadonlyMap<string, Figures>>;
  /** The same without intervals and projections, where those cost something of their own. */
  readonly values?: MetricResult['figures'];
}

/** What a metric that is made of a result needs of it: no interval is made of intervals. */
export function valuesOf({ figures, values = figures }: MetricResult): MetricResult['figures'] {
  return values;
}
