import type { Agreement } from '../agreement.ts';
import { AgreementError } from '../agreement-error.ts';
import { compareDates, type SignedDates } from './compare-dates.ts';
import { clockSkewMs } from './judge-signature.ts';
import { settleSignatures } from './settle-signatures.ts';
import type { SignOptions } from './sign-agreement.ts';

const shown = 10;
const farthestMs = 8.64e15;

/**
 * The dates that somebody signs: those of who must sign and has, else their own.
 * @throws AgreementError `pins-not-own` where these differ and they are not to be taken, `clock-behind` when somebody
 * who must sign has signed later than now
 */
export async function datesToSign(
  agreement: Agreement,
  own: SignedDates,
  { signedAtMs, others = [], takeDates = false }: SignOptions,
): Promise<{ readonly dates: SignedDates; readonly pinsOf: readonly string[]; readonly taken: readonly string[] }> {
  // Those of later than now are looked at too, or their dates would be passed over in silence.
  const { counting } = await settleSignatures(agreement, others, farthestMs);
  const binding = counting.filter(({ payload }) => payload.role === 'required').map(({ payload }) => payload);
  const ahead = binding.find(({ signedAt }) => Date.parse(signedAt) > signedAtMs + clockSkewMs);
  if (ahead !== undefined) {
    const { signer, signedAt } = ahead;
    throw new AgreementError('clock-behind', { signer, signedAt, now: new Date(signedAtMs).toISOString() });
  }
  const [agreed] = binding;
  if (agreed === undefined) return { dates: own, pinsOf: [], taken: [] };
  const pinsOf = binding.map(({ signer }) => signer);
  const taken = compareDates(agreed, own);
  if (taken.length > 0 && !takeDates) {
    const differences = taken.slice(0, shown);
    throw new AgreementError('pins-not-own', { signers: pinsOf, differences, more: taken.length - differences.length });
  }
  return { dates: { pins: agreed.pins, period: agreed.period }, pinsOf, taken };
}
