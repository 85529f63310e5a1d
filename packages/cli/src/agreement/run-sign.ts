import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Agreement, AgreementError, formatIssue, lintAgreement, pinCalendars } from '@sameteam/agreement';
import { isHolidayRegion, publicHolidays } from '@sameteam/agreement/holidays';
import {
  type AgreementVerification,
  type MadeSignature,
  readKeyFile,
  type SigningKey,
  signAgreement,
  signatureFileName,
  verifyAgreement,
} from '@sameteam/agreement/sign';
import { metricIds } from '@sameteam/metrics';
import type { CommandContext } from '../context.ts';
import { CliError } from '../errors/cli-error.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { wroteNew } from '../files/wrote-new.ts';
import { plainText } from '../terminal/plain-text.ts';
import { knownPassphrase } from './passphrase.ts';
import { signatureFiles } from './signature-files.ts';
import { usableAgreement } from './usable-agreement.ts';
import { verificationText } from './verification-text.ts';

/** Options of `sameteam agreement sign`, as the command line gives them. */
export interface SignOptions {
  readonly key: string;
  readonly as?: string;
  readonly by?: string;
  readonly anyway?: boolean;
  readonly takeDates?: boolean;
  readonly json?: boolean;
}

/** Years of holidays and zones that are signed: so far back and so far on from the first year of the agreement. */
const pinnedYears = 10;

/** Of the name of a person, in characters. */
const longestBy = 200;

/** The years in which calendars can count. */
const calendarYears = { first: 1970, last: 2199 };

/**
 * Answers `sameteam agreement sign`: signs an agreement with a key, and writes the signature beside it. An agreement with
 * holes is not signed, unless `anyway`; nor are holidays and zones that others signed and that this machine does not know,
 * unless `takeDates`.
 * @throws CliError `no-file`, `bad-agreement`, `bad-by`, `has-holes`, `signed-already`, `changed-since`, `already-there`
 * @throws AgreementError `signer-not-named`, `key-not-named`, `not-own-key`, `key-shared`, `pins-not-own`, `clock-behind`,
 * `not-signable`, `not-a-key-file`, `passphrase-wrong`
 */
export async function runSign(file: string, options: SignOptions, context: CommandContext): Promise<ExitCode> {
  if (options.by !== undefined && (options.by.trim() === '' || options.by.length > longestBy)) {
    throw new CliError('bad-by', { longest: longestBy });
  }
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
  const others = await signatureFiles(file, agreement, context);
  const before = await verifyAgreement(agreement, others, { nowMs });
  refuseSigned(before, { signer, named, anyway: options.anyway === true });
  const pins = pinCalendars(agreement, {
    ...yearsToPin(agreement, { signedAtMs: firstSignedAt(before) ?? nowMs, nowMs }),
    holidays: publicHolidays,
  });
  const made = await signAgreement(agreement, {
    signer,
    privateKey,
    signedAtMs: nowMs,
    others,
    pins,
    takeDates: options.takeDates ?? false,
    ...(options.by === undefined ? {} : { by: options.by }),
  });
  if (!wroteNew(resolve(context.cwd, named), made.text)) throw new CliError('already-there', { paths: [named] });
  const verification = await verifyAgreement(agreement, [...others, { file: named, text: made.text }], { nowMs });
  if (made.taken.length > 0) context.stderr.write(`${plainText(takenDates(made))}\n`);
  if (options.json) {
    const { role, digest } = made;
    context.stdout.write(`${JSON.stringify({ file: named, signer, role, digest, status: verification.status })}\n`);
  } else {
    context.stdout.write(`Wrote ${named}\n`);
    context.stderr.write(`\n${verificationText(agreement, verification, context)}`);
  }
  return exitCodes.done;
}

/**
 * Nobody signs twice, and nobody signs unseen what was changed since another one signed.
 * @throws CliError `signed-already`, `changed-since`
 */
function refuseSigned(
  { signers, issues }: AgreementVerification,
  { signer, named, anyway }: { readonly signer: string; readonly named: string; readonly anyway: boolean },
): void {
  if (signers.some((one) => one.signer === signer && one.verdict === 'holds')) {
    throw new CliError('signed-already', { signer, path: named });
  }
  const changed = issues.filter(({ clauses, signer: other }) => clauses.length > 0 && other !== signer);
  if (changed.length > 0 && !anyway) {
    throw new CliError('changed-since', { changes: [...new Set(changed.map(({ message }) => message))] });
  }
}

/**
 * Around the year in which it begins; without one, around the year of the first signature, so that a signature on New
 * Year's Day does not differ from one on the day before.
 */
function yearsToPin(
  { effective }: Agreement,
  { signedAtMs, nowMs }: { readonly signedAtMs: number; readonly nowMs: number },
): { readonly fromYear: number; readonly toYear: number } {
  const now = new Date(nowMs).getUTCFullYear();
  const signed = new Date(signedAtMs).getUTCFullYear();
  const middle = effective === null ? (Math.abs(signed - now) <= 1 ? signed : now) : Number(effective.slice(0, 4));
  const { first, last } = calendarYears;
  return {
    fromYear: Math.min(last, Math.max(first, middle - pinnedYears)),
    toYear: Math.min(last, middle + pinnedYears),
  };
}

function firstSignedAt({ signers }: AgreementVerification): number | null {
  const times = signers.flatMap(({ role, signedAtMs }) =>
    role === 'required' && signedAtMs !== null ? [signedAtMs] : [],
  );
  return times.length === 0 ? null : Math.min(...times);
}

function takenDates({ pinsOf, taken }: MadeSignature): string {
  const shown = taken.slice(0, 10).join('; ');
  const more = taken.length > 10 ? `; and ${taken.length - 10} more` : '';
  return `Signed with the dates of ${pinsOf.join(' and ')}, which are not those of this machine: ${shown}${more}. Take the signature file away if they are wrong.`;
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
