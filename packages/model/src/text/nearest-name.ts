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
    const most = Math.min(fewest, allowedEdits(wanted, text));
    // Each letter that one of them has more is an edit: most candidates are out by that.
    if (Math.abs(wanted.length - text.length) > most) continue;
    const edits = editDistance(wanted, text.toLowerCase(), most);
    if (edits > most) continue;
    found = edits < fewest ? [name] : [...found, name];
    fewest = edits;
  }
  return found;
}

function allowedEdits(a: string, b: string): number {
  const longer = Math.max(a.length, b.length);
  return longer > 5 ? Math.floor(longer / 3) : Math.ceil(longer / 2) - 1;
}

/** Edits between two words of up to 64 letters; any number above `most` where there are more. */
function editDistance(a: string, b: string, most: number): number {
  const width = b.length + 1;
  let beforePrevious = new Uint8Array(width);
  let previous = Uint8Array.from({ length: width }, (_, column) => column);
  let current = new Uint8Array(width);
  let fewestBefore = 0;
  for (let row = 1; row <= a.length; row++) {
    current[0] = row;
    let fewest = row;
    for (let column = 1; column < width; column++) {
      const isSame = a.charCodeAt(row - 1) === b.charCodeAt(column - 1);
      let edits = at(previous, column - 1) + (isSame ? 0 : 1);
      edits = Math.min(edits, at(previous, column) + 1, at(current, column - 1) + 1);
      if (row > 1 && column > 1 && isSwapped(a, b, row, column))
        edits = Math.min(edits, at(beforePrevious, column - 2) + 1);
      current[column] = edits;
      if (edits < fewest) fewest = edits;
    }
    // A swap reaches back two rows, so that one row beyond does not say that the next ones are.
    if (fewest > most && fewestBefore > most) return most + 1;
    fewestBefore = fewest;
    [beforePrevious, previous, current] = [previous, current, beforePrevious];
  }
  return at(previous, b.length);
}

function at(row: Uint8Array, column: number): number {
  return row[column] as number;
}

function isSwapped(a: string, b: string, row: number, column: number): boolean {
  return a.charCodeAt(row - 1) === b.charCodeAt(column - 2) && a.charCodeAt(row - 2) === b.charCodeAt(column - 1);
}
