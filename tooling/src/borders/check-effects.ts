import { effectSentence, mayTouchTheWorld } from './check-imports.ts';
import type { Room } from './house.ts';
import type { WorkspacePackage } from './read-workspace.ts';
import type { Violation } from './violation.ts';

/** Reads of the clock, of chance and of the environment outside of the packages that may. */
export function checkEffects(from: WorkspacePackage, room: Room): readonly Violation[] {
  return from.files
    .filter((file) => !mayTouchTheWorld(file, room))
    .flatMap((file) =>
      file.effects.map(
        (effect): Violation => ({
          rule: 'effect',
          file: file.path,
          line: effect.line,
          what: `uses ${effect.what}`,
          ...effectSentence(room),
        }),
      ),
    );
}
