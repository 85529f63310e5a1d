import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { exampleModule, type NameSource } from './example-module.ts';
import { type ExportedName, exportedNames } from './exported-names.ts';
import { findDocstrings } from './find-docstrings.ts';

/** An example of a docstring, as a module that can be checked and run. */
export interface PackageExample {
  /** File and line, from the root. */
  readonly place: string;
  readonly module: string;
}

/** A value that a package exports. */
export interface PublicValue {
  readonly name: string;
  /** What an import of it says. */
  readonly specifier: string;
}

/** The docstrings of a package. */
export interface PackageDocstrings {
  readonly examples: readonly PackageExample[];
  /** Values that the package exports without an example. */
  readonly lacking: readonly PublicValue[];
}

/**
 * Reads the docstrings of a package. Names in examples are, in this order: what `test/examples-given.ts` of the package
 * takes as given, what packages of the workspace export, and what the file of the docstring exports.
 * @param root of the workspace
 * @param folder under `packages/`
 */
export function packageDocstrings(root: string, folder: string): PackageDocstrings {
  const path = join(root, 'packages', folder);
  const given = join(path, 'test', 'examples-given.ts');
  const known = new Map<string, NameSource>();
  const add = (names: readonly ExportedName[], from: string) => {
    for (const { name, isType } of names) if (!known.has(name)) known.set(name, { from, isType });
  };
  if (existsSync(given)) add(exportedNames(given), given);
  for (const entry of entriesOf(path)) add(exportedNames(entry.file), entry.specifier);
  for (const manifest of globSync('packages/*/package.json', { cwd: root }).sort()) {
    for (const entry of entriesOf(join(root, dirname(manifest)))) add(exportedNames(entry.file), entry.specifier);
  }

  const examples: PackageExample[] = [];
  const shown = new Set<string>();
  for (const name of globSync('src/**/*.ts', { cwd: path }).sort()) {
    if (/\.test\.ts$/.test(name)) continue;
    const file = join(path, name);
    const own = new Set(exportedNames(file).map((it) => it.name));
    for (const { exported, example } of findDocstrings(file, readFileSync(file, 'utf8'))) {
      if (example === null) continue;
      if (exported !== null) shown.add(`${exported} (${file})`);
      const sourceOf = (id: string) => known.get(id) ?? (own.has(id) ? { from: file, isType: false } : null);
      const place = `${relative(root, file)}:${example.line}`;
      examples.push({
        place,
        module: moduleAt(place, () => exampleModule(example.code, { type: exported, sourceOf })),
      });
    }
  }
  const lacking = entriesOf(path).flatMap(({ specifier, file }) =>
    exportedNames(file)
      .filter((it) => !it.isType && it.file !== null && !shown.has(`${it.declaredAs} (${it.file})`))
      .map(({ name }) => ({ name, specifier })),
  );
  return { examples, lacking };
}

/** An example that cannot be read fails as a test by its name, beside the others. */
function moduleAt(place: string, make: () => string): string {
  try {
    return make();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return `throw new Error(${JSON.stringify(`${place}: ${why}`)});`;
  }
}

interface Entry {
  readonly specifier: string;
  readonly file: string;
}

/** What can be imported of a package, as its source. */
function entriesOf(path: string): readonly Entry[] {
  const manifest = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')) as {
    readonly name: string;
    readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  };
  return Object.entries(manifest.exports).flatMap(([subpath, target]) => {
    const source = typeof target === 'string' ? undefined : target['@sameteam/source'];
    if (source === undefined || !source.endsWith('.ts')) return [];
    return [{ specifier: `${manifest.name}${subpath.slice(1)}`, file: resolve(path, source) }];
  });
}
