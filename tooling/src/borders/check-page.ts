import { notInPage, type Room } from './house.ts';
import type { SourceFile, Workspace, WorkspacePackage } from './read-workspace.ts';
import { resolveSpecifier } from './specifier.ts';
import type { Violation } from './violation.ts';

interface Step {
  readonly owner: WorkspacePackage;
  readonly file: SourceFile;
  /** Files from the package to here, for the message. */
  readonly path: readonly string[];
  /** Place in the package at which the path starts. */
  readonly at: { readonly file: string; readonly line: number };
}

/**
 * Follows imports of values from a package that runs in a page, through the house, and reports each module on the way
 * that must not be in a page: zod, a database, the server's framework, anything of Node.
 * @param rooms the house, to know drivers and servers by their effects
 */
export function checkPage(workspace: Workspace, from: WorkspacePackage, rooms: readonly Room[]): readonly Violation[] {
  const seen = new Set<string>();
  const reported = new Set<string>();
  const found: Violation[] = [];
  const queue: Step[] = from.files
    .filter((file) => !file.isTest)
    .map((file) => ({ owner: from, file, path: [], at: { file: file.path, line: 1 } }));

  for (let step = queue.shift(); step; step = queue.shift()) {
    if (seen.has(step.file.path)) continue;
    seen.add(step.file.path);
    for (const site of step.file.imports) {
      if (site.kind === 'type') continue;
      const at = step.owner === from ? { file: step.file.path, line: site.line } : step.at;
      const path = [...step.path, step.file.path];
      const target = resolveSpecifier(workspace, step.owner, step.file, site.specifier);
      if (target.kind === 'own-file' || target.kind === 'house') {
        const owner = target.kind === 'house' ? target.package : step.owner;
        const next = target.kind === 'own-file' ? target.path : sourceOf(target.package, target.subpath);
        const file = owner.files.find((it) => it.path === next);
        const room = rooms.find((it) => it.name === owner.folder);
        const isEffectful = file && room?.effects.some((it) => it === '.' || file.inSrc.startsWith(`${it}/`));
        if (isEffectful) report(path, `@sameteam/${owner.folder}`, at);
        else if (file) queue.push({ owner, file, path, at });
      } else if (notInPage.some((pattern) => pattern.test(site.specifier))) {
        report(path, site.specifier, at);
      }
    }
  }
  return found;

  function report(path: readonly string[], module: string, at: Step['at']): void {
    if (reported.has(`${at.file}:${at.line}:${module}`)) return;
    reported.add(`${at.file}:${at.line}:${module}`);
    found.push({
      rule: 'page',
      ...at,
      what: `pulls "${module}" into a page`,
      why: `${from.folder} runs in other people's pages and must stay small and free of ${module}; the way is ${[...path, module].join(' -> ')}`,
      remedy: 'Import only the type, or use `@sameteam/api/client`',
    });
  }
}

function sourceOf(target: WorkspacePackage, subpath: string): string | null {
  const source = target.exports.get(subpath);
  return source ? `packages/${target.folder}/${source}` : null;
}
