import type { Agreement } from '../agreement.ts';
import { AgreementError } from '../agreement-error.ts';
import { applyOverride } from './apply-override.ts';
import { normaliseAgreement } from './normalise-agreement.ts';

/**
 * The agreement that holds for the leads of a segment: the override of the segment, applied as a merge patch
 * (RFC 7396). It is checked again, which takes about as long as loading: keep it, one for each segment.
 * @param segment id of a segment, or `null` for leads of none
 * @returns the agreement itself where nothing is different; otherwise one without overrides
 * @throws AgreementError `segment-undefined`; `invalid-agreement` when the agreement was changed by hand
 * @example clauseAt(effectiveAgreement(agreement, 'partner'), 'sla.hot_first_attempt.within.time') // '4wh'
 */
export function effectiveAgreement(agreement: Agreement, segment: string | null): Agreement {
  if (segment === null) return agreement;
  const segments = agreement.segments.map(({ id }) => id);
  if (!segments.includes(segment)) throw new AgreementError('segment-undefined', { segment, segments });
  const patch = Object.hasOwn(agreement.overrides, segment) ? agreement.overrides[segment] : undefined;
  if (patch === undefined) return agreement;
  // Overrides are patches of the agreement as it stands: upon another one they may make no sense.
  return normaliseAgreement(applyOverride({ ...agreement, overrides: {} }, patch) as unknown as Agreement);
}
