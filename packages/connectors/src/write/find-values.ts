import type { PlacedLeaf } from '../map/compile-value.ts';

/**
 * Finds the leaves at paths of `data`.
 * @returns place of a leaf for each path, -1 where no leaf stands; `null` where a leaf stands above a path, so that what
 *   the path says depends on its value
 */
export function findValues(
  paths: readonly (readonly string[])[],
  leaves: readonly PlacedLeaf[],
): readonly number[] | null {
  const found: number[] = [];
  for (const path of paths) {
    const above = leaves.some((leaf) => leaf.path.length < path.length && isAlong(leaf, path));
    if (above) return null;
    found.push(leaves.findIndex((leaf) => leaf.path.length === path.length && isAlong(leaf, path)));
  }
  return found;
}

function isAlong({ path }: PlacedLeaf, steps: readonly string[]): boolean {
  return path.every((step, index) => step === steps[index]);
}
