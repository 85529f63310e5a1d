import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { AgreementError, formatIssue, lintAgreement, pinCalendars } from '@sameteam/agreement';
import { isHolidayRegion, publicHolidays } from '@sameteam/agreement/holidays';
import {
  readKeyFile,
  type SigningKey,
  signAgreement,
  signatureFileName,
  verifyAgreement,
} from '@sameteam/agreement/sign';
import { metricIds } from '@sameteam/metrics';
import { canonicalJson } from '@sameteam/model';
import type { CommandContext } from '../context.ts';
import { CliError } from '../errors/cli-error.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { knownPassphrase } from './passphrase.ts';
import { signatureFiles } from './signature-files.ts';
import { usableAgreement } from './usable-agreement.ts';
import { verificationText } from './verification-text.ts';
import { writeNew } from './write-new.ts';

/** Options of `sameteam agreement sign`, as the command line gives them. */
export interface SignOptions {
  readonly key: string;
  readonly as?: string;
  readonly by?: string;
  readonly anyway?: boolean;
  readonly json?: boolean;
}

/** Years of holidays and zones that are signed: so far back and so far on from the first year of the agreement. */
const pinnedYears = 10;

/**
 * Answers `sameteam agreement sign`: signs an agreement with a key, and writes the signature beside it. An agreement with
 * holes is not signed, unless `anyway`.
 * @throws CliError `no-file`, `bad-agreement`, `has-holes`, `already-there`
 * @throws AgreementError `signer-not-named`, `key-not-named`, `not-own-key`, `not-a-key-file`, `passphrase-wrong`
 */
export async function runSign(file: string, options: SignOptions, context: CommandContext): Promise<ExitCode> {
  const agreement = await usableAgreement(file, context);
  const nowMs = context.now();
  const holes = lintAgreement(agreement, { asOf: nowMs, file, metrics: metricIds, isHolidayRegion }).filter(
    ({ severity }) => severity === 'error',
  );
  if (holes.length > 0 && !options.anyway)
    throw new CliError('has-holes', { path: file, holes: holes.map(formatIssue) });
  const { signer: owner, privateKey } = await readKey(options.key, context);
  const signer = options.as ?? owner;
  const named = signatureFileName(file, { version: agreement.version, signer });
  const firstYear = Number((agreement.effective ?? new Date(nowMs).toISOString()).slice(0, 4));
  const others = await signatureFiles(file, agreement, context);
  const pins = pinCalendars(agreement, {
    fromYear: Math.max(1970, firstYear - pinnedYears),
    toYear: Math.min(2199, firstYear + pinnedYears),
    holidays: publicHolidays,
  });
  const made = await signAgreement(agreement, {
    signer,
    privateKey,
    signedAtMs: nowMs,
    others,
    pins,
    ...(options.by === undefined ? {} : { by: options.by }),
  });
  writeNew(resolve(context.cwd, named), made.text, { named });
  const verification = await verifyAgreement(agreement, [...others, { file: named, text: made.text }], { nowMs });
  if (made.pinsOf.length > 0 && canonicalJson(verification.pins) !== canonicalJson(pins)) {
    context.stderr.write(`${otherPins(made.pinsOf)}\n`);
  }
  if (options.json) {
    const { role, digest } = made;
    context.stdout.write(`${JSON.stringify({ file: named, signer, role, digest, status: verification.status })}\n`);
  } else {
    context.stdout.write(`Wrote ${named}\n`);
    context.stderr.write(`\n${verificationText(agreement, verification, context)}`);
  }
  return exitCodes.done;
}

function otherPins(signers: readonly string[]): string {
  return `Holidays and time zones were signed as ${signers.join(' and ')} signed them, which is not what this machine knows. Compare the dates in the document (sameteam agreement render), and take the signature file away if they are wrong.`;
}

async function readKey(named: string, context: CommandContext): Promise<SigningKey & { readonly signer: string }> {
  const text = keyText(named, context);
  try {
    return await readKeyFile(text);
  } catch (cause) {
    if (!(cause instanceof AgreementError) || cause.code !== 'passphrase-missing') throw cause;
    return readKeyFile(text, { passphrase: await knownPassphrase(named, context) });
  }
}

function keyText(named: string, { cwd }: Pick<CommandContext, 'cwd'>): string {
  try {
    return readFileSync(resolve(cwd, named), 'utf8');
  } catch (cause) {
    if (!(cause instanceof Error) || !('code' in cause) || cause.code !== 'ENOENT') throw cause;
    const remedy = '`sameteam agreement keygen SIGNER` makes one.';
    throw new CliError('no-file', { what: 'key', path: named, remedy }, { cause });
  }
}
