import type { AgreementVerification } from '@sameteam/agreement/sign';
import type { AgreementStanding } from '@sameteam/service';

/** What the signatures of an agreement are worth, for a service that judges by it. */
export function standingOf({ binds, pins, signers }: AgreementVerification): AgreementStanding {
  return {
    binds,
    pins,
    signatures: signers.flatMap(({ signer, by, verdict, signedAtMs }) =>
      verdict === 'holds' && signedAtMs !== null ? [{ signer, by, signedAt: new Date(signedAtMs).toISOString() }] : [],
    ),
  };
}
