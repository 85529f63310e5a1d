import { findCycles } from './find-cycle.ts';
import type { SourceFile, Workspace, WorkspacePackage } from './read-workspace.ts';
import { resolveSpecifier } from './specifier.ts';
import type { Violation } from './violation.ts';

/** Cycles of packages (by dependency or import) and of files (by imports of values) in one package. */
export function checkCycles(workspace: Workspace): readonly Violation[] {
  return [...packageCycles(workspace), ...workspace.packages.flatMap((it) => fileCycles(workspace, it))];
}

function packageCycles(workspace: Workspace): readonly Violation[] {
  const graph = new Map(workspace.packages.map((it) => [it.folder, packagesSeen(workspace, it)]));
  return findCycles(graph).map((cycle) => {
    const from = workspace.packages.find((it) => it.folder === cycle[0]);
    const to = workspace.packages.find((it) => it.folder === cycle[1]);
    return {
      rule: 'cycle',
      ...placeOfArrow(workspace, from, to),
      what: `closes the cycle ${cycle.join(' -> ')}`,
      why: 'packages that need each other cannot be built, tested or published one after the other',
      remedy: 'Move what both need to the lower one of them, or pass it in as an argument',
    };
  });
}

function packagesSeen(workspace: Workspace, from: WorkspacePackage): readonly string[] {
  return workspace.packages
    .filter((it) => it !== from && (from.dependencies.has(it.name) || importOf(workspace, from, it) !== null))
    .map((it) => it.folder);
}

function importOf(workspace: Workspace, from: WorkspacePackage, to: WorkspacePackage) {
  for (const file of from.files.filter((it) => !it.isTest)) {
    for (const site of file.imports) {
      const target = resolveSpecifier(workspace, from, file, site.specifier);
      if (target.kind === 'house' && target.package === to) return { file: file.path, line: site.line };
    }
  }
  return null;
}

function placeOfArrow(workspace: Workspace, from: WorkspacePackage | undefined, to: WorkspacePackage | undefined) {
  if (!from || !to) return { file: 'packages', line: 1 };
  return importOf(workspace, from, to) ?? { file: `packages/${from.folder}/package.json`, line: from.lineOf(to.name) };
}

function fileCycles(workspace: Workspace, from: WorkspacePackage): readonly Violation[] {
  const graph = new Map(from.files.map((file) => [file.path, filesSeen(workspace, from, file)]));
  return findCycles(graph).map((cycle) => {
    const file = from.files.find((it) => it.path === cycle[0]);
    const site = file?.imports.find((it) => {
      const target = resolveSpecifier(workspace, from, file, it.specifier);
      return target.kind === 'own-file' && target.path === cycle[1] && it.kind !== 'type';
    });
    return {
      rule: 'cycle',
      file: cycle[0] ?? '',
      line: site?.line ?? 1,
      what: `closes the cycle ${cycle.map((path) => path.replace(`packages/${from.folder}/src/`, '')).join(' -> ')}`,
      why: 'files that need each other work or fail by the order in which they are loaded',
      remedy: 'Move what both need to a third file, or import only the type',
    };
  });
}

function filesSeen(workspace: Workspace, from: WorkspacePackage, file: SourceFile): readonly string[] {
  return file.imports
    .filter((site) => site.kind === 'import' || site.kind === 'export-from')
    .map((site) => resolveSpecifier(workspace, from, file, site.specifier))
    .flatMap((target) => (target.kind === 'own-file' ? [target.path] : []));
}
