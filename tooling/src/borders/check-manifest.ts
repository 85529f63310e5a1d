import { allowedArrows, listOfArrows } from './check-imports.ts';
import type { Room } from './house.ts';
import type { Workspace, WorkspacePackage } from './read-workspace.ts';
import type { Violation } from './violation.ts';

/** Arrows that a package.json draws in its dependencies; development dependencies are free in direction. */
export function checkManifest(workspace: Workspace, from: WorkspacePackage, room: Room): readonly Violation[] {
  return workspace.packages
    .filter((it) => it !== from && from.dependencies.has(it.name))
    .filter((it) => !room.arrows.some((arrow) => arrow.to === it.folder))
    .map((it) => ({
      rule: 'arrow',
      file: `packages/${from.folder}/package.json`,
      line: from.lineOf(it.name),
      what: `depends on "${it.name}"`,
      why: `${listOfArrows} lets ${room.name} import ${allowedArrows(room)}, not ${it.folder}`,
      remedy: 'Remove the dependency, or make it a development dependency if only tests need it',
    }));
}
