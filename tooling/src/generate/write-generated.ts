import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { GeneratorError } from './generator-error.ts';
import type { GeneratedFile } from './metric-files.ts';

/**
 * Writes new files and changed ones, and formats them as the house does. Either all are written or none.
 * @param root of the workspace
 * @param files.made must not exist
 * @param files.changed replace what is there
 * @throws GeneratorError when a new file exists
 */
export function writeGenerated(
  root: string,
  { made, changed }: { readonly made: readonly GeneratedFile[]; readonly changed: readonly GeneratedFile[] },
): void {
  const taken = made.find(({ path }) => existsSync(join(root, path)));
  if (taken) throw new GeneratorError(`${taken.path} exists and is not overwritten. Choose another name, or edit it.`);
  for (const { path, text } of [...made, ...changed]) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const biome = join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
  const paths = [...made, ...changed].map(({ path }) => path);
  execFileSync(process.execPath, [biome, 'check', '--write', ...paths], { cwd: root, stdio: 'pipe' });
}
