import type { Agreement, SignedState } from '@sameteam/agreement';
import { verifyAgreement } from '@sameteam/agreement/sign';
import type { CommandContext } from '../context.ts';
import { signatureFiles } from './signature-files.ts';

/** Whether all, some or none of those who must have signed exactly this agreement, by the files that lie beside it. */
export async function signedState(
  file: string,
  agreement: Agreement,
  { asOf, context }: { readonly asOf: number; readonly context: CommandContext },
): Promise<SignedState> {
  const files = await signatureFiles(file, agreement, context);
  if (files.length === 0) return 'unsigned';
  return (await verifyAgreement(agreement, files, { nowMs: asOf })).signed;
}
