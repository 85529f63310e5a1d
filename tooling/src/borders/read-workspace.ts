import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import { type ParsedSource, parseSource } from './parse-source.ts';

/** A source file of a package. */
export interface SourceFile extends ParsedSource {
  /** From the root of the workspace, with `/`. */
  readonly path: string;
  /** From the package's `src/`, with `/`; `test/…` for a test that stands beside it. */
  readonly inSrc: string;
  /** Tests, and what only tests import: free in direction, not in depth. */
  readonly isTest: boolean;
  /** Whether what the package exports loads it. */
  readonly isShipped: boolean;
}

/** A package of the workspace as the check of borders sees it. */
export interface WorkspacePackage {
  /** Folder under `packages/`. */
  readonly folder: string;
  /** Name under which it is imported. */
  readonly name: string;
  /** Exported subpath (`.`, `./client`, `./assets/*`) to its source file from the package's folder; `null` for what is not code. */
  readonly exports: ReadonlyMap<string, string | null>;
  /** Names in dependencies, peerDependencies and optionalDependencies. */
  readonly dependencies: ReadonlySet<string>;
  readonly devDependencies: ReadonlySet<string>;
  /** Line of package.json on which a dependency is named, for messages. */
  readonly lineOf: (dependency: string) => number;
  readonly files: readonly SourceFile[];
}

/** Root of a workspace and its packages, by folder. */
export interface Workspace {
  readonly root: string;
  /** Development dependencies of the root, which every test may use. */
  readonly devDependencies: ReadonlySet<string>;
  readonly packages: readonly WorkspacePackage[];
}

type Manifest = {
  readonly name?: string;
  readonly exports?: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
} & Readonly<
  Record<
    'dependencies' | 'devDependencies' | 'peerDependencies' | 'optionalDependencies',
    Readonly<Record<string, string>> | undefined
  >
>;

/**
 * Reads every package.json and every source file under `packages/`.
 * @param root folder that holds `packages/`
 */
export function readWorkspace(root: string): Workspace {
  const folders = readdirSync(join(root, 'packages'), { withFileTypes: true })
    .filter((it) => it.isDirectory() && existsSync(join(root, 'packages', it.name, 'package.json')))
    .map((it) => it.name)
    .sort();
  const rootManifest = existsSync(join(root, 'package.json')) ? readManifest(join(root, 'package.json')) : null;
  return {
    root,
    devDependencies: new Set(Object.keys(rootManifest?.devDependencies ?? {})),
    packages: folders.map((folder) => readPackage(root, folder)),
  };
}

function readPackage(root: string, folder: string): WorkspacePackage {
  const path = join(root, 'packages', folder, 'package.json');
  const manifest = readManifest(path);
  const lines = readFileSync(path, 'utf8').split('\n');
  const exported = Object.entries(manifest.exports ?? {}).map(
    ([subpath, target]) =>
      [
        subpath,
        typeof target === 'string' ? null : (target['@sameteam/source']?.replace(/^\.\//, '') ?? null),
      ] as const,
  );
  const files = ['src', 'test'].flatMap((place) =>
    sourceFiles(join(root, 'packages', folder, place)).map((file) => readSource(root, folder, file)),
  );
  const entries = exported.flatMap(([, source]) => (source === null ? [] : [`packages/${folder}/${source}`]));
  const shipped = loadedFrom(entries, files);
  return {
    folder,
    name: manifest.name ?? folder,
    exports: new Map(exported),
    dependencies: new Set(
      Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies, ...manifest.optionalDependencies }),
    ),
    devDependencies: new Set(Object.keys(manifest.devDependencies ?? {})),
    lineOf: (dependency) => lines.findIndex((line) => line.trimStart().startsWith(`"${dependency}"`)) + 1,
    files: files.map((file) => ({ ...file, isShipped: shipped.has(file.path) })),
  };
}

function readManifest(path: string): Manifest {
  return JSON.parse(readFileSync(path, 'utf8')) as Manifest;
}

function sourceFiles(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return (
    readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((it) => it.isFile() && /\.(ts|tsx|mts|js|mjs)$/.test(it.name) && !/\.d\.m?ts$/.test(it.name))
      .map((it) => join(it.parentPath, it.name))
      // What is installed beside a test is nobody's source here.
      .filter((path) => !relative(folder, path).split(sep).includes('node_modules'))
      .sort()
  );
}

type ReadFile = Omit<SourceFile, 'isShipped'>;

function readSource(root: string, folder: string, file: string): ReadFile {
  const path = relative(root, file).split(sep).join('/');
  const inSrc = relative(join(root, 'packages', folder), file)
    .split(sep)
    .join('/')
    .replace(/^src\//, '');
  return { path, inSrc, isTest: isTestPath(inSrc), ...parseSource(path, readFileSync(file, 'utf8')) };
}

/** Files that are loaded from some entries, in whatever way. */
function loadedFrom(entries: readonly string[], files: readonly ReadFile[]): ReadonlySet<string> {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const loaded = new Set(entries);
  for (const path of loaded) {
    const file = byPath.get(path);
    for (const { specifier } of [...(file?.imports ?? []), ...(file?.urls ?? [])]) {
      if (specifier.startsWith('.')) loaded.add(posix.join(posix.dirname(path), specifier));
    }
  }
  return loaded;
}

/** `*.test.ts`, `*.bench.ts`, and everything in a folder named `test`, `testing` or `contract`. */
function isTestPath(inSrc: string): boolean {
  return (
    /\.(test|bench|fixture)\.[a-z]+$/.test(inSrc) || /(^|\/)(test|testing|test-support|contract|fixtures)\//.test(inSrc)
  );
}
