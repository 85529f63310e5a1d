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
    let at = record;
    for (let up = parent.get(at); up !== undefined; up = parent.get(at)) at = up;
    return at;
  };
  for (const { subject, with: other } of standing.values()) {
    const stays = root(subject);
    const goes = root(other);
    if (stays !== goes) parent.set(goes, stays);
  }
  return new Map([...parent.keys()].map((record) => [record, root(record)]));
}
