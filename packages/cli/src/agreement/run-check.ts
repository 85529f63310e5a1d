import { type AgreementIssue, lintAgreement, type ParsedAgreement } from '@sameteam/agreement';
import { isHolidayRegion } from '@sameteam/agreement/holidays';
import { metricIds } from '@sameteam/metrics';
import type { CommandContext } from '../context.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { styleOf } from '../terminal/style.ts';
import { asOfMs } from './as-of-day.ts';
import { countIssues, issueLines } from './issue-lines.ts';
import { loadAgreement } from './load-agreement.ts';
import { signedState } from './signed-state.ts';

/** Options of `sameteam agreement check`, as the command line gives them. */
export interface CheckOptions {
  readonly asOf?: string;
  readonly strict?: boolean;
  readonly json?: boolean;
}

/**
 * Answers `sameteam agreement check`: what is wrong with an agreement, from its text to its holes, each with its place,
 * a sentence and a remedy.
 * @returns `failed` for an error, and with `strict` for a warning
 * @throws CliError `no-file`, `not-utf8`, `bad-module`, `bad-as-of`
 */
export async function runCheck(file: string, options: CheckOptions, context: CommandContext): Promise<ExitCode> {
  const parsed = await loadAgreement(file, context);
  const issues = await allIssues(file, parsed, options, context);
  const fails = issues.some(({ severity }) => severity === 'error' || (options.strict && severity === 'warning'));
  const { agreement } = parsed;
  if (options.json) {
    const { name = null, version = null, effective = null } = agreement ?? {};
    context.stdout.write(`${JSON.stringify({ file, ok: !fails, name, version, effective, issues }, null, 2)}\n`);
  } else {
    context.stdout.write(checkText(file, issues, context));
  }
  return fails ? exitCodes.failed : exitCodes.done;
}

async function allIssues(
  file: string,
  { agreement, issues, locate }: ParsedAgreement,
  options: CheckOptions,
  context: CommandContext,
): Promise<readonly AgreementIssue[]> {
  if (agreement === null) return issues;
  const asOf = asOfMs(options.asOf, { timeZone: agreement.timeZone, now: context.now });
  const signed = await signedState(file, agreement, { asOf, context });
  const found = lintAgreement(agreement, { asOf, file, locate, metrics: metricIds, signed, isHolidayRegion });
  return [...issues, ...found].sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
}

function checkText(file: string, issues: readonly AgreementIssue[], { stdout, env }: CommandContext): string {
  const style = styleOf(stdout, env);
  const told = issues.map((issue) =>
    issueLines(issue, { file, style, width: Math.min(stdout.columns, 110) }).join('\n'),
  );
  const worst = issues.every(({ severity }) => severity === 'information');
  const counts = issues.length === 0 ? '' : countIssues(issues);
  const verdict = worst ? `${style.green('No holes were found.')}${counts === '' ? '' : ` (${counts})`}` : `${counts}.`;
  return `${[...told, verdict].join('\n\n')}\n`;
}
