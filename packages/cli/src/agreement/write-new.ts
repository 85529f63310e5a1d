import { writeFileSync } from 'node:fs';
import { CliError } from '../errors/cli-error.ts';

/**
 * Writes a file that must not be there yet, in one step with the look whether it is, so that nothing can slip in between.
 * @param options.mode of the file, such as 0o600 for a secret
 * @throws CliError `already-there`
 */
export function writeNew(
  path: string,
  text: string,
  { named, mode = 0o666 }: { readonly named: string; readonly mode?: number },
): void {
  try {
    writeFileSync(path, text, { flag: 'wx', mode });
  } catch (cause) {
    if (!(cause instanceof Error) || !('code' in cause) || cause.code !== 'EEXIST') throw cause;
    throw new CliError('already-there', { paths: [named] }, { cause });
  }
}
