import { diffAgreements, diffMarkdown, diffText } from '@sameteam/agreement';
import type { CommandContext } from '../context.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { usableAgreement } from './usable-agreement.ts';

/** Options of `sameteam agreement diff`, as the command line gives them. */
export interface DiffOptions {
  readonly json?: boolean;
  readonly md?: boolean;
}

/**
 * Answers `sameteam agreement diff`: what a changed agreement says differently, clause by clause.
 * @returns `done`, whether there is a difference or not
 * @throws CliError `no-file`, `bad-agreement`
 */
export async function runDiff(
  [before, after]: readonly [string, string],
  options: DiffOptions,
  context: CommandContext,
): Promise<ExitCode> {
  const diff = diffAgreements(await usableAgreement(before, context), await usableAgreement(after, context));
  if (options.json) context.stdout.write(`${JSON.stringify({ before, after, ...diff }, null, 2)}\n`);
  else context.stdout.write(options.md ? diffMarkdown(diff) : diffText(diff));
  return exitCodes.done;
}
