import { readdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Agreement } from '@sameteam/agreement';
import type { SignedVersion } from '@sameteam/metrics/duckdb';
import type { CommandContext } from '../context.ts';
import { loadAgreement } from './load-agreement.ts';
import { signatureFiles } from './signature-files.ts';
import { signedDocuments } from './signed-documents.ts';

/**
 * The versions of an agreement that lie in one folder with it: the one that is named, and every other document of the same
 * name that has signature files beside it. Whether signatures hold is not looked at.
 * @param file of the agreement, as given
 * @returns the named one first; what has signatures and cannot be read is told on standard error
 */
export async function signedVersions(
  file: string,
  agreement: Agreement,
  context: Pick<CommandContext, 'cwd' | 'stderr' | 'stop'>,
): Promise<readonly SignedVersion[]> {
  const own = { agreement, signatures: await signatureFiles(file, agreement, context) };
  const folder = dirname(file);
  const names = new Set(await readdir(resolve(context.cwd, folder)));
  const others: SignedVersion[] = [];
  for (const name of signedDocuments(names)) {
    if (name === basename(file)) continue;
    const named = folder === '.' ? name : join(folder, name);
    const other = await loadAgreement(named, context).catch(() => null);
    if (other === null || other.agreement === null) {
      context.stderr.write(
        `${named} has signatures beside it and cannot be read: \`sameteam agreement check ${named}\` says why. Nothing is judged by it.\n`,
      );
    } else if (other.agreement.name === agreement.name) {
      others.push({
        agreement: other.agreement,
        signatures: await signatureFiles(named, other.agreement, context),
      });
    }
  }
  return [own, ...others];
}
