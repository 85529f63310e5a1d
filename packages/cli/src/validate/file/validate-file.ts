import type { CommandContext } from '../../context.ts';
import { CliError } from '../../errors/cli-error.ts';
import type { ExitCode } from '../../exit-code.ts';

/** Options of `sameteam validate FILE`, as the command line gives them. */
export interface ValidateFileOptions {
  readonly format?: 'ndjson' | 'json' | 'csv' | 'leads' | undefined;
  readonly db?: string | undefined;
  readonly quality?: boolean | undefined;
  readonly agreement?: string | undefined;
  readonly vendor?: string | undefined;
  readonly json?: boolean | undefined;
}

/** Checks the events of a file. */
export async function validateFile(
  file: string,
  _options: ValidateFileOptions,
  _context: CommandContext,
): Promise<ExitCode> {
  throw new CliError('not-readable', { path: file, why: 'it is not looked at yet', remedy: 'Wait.' });
}
