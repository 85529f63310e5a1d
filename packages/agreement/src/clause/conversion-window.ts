import { stages } from '@sameteam/model';
import type { Agreement } from '../agreement.ts';
import { AgreementError } from '../agreement-error.ts';
import { parseDuration } from '../duration/parse-duration.ts';
import { type Conversion, conversionId } from '../vocabulary/conversions.ts';

const dayMs = 86_400_000;

/** How long a cohort is given for a conversion before its rate is mature. */
export interface ConversionWindow {
  /** Days of 24 hours; a fraction for a window in hours or minutes. */
  readonly days: number;
  readonly ms: number;
  /** Address of the clause that says so. */
  readonly clause: string;
}

/**
 * The window of the conversion from one stage to a later one: its own, such as `windows.mql_to_sal`, from first to
 * last `windows.lead_to_win`, or else `windows.default`. O(1).
 * @throws AgreementError `not-a-conversion` when the second stage does not come after the first
 * @example conversionWindow(defaultAgreement, { from: 'captured', to: 'won' }) // { days: 90, ms: 7776000000, clause: 'windows.default' }
 */
export function conversionWindow(agreement: Pick<Agreement, 'windows'>, conversion: Conversion): ConversionWindow {
  const { windows } = agreement;
  const id = conversionId(conversion);
  if (id === null) throw new AgreementError('not-a-conversion', { ...conversion, stages });
  const own = windows[id];
  const ms = parseDuration(own ?? windows.default).ms ?? 0;
  return { days: ms / dayMs, ms, clause: own === undefined ? 'windows.default' : `windows.${id}` };
}
