import { writeFileSync } from 'node:fs';

/**
 * Writes a file that must not be there yet, in one step with the look whether it is, so that nothing can slip in between.
 * @param options.mode of the file, such as 0o600 for a secret
 * @returns `false` where something is there already, which stays as it is
 */
export function wroteNew(path: string, text: string, { mode = 0o666 }: { readonly mode?: number } = {}): boolean {
  try {
    writeFileSync(path, text, { flag: 'wx', mode });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}
