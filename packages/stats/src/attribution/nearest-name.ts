/**
 * The name that was most likely meant: the one that the word starts with, as `u_shaped` does with `u`, or else the one
 * with the fewest letters to insert, drop or change (Levenshtein), at most a third of the word. Case, blanks and
 * hyphens are ignored. O(names × n × m).
 * @returns `null` when none is near; the first of equals
 */
export function nearestName(word: string, names: readonly string[]): string | null {
  const wanted = word
    .slice(0, 64)
    .toLowerCase()
    .replaceAll(/[-\s]+/g, '_');
  const start = names.find((name) => `${wanted}_`.startsWith(`${name}_`));
  if (start !== undefined) return start;
  let nearest: string | null = null;
  let fewest = Math.floor(wanted.length / 3) + 1;
  for (const name of names) {
    const edits = editDistance(wanted, name);
    if (edits >= fewest) continue;
    nearest = name;
    fewest = edits;
  }
  return nearest;
}

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const changed = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min(changed, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
