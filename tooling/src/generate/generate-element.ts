import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { withElement } from './element-entries.ts';
import { elementFiles } from './element-files.ts';
import { GeneratorError } from './generator-error.ts';
import { writeGenerated } from './write-generated.ts';

const paths = {
  index: 'packages/widgets/src/index.ts',
  define: 'packages/widgets/src/define.ts',
  manifest: 'packages/widgets/package.json',
} as const;

/**
 * Writes an element's folder and its entries in the package.
 * @param root of the workspace
 * @returns paths of what was written
 * @throws GeneratorError for a tag that is not of this house, or one that is taken
 */
export function generateElement(root: string, tag: string): readonly string[] {
  const read = (path: string) => readFileSync(join(root, path), 'utf8');
  const made = elementFiles(tag);
  const { index, define, manifest } = withElement(
    { index: read(paths.index), define: read(paths.define), manifest: read(paths.manifest) },
    tag,
  );
  const changed = [
    { path: paths.index, text: index },
    { path: paths.define, text: define },
    { path: paths.manifest, text: manifest },
  ];
  const folder = dirname(made[0]?.path ?? '');
  if (existsSync(join(root, folder)))
    throw new GeneratorError(`${folder} exists, and holds something else. Choose another tag.`);
  writeGenerated(root, { made, changed });
  return [...made, ...changed].map(({ path }) => path);
}
