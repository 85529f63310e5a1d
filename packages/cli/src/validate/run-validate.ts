import type { CommandContext } from '../context.ts';
import { CliError } from '../errors/cli-error.ts';
import type { ExitCode } from '../exit-code.ts';
import type { ValidateFileOptions } from './file/validate-file.ts';

/** Options of `sameteam validate`, as the command line gives them. */
export interface ValidateOptions extends ValidateFileOptions {
  readonly listen?: boolean | undefined;
  readonly port?: number | undefined;
  readonly host?: string | undefined;
  readonly target?: string | undefined;
  readonly header?: readonly string[] | undefined;
  readonly timeout?: number | undefined;
}

/**
 * Runs `sameteam validate`: checks a file, listens, or tests an endpoint.
 * @throws CliError `nothing-to-validate`, `two-to-validate`, and what the three throw
 */
export async function runValidate(
  file: string | undefined,
  options: ValidateOptions,
  context: CommandContext,
): Promise<ExitCode> {
  const { listen, target } = options;
  if (file !== undefined && (listen === true || target !== undefined))
    throw new CliError('two-to-validate', { file, option: listen === true ? '--listen' : '--target' });
  if (listen === true) return (await import('./listen/run-listen.ts')).runListen(options, context);
  if (target !== undefined) return (await import('./target/run-target.ts')).runTarget({ ...options, target }, context);
  if (file === undefined) throw new CliError('nothing-to-validate', undefined);
  return (await import('./file/validate-file.ts')).validateFile(file, options, context);
}
