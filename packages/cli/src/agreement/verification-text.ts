import type { Agreement } from '@sameteam/agreement';
import type { AgreementVerification, SignatureIssue, SignerVerdict } from '@sameteam/agreement/sign';
import { Temporal } from 'temporal-polyfill';
import type { CommandContext } from '../context.ts';
import { plainText } from '../terminal/plain-text.ts';
import { type Style, styleOf } from '../terminal/style.ts';
import { padText, wrapText } from '../terminal/text-width.ts';

/** What the signatures of an agreement are worth, as a person reads it. */
export function verificationText(
  agreement: Agreement,
  verification: AgreementVerification,
  { stdout, env }: Pick<CommandContext, 'stdout' | 'env'>,
): string {
  const style = styleOf(stdout, env);
  const width = Math.min(stdout.columns, 110);
  const { name, version } = agreement;
  return [
    `${style.bold(plainText(name))}, version ${version}: ${statusText(agreement, verification, style)}`,
    `Digest ${verification.digest}`,
    '',
    ...signerLines(verification.signers, agreement.timeZone, style),
    ...verification.issues.flatMap((issue) => ['', ...issueLines(issue, style, width)]),
    '',
  ].join('\n');
}

function statusText(
  { timeZone, effective }: Agreement,
  { status, binds, signed, signers }: AgreementVerification,
  style: Style,
): string {
  const isLate = binds !== null && effective !== null && dayOf(binds.fromMs, timeZone) > effective;
  const late = isLate ? `, when the last of those who must had signed (its first day, ${effective}, was over)` : '';
  const from = binds === null ? '' : dayOf(binds.fromMs, timeZone);
  const until = binds?.untilMs == null ? '' : ` until ${dayOf(binds.untilMs - 1, timeZone)}`;
  switch (status) {
    case 'binding':
      return `${style.green('binding')} since ${from}${until}${late}`;
    case 'signed':
      return `${style.green('signed')}, binds from ${from}${until}`;
    case 'ended':
      return `${style.yellow('ended')}: it bound from ${from}${until}`;
    case 'draft':
      return `${style.yellow('draft')}, ${signed === 'partly' ? 'not signed by all who must' : nobodyText(signers)}`;
  }
}

function nobodyText(signers: readonly SignerVerdict[]): string {
  const broken = signers.filter(({ verdict }) => verdict === 'broken').length;
  if (broken === 0) return 'signed by nobody';
  return broken === 1 ? 'a signature does not hold' : `${broken} signatures do not hold`;
}

function dayOf(ms: number, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

function signerLines(signers: readonly SignerVerdict[], timeZone: string, style: Style): readonly string[] {
  const widest = Math.max(0, ...signers.map(({ signer }) => signer.length));
  return signers.map(({ signer, role, verdict, by, signedAtMs }) => {
    const mark = { holds: style.green('holds  '), missing: style.yellow('missing'), broken: style.red('broken ') }[
      verdict
    ];
    const who = by === null ? '' : ` by ${plainText(by)}`;
    const signed = signedAtMs === null ? '' : `, signed${who} on ${dayOf(signedAtMs, timeZone)}`;
    return `  ${mark}  ${padText(signer, widest, 'left')}  ${style.dim(role === 'witness' ? 'witness' : 'required')}${signed}`;
  });
}

function issueLines(issue: SignatureIssue, style: Style, width: number): readonly string[] {
  const colour = { error: style.red, warning: style.yellow, information: style.cyan }[issue.severity];
  const wrap = (text: string) => wrapText(plainText(text), Math.max(30, width - 2)).map((line) => `  ${line}`);
  return [
    `${issue.file === null ? '' : `${style.bold(plainText(issue.file))}  `}${colour(issue.severity)}  ${style.dim(issue.code)}`,
    ...wrap(issue.message),
    ...wrap(issue.remedy).map(style.cyan),
  ];
}
