import { type Agreement, agreementHistory } from '@sameteam/agreement';
import { type AgreementVerification, verifyAgreement } from '@sameteam/agreement/sign';
import type { CommandContext } from '../context.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { asOfMs } from './as-of-day.ts';
import { historyText } from './history-text.ts';
import { signatureFiles } from './signature-files.ts';
import { usableAgreement } from './usable-agreement.ts';
import { verificationText } from './verification-text.ts';

/** Options of `sameteam agreement verify`, as the command line gives them. */
export interface VerifyOptions {
  readonly asOf?: string;
  readonly json?: boolean;
}

interface Verified {
  readonly file: string;
  readonly agreement: Agreement;
  readonly verification: AgreementVerification;
}

/**
 * Answers `sameteam agreement verify`: what the signatures that lie beside an agreement are worth; of several versions
 * also which bound when.
 * @returns `failed` unless all who must have signed exactly this agreement, each version of it
 * @throws CliError `no-file`, `bad-agreement`, `bad-as-of`
 */
export async function runVerify(
  files: readonly string[],
  options: VerifyOptions,
  context: CommandContext,
): Promise<ExitCode> {
  const verified: Verified[] = [];
  for (const file of files) verified.push(await verifyFile(file, options, context));
  const history = files.length > 1 ? agreementHistory(verified) : null;
  if (options.json) {
    const versions = verified.map(({ file, agreement: { name, version }, verification: { pins: _, ...told } }) => ({
      file,
      name,
      version,
      ...told,
    }));
    const periods = history?.periods.map(({ agreement: _, ...period }) => period);
    const said = history === null ? versions[0] : { versions, periods, issues: history.issues };
    context.stdout.write(`${JSON.stringify(said, null, 2)}\n`);
  } else {
    const told = verified.map(({ agreement, verification }) => verificationText(agreement, verification, context));
    context.stdout.write(told.join('\n'));
    if (history !== null) context.stdout.write(`\n${historyText(history, context)}`);
  }
  const holds = verified.every(({ verification }) => verification.signed === 'signed');
  return holds && !history?.issues.some(({ severity }) => severity === 'error') ? exitCodes.done : exitCodes.failed;
}

async function verifyFile(file: string, { asOf }: VerifyOptions, context: CommandContext): Promise<Verified> {
  const agreement = await usableAgreement(file, context);
  const nowMs = asOfMs(asOf, { timeZone: agreement.timeZone, now: context.now });
  const verification = await verifyAgreement(agreement, await signatureFiles(file, agreement, context), { nowMs });
  return { file, agreement, verification };
}
