import type { Agreement, AgreementHistory } from '@sameteam/agreement';
import { dayOf, zoneOffsets } from '../facts/zone-days.ts';
import { dayNumber, isoDay } from '../plan/calendar.ts';
import type { Plan } from '../plan/plan.ts';
import { reignsIn } from './reigns-in.ts';

/** A version that judges some days of a plan. */
export interface JudgingVersion {
  readonly agreement: Agreement;
  /** First and last of the days, both included. */
  readonly from: string;
  readonly to: string;
}

/**
 * The versions that judge what happens in the period of a plan, one after another: an open end is as-of, an open beginning the
 * first day of the first version, since that one judges all that was before. A version that is asked for judges alone.
 */
export function judgedIn(
  { from, to, asOfMs, version }: Pick<Plan, 'from' | 'to' | 'asOfMs' | 'version'>,
  { agreement, history }: { readonly agreement: Agreement; readonly history: AgreementHistory | null },
): readonly JudgingVersion[] {
  const firstMs = history?.periods[0]?.fromMs ?? asOfMs;
  const localDay = dayOf(
    zoneOffsets(agreement.timeZone, { fromMs: Math.min(firstMs, asOfMs), toMs: Math.max(firstMs, asOfMs) }),
  );
  const today = localDay(asOfMs);
  const last = to === null ? today : Math.min(today, dayNumber(to));
  const first = Math.min(last, from === null ? localDay(firstMs) : dayNumber(from));
  const reigns = reignsIn({ first, last }, { agreement, history: version === null ? history : null });
  return reigns.map((reign) => ({ agreement: reign.agreement, from: isoDay(reign.first), to: isoDay(reign.last) }));
}
