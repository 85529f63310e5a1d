/**
 * The candidate that was most likely meant by a mistyped word: the one with the fewest edits (Levenshtein
 * distance, case ignored), if they are at most a third of the longer word (at least two). The first of equals.
 * O(candidates × n × m); words beyond 64 characters are not compared.
 * @returns `null` when no candidate is near
 * @example nearestName('lead.capture', ['lead.captured', 'lead.updated']) // 'lead.captured'
 */
export function nearestName(word: string, candidates: Iterable<string>): string | null {
  if (word.length > 64) return null;
  const wanted = word.toLowerCase();
  let best: string | null = null;
  let fewest = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    if (candidate.length > 64) continue;
    const allowed = Math.max(2, Math.floor(Math.max(word.length, candidate.length) / 3));
    const edits = editDistance(wanted, candidate.toLowerCase());
    if (edits <= allowed && edits < fewest && edits < candidate.length) {
      best = candidate;
      fewest = edits;
    }
  }
  return best;
}

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const substituted = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      const removed = (previous[column] ?? 0) + 1;
      const added = (current[column - 1] ?? 0) + 1;
      current.push(Math.min(substituted, removed, added));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
