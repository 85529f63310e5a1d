import { isBuiltin } from 'node:module';
import { posix } from 'node:path';
import type { SourceFile, Workspace, WorkspacePackage } from './read-workspace.ts';

/** What a specifier of an import names, seen from the file that holds it. */
export type Target =
  | { readonly kind: 'own-file'; readonly path: string }
  | { readonly kind: 'outside'; readonly path: string }
  | { readonly kind: 'house'; readonly package: WorkspacePackage; readonly subpath: string; readonly exported: boolean }
  | { readonly kind: 'builtin' }
  | { readonly kind: 'external'; readonly name: string };

/**
 * Resolves a specifier without touching the disk: relative paths by the file, names by the workspace.
 * @param from the package that holds the file
 */
export function resolveSpecifier(
  workspace: Workspace,
  from: WorkspacePackage,
  file: SourceFile,
  specifier: string,
): Target {
  if (specifier.startsWith('.') || specifier.startsWith('/')) {
    const path = posix.normalize(posix.join(posix.dirname(file.path), specifier));
    return { kind: path.startsWith(`packages/${from.folder}/`) ? 'own-file' : 'outside', path };
  }
  if (isBuiltin(specifier)) return { kind: 'builtin' };
  const name = packageName(specifier);
  const target = workspace.packages.find((it) => it.name === name);
  if (!target) return { kind: 'external', name };
  const subpath = `.${specifier.slice(name.length)}`;
  return { kind: 'house', package: target, subpath, exported: isExported(target, subpath) };
}

function packageName(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

function isExported(target: WorkspacePackage, subpath: string): boolean {
  if (target.exports.has(subpath)) return true;
  return [...target.exports.keys()].some((pattern) => {
    const [before, after] = pattern.split('*');
    return after !== undefined && subpath.startsWith(before ?? '') && subpath.endsWith(after);
  });
}
