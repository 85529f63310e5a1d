import type { Agreement } from '@sameteam/agreement';
import { verifyAgreement } from '@sameteam/agreement/sign';
import type { AgreementStanding } from '@sameteam/service';
import type { CommandContext } from '../context.ts';
import { signatureFiles } from './signature-files.ts';

/** What the signatures that lie beside an agreement are worth, for a service that judges by it. */
export async function standingOf(
  file: string,
  agreement: Agreement,
  context: Pick<CommandContext, 'cwd' | 'now'>,
): Promise<AgreementStanding> {
  const files = await signatureFiles(file, agreement, context);
  const { binds, pins, signers } = await verifyAgreement(agreement, files, { nowMs: context.now() });
  return {
    binds,
    pins,
    signatures: signers.flatMap(({ signer, by, verdict, signedAtMs }) =>
      verdict === 'holds' && signedAtMs !== null ? [{ signer, by, signedAt: new Date(signedAtMs).toISOString() }] : [],
    ),
  };
}
