/** What a word was compared with: a whole candidate, or its end. */
interface Compared {
  readonly name: string;
  readonly text: string;
}

/**
 * The candidate that was most likely meant by a mistyped word: the one with the fewest edits, case ignored. An edit is
 * a letter too many, missing or wrong, or two that changed places (optimal string alignment); at most a third of the
 * longer word may be edited, and of words of up to five letters less than half. The first of equals. Where none is
 * near, the only one that ends so: `channel` is `source.channel`. O(candidates × n × m); words beyond 64 characters are
 * not compared.
 * @returns `null` when no candidate is near
 * @example nearestName('lead.capture', ['lead.captured', 'lead.updated']) // 'lead.captured'
 */
export function nearestName(word: string, candidates: Iterable<string>): string | null {
  if (word.length > 64) return null;
  const names = [...candidates].filter((name) => name.length <= 64);
  const wanted = word.toLowerCase();
  const whole = nearest(
    wanted,
    names.map((name) => ({ name, text: name })),
  );
  if (whole.length > 0) return whole[0] ?? null;
  const ending = nearest(wanted, names.flatMap(endsOf));
  return ending.length === 1 ? (ending[0] ?? null) : null;
}

/** `lead_to_win_rate` also ends in `to_win_rate`, `win_rate` and `rate`. */
function endsOf(name: string): readonly Compared[] {
  return [...name.matchAll(/[._]/g)].map((it) => ({ name, text: name.slice(it.index + 1) }));
}

/** Names of all that share the fewest edits. */
function nearest(wanted: string, candidates: readonly Compared[]): readonly string[] {
  let found: string[] = [];
  let fewest = Number.POSITIVE_INFINITY;
  for (const { name, text } of candidates) {
    const edits = editDistance(wanted, text.toLowerCase());
    if (edits > fewest || edits > allowedEdits(wanted, text)) continue;
    found = edits < fewest ? [name] : [...found, name];
    fewest = edits;
  }
  return found;
}

function allowedEdits(a: string, b: string): number {
  const longer = Math.max(a.length, b.length);
  return longer > 5 ? Math.floor(longer / 3) : Math.ceil(longer / 2) - 1;
}

function editDistance(a: string, b: string): number {
  let beforePrevious: readonly number[] = [];
  let previous: readonly number[] = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const substituted = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      const removed = (previous[column] ?? 0) + 1;
      const added = (current[column - 1] ?? 0) + 1;
      const isSwapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      const swapped = isSwapped ? (beforePrevious[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY;
      current.push(Math.min(substituted, removed, added, swapped));
    }
    beforePrevious = previous;
    previous = current;
  }
  return previous[b.length] ?? 0;
}
