import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { signedDocuments } from '../agreement/signed-documents.ts';
import type { CommandContext } from '../context.ts';

/**
 * What changes when an agreement, a version beside it or a signature does: names, sizes and times of their files.
 * @param file of the agreement, as given
 */
export async function agreementMark(file: string, { cwd }: Pick<CommandContext, 'cwd'>): Promise<string> {
  const folder = resolve(cwd, dirname(file));
  const names = await readdir(folder);
  const signatures = names.filter((name) => name.endsWith('.sig.json'));
  const files = new Set([basename(file), ...signedDocuments(new Set(names)), ...signatures]);
  const marks = await Promise.all([...files].sort().map((name) => fileMark(join(folder, name), name)));
  return marks.join('\n');
}

/** A file that went between is one that is not there. */
async function fileMark(path: string, name: string): Promise<string> {
  try {
    const { size, mtimeMs, ino } = await stat(path);
    return `${name} ${size} ${mtimeMs} ${ino}`;
  } catch {
    return `${name} -`;
  }
}
