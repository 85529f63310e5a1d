import { type Agreement, conversionWindow } from '@sameteam/agreement';
import type { Measure } from './measure.ts';

/**
 * The days after which a cohort is mature for a measure, and the clause that says so.
 * @returns `null` for a count or a sum, which do not mature
 * @example metricWindow({ kind: 'within', from: 'captured', to: 'won', limitDays: 30 }, defaultAgreement) // { days: 30, clause: null }
 */
export function metricWindow(
  measure: Measure,
  agreement: Agreement,
): { readonly days: number; readonly clause: string | null } | null {
  switch (measure.kind) {
    case 'count':
    case 'sum':
      return null;
    case 'within':
      return { days: measure.limitDays, clause: null };
    case 'ratio':
    case 'duration':
      return conversionWindow(agreement, { from: measure.from, to: measure.to });
  }
}
