import type { CommandContext } from './context.ts';
import { tellError } from './errors/tell-error.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { createProgram } from './program.ts';

/**
 * Runs the command line: what `bin/sameteam.mjs` calls.
 * @param args what follows the command's name
 * @returns the exit code; errors have been told on standard error
 * @example await main(['report', '--db', 'a.duckdb', '--metric', 'won'], context) // 0
 */
export async function main(args: readonly string[], context: CommandContext): Promise<ExitCode> {
  let exit: ExitCode = exitCodes.done;
  try {
    await createProgram(context, (code) => {
      exit = code;
    }).parseAsync([...args], { from: 'user' });
  } catch (error) {
    return tellError(error, context);
  }
  return exit;
}
