/** A ruling that two records are one, or are not after all, in the order of events. */
export interface LinkRuling {
  readonly linked: boolean;
  /** The record that stays. */
  readonly subject: number;
  readonly with: number;
}

/**
 * The record that each linked record is counted as. A ruling that parts two records takes back every ruling that
 * joined these two; the others hold, so that a merge can be undone and restates history (rule 14).
 * @param rulings in the order of events
 * @returns only records that are counted as another one
 */
export function recordRoots(rulings: readonly LinkRuling[]): ReadonlyMap<number, number> {
  const standing = new Map<string, LinkRuling>();
  for (const ruling of rulings) {
    const pair = ruling.subject < ruling.with ? `${ruling.subject} ${ruling.with}` : `${ruling.with} ${ruling.subject}`;
    standing.delete(pair);
    if (ruling.linked) standing.set(pair, ruling);
  }
  const parent = new Map<number, number>();
  const root = (record: number): number => {
    let last = record;
    for (let up = parent.get(last); up !== undefined; up = parent.get(last)) last = up;
    // Who was passed is led there at once from now on, so that a chain is not followed again for each of its records.
    for (let at = record; at !== last; ) {
      const up = parent.get(at) as number;
      parent.set(at, last);
      at = up;
    }
    return last;
  };
  for (const { subject, with: other } of standing.values()) {
    const stays = root(subject);
    const goes = root(other);
    if (stays !== goes) parent.set(goes, stays);
  }
  return new Map([...parent.keys()].map((record) => [record, root(record)]));
}
