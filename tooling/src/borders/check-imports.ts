import { type Arrow, effectModules, type Room } from './house.ts';
import type { ImportSite } from './parse-source.ts';
import type { SourceFile, Workspace, WorkspacePackage } from './read-workspace.ts';
import { resolveSpecifier } from './specifier.ts';
import type { Violation } from './violation.ts';

/** Where the list of arrows stands, for messages. */
export const listOfArrows = 'the list of arrows (tooling/src/borders/house.ts)';

/** Borders that one import of one file may breach: direction, depth, declaration, effects. */
export function checkImports(workspace: Workspace, from: WorkspacePackage, room: Room): readonly Violation[] {
  return from.files.flatMap((file) => file.imports.flatMap((site) => checkImport(workspace, from, room, file, site)));
}

function checkImport(
  workspace: Workspace,
  from: WorkspacePackage,
  room: Room,
  file: SourceFile,
  site: ImportSite,
): readonly Violation[] {
  const at = { file: file.path, line: site.line };
  const imports = `imports "${site.specifier}"`;
  const target = resolveSpecifier(workspace, from, file, site.specifier);
  switch (target.kind) {
    case 'own-file':
      return [];
    case 'outside':
      return [
        {
          ...at,
          rule: 'leaves-package',
          what: imports,
          why: `a relative path must not leave packages/${from.folder}, since the published package would not find the file`,
          remedy: 'Import the other package by its name, and export there what is missing',
        },
      ];
    case 'builtin':
    case 'external': {
      const effect = effectOfModule(file, site, room);
      const undeclared =
        target.kind === 'external' ? checkDeclared(workspace, from, file, target.name, at, imports) : [];
      return effect ? [...undeclared, { ...at, ...effect, what: imports }] : undeclared;
    }
    case 'house': {
      if (target.package === from) return [];
      const found: Violation[] = [];
      if (!target.exported) found.push({ ...at, ...deepImport(target.package), what: imports });
      const arrow = room.arrows.find((it) => it.to === target.package.folder);
      if (!file.isTest) {
        if (!arrow) found.push({ ...at, ...forbiddenArrow(room, target.package), what: imports });
        else if (target.exported && !isOpen(arrow, target.subpath, site)) {
          found.push({ ...at, ...closedSubpath(room, arrow), what: imports });
        }
      }
      return [...found, ...checkDeclared(workspace, from, file, target.package.name, at, imports)];
    }
  }
}

function isOpen(arrow: Arrow, subpath: string, site: ImportSite): boolean {
  if (!arrow.values && !arrow.types) return true;
  return (site.kind === 'type' && arrow.types?.includes(subpath)) || (arrow.values?.includes(subpath) ?? false);
}

/** What {@link listOfArrows} lets a package import, as a phrase. */
export function allowedArrows(room: Room): string {
  if (room.arrows.length === 0) return 'nothing of ours';
  return room.arrows.map((it) => it.to).join(', ');
}

function forbiddenArrow(room: Room, target: WorkspacePackage): Omit<Violation, 'file' | 'line' | 'what'> {
  return {
    rule: 'arrow',
    why: `${listOfArrows} lets ${room.name} import ${allowedArrows(room)}, not ${target.folder}`,
    remedy: `Move the code to a package that may see both, or have the caller pass it in as an argument`,
  };
}

function closedSubpath(room: Room, arrow: Arrow): Omit<Violation, 'file' | 'line' | 'what'> {
  const values = (arrow.values ?? []).join(', ');
  const types = (arrow.types ?? []).join(', ');
  return {
    rule: 'arrow',
    why: `${room.name} sees of ${arrow.to} only the values of ${values} and the types of ${types} ; see ${listOfArrows}`,
    remedy: 'Write `import type`, or import from the open subpath',
  };
}

function deepImport(target: WorkspacePackage): Omit<Violation, 'file' | 'line' | 'what'> {
  return {
    rule: 'deep-import',
    why: `${target.name} exports only ${[...target.exports.keys()].join(', ')}`,
    remedy: `Import one of these, or add the subpath to "exports" in packages/${target.folder}/package.json`,
  };
}

function checkDeclared(
  workspace: Workspace,
  from: WorkspacePackage,
  file: SourceFile,
  name: string,
  at: { readonly file: string; readonly line: number },
  what: string,
): readonly Violation[] {
  if (from.dependencies.has(name)) return [];
  if (file.isTest && (from.devDependencies.has(name) || workspace.devDependencies.has(name))) return [];
  // A type of @types/x is imported under the name x.
  if (from.devDependencies.has(`@types/${name}`)) return [];
  return [
    {
      ...at,
      rule: 'undeclared',
      what,
      why: `packages/${from.folder}/package.json does not name ${name}, so it is found only by luck of hoisting`,
      remedy: `Add it to ${file.isTest ? '"devDependencies"' : '"dependencies"'} there, pinned`,
    },
  ];
}

function effectOfModule(
  file: SourceFile,
  site: ImportSite,
  room: Room,
): Omit<Violation, 'file' | 'line' | 'what'> | null {
  if (site.kind === 'type' || mayTouchTheWorld(file, room)) return null;
  if (!effectModules.some((pattern) => pattern.test(site.specifier))) return null;
  return { rule: 'effect', ...effectSentence(room) };
}

/**
 * Whether a file lies where effects are allowed: in a test, in a driver, or in a script of the workshop, which nothing
 * that the package exports ever loads.
 */
export function mayTouchTheWorld(file: SourceFile, room: Room): boolean {
  return (
    file.isTest ||
    !file.isShipped ||
    room.effects.some((folder) => folder === '.' || file.inSrc.startsWith(`${folder}/`))
  );
}

/** Why effects are refused in a package, and what to do. */
export function effectSentence(room: Room): Pick<Violation, 'why' | 'remedy'> {
  const where = room.effects.length > 0 ? ` (in ${room.name}: src/${room.effects.join(', src/')})` : '';
  return {
    why: `only server, cli and the drivers of the engines${where} touch files, sockets, the clock, chance or the environment`,
    remedy:
      'Take it as an argument: a clock as `now: () => number`, chance as a seeded generator, text instead of a path',
  };
}
