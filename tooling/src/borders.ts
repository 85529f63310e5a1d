import { checkCycles } from './borders/check-cycles.ts';
import { checkEffects } from './borders/check-effects.ts';
import { checkImports, listOfArrows } from './borders/check-imports.ts';
import { checkManifest } from './borders/check-manifest.ts';
import { checkPage } from './borders/check-page.ts';
import { house, type Room } from './borders/house.ts';
import { readWorkspace } from './borders/read-workspace.ts';
import { formatViolation, type Violation } from './borders/violation.ts';

export { formatViolation, house, type Room, type Violation };

/**
 * The check of borders: reads every package.json and every import under `packages/` and returns each breach of the
 * house's rules (arrows, depth, cycles, effects, what may reach a page).
 * @param root folder that holds `packages/`
 * @param rooms the house to check against
 * @returns breaches in the order of file and line; empty when all borders hold
 * @throws Error when a file cannot be parsed
 * @example checkBorders('.').map(formatViolation)
 */
export function checkBorders(root: string, rooms: readonly Room[] = house): readonly Violation[] {
  const workspace = readWorkspace(root);
  const found = workspace.packages.flatMap((from): readonly Violation[] => {
    const room = rooms.find((it) => it.name === from.folder);
    if (!room) return [unknownPackage(from.folder)];
    return [
      ...checkManifest(workspace, from, room),
      ...checkImports(workspace, from, room),
      ...checkEffects(from, room),
      ...(room.page ? checkPage(workspace, from, rooms) : []),
    ];
  });
  return [...found, ...checkCycles(workspace)].sort((a, b) =>
    a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1,
  );
}

function unknownPackage(folder: string): Violation {
  return {
    rule: 'unknown-package',
    file: `packages/${folder}/package.json`,
    line: 1,
    what: 'is not in the list of packages',
    why: `every package has its arrows in ${listOfArrows}`,
    remedy: 'Add it to tooling/src/borders/house.ts and say why in docs/decisions',
  };
}
