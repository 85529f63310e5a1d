import { CommanderError } from 'commander';
import type { CommandContext } from '../context.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { plainText } from '../terminal/plain-text.ts';
import { CliError } from './cli-error.ts';
import { exitCodeOf } from './exit-code-of.ts';
import { systemSentence } from './system-sentence.ts';
import { usageSentence } from './usage-sentence.ts';

/**
 * Says on standard error what failed, why and what to do, and never a stack; SAMETEAM_DEBUG=1 shows it.
 * @returns the exit code of the command
 */
export function tellError(error: unknown, { stderr, env }: Pick<CommandContext, 'stderr' | 'env'>): ExitCode {
  if (error instanceof CommanderError) return tellUsage(error, stderr);
  stderr.write(`${shown(sentenceOf(error))}\n`);
  if (env.SAMETEAM_DEBUG && error instanceof Error) stderr.write(`${stackOf(error)}\n`);
  return exitCodeOf(error);
}

/** Names and texts of others can hold what a terminal would obey. */
function shown(sentence: string): string {
  return sentence.split('\n').map(plainText).join('\n');
}

/** Every error class of the house carries its sentence; what remains is a fault of ours. */
function sentenceOf(error: unknown): string {
  if (error instanceof CliError) return error.message;
  const system = systemSentence(error);
  if (system !== null) return system;
  if (isOurs(error)) return error.message;
  const what = error instanceof Error ? error.message : String(error);
  return `Something failed that should not: ${what}. Run it again with SAMETEAM_DEBUG=1 and report what it prints.`;
}

function isOurs(error: unknown): error is Error & { readonly code: string } {
  return (
    error instanceof Error && 'code' in error && typeof error.code === 'string' && /^[a-z][a-z0-9-]*$/.test(error.code)
  );
}

/** Help and version have been printed; a wrong usage is told in one sentence. */
function tellUsage(error: CommanderError, stderr: CommandContext['stderr']): ExitCode {
  if (error.exitCode === 0) return exitCodes.done;
  if (error.code !== 'commander.help') stderr.write(`${shown(usageSentence(error.message))}\n`);
  return exitCodes.wrongUsage;
}

function stackOf(error: Error): string {
  const cause = error.cause instanceof Error ? `\nCaused by: ${stackOf(error.cause)}` : '';
  return `${error.stack ?? error.message}${cause}`;
}
