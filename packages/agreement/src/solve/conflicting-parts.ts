import type { Condition } from '../condition/condition.ts';

/**
 * The fewest parts of a condition that cannot hold together: none of them can be left out. O(parts) calls.
 * @param isPossible whether a condition can hold
 * @returns one part where that can never hold by itself
 */
export function conflictingParts(
  condition: Condition,
  isPossible: (condition: Condition) => boolean,
): readonly Condition[] {
  let parts = partsOf(condition);
  for (const part of parts) {
    const others = parts.filter((other) => other !== part);
    if (others.length > 0 && !isPossible({ all: others })) parts = others;
  }
  return parts;
}

function partsOf(condition: Condition): readonly Condition[] {
  return 'all' in condition ? condition.all.flatMap(partsOf) : [condition];
}
