import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { type SignatureFile, signatureFileName } from '@sameteam/agreement/sign';
import type { CommandContext } from '../context.ts';

/**
 * The signature files that lie beside an agreement: those of its version, by whoever they are. Whether they hold is not
 * looked at.
 * @param file of the agreement, as given
 * @returns in the order of their names; what cannot be read, such as a folder, is `unreadable`
 */
export async function signatureFiles(
  file: string,
  { version }: { readonly version: number },
  { cwd }: Pick<CommandContext, 'cwd'>,
): Promise<readonly SignatureFile[]> {
  const [start = '', end = ''] = signatureFileName(basename(file), { version, signer: '*' }).split('*');
  const folder = dirname(file);
  const names = await readdir(resolve(cwd, folder));
  const found = names.filter(
    (name) => name.startsWith(start) && name.endsWith(end) && name.length > (start + end).length,
  );
  return Promise.all(
    found.sort().map(async (name) => {
      const named = folder === '.' ? name : join(folder, name);
      return readSignatureFile(named, resolve(cwd, named));
    }),
  );
}

/** One thing beside the agreement that is no file, or may not be read, is no reason to leave the others out. */
async function readSignatureFile(file: string, path: string): Promise<SignatureFile> {
  try {
    return { file, text: await readFile(path, 'utf8') };
  } catch (cause) {
    if (!(cause instanceof Error) || !('code' in cause)) throw cause;
    return { file, text: '', unreadable: true };
  }
}
