/** What an event says was wrong: single events, or a whole import. */
export interface Retraction {
  /** The event that says so. */
  readonly event: number;
  readonly targets: readonly number[];
  /** Id of the import that brought it. */
  readonly from: string;
  /** Id of an import that it takes back. */
  readonly import: string | null;
}

/**
 * The retractions that stand. One that a later one takes back, itself or with its import, does not count, so that a mistaken retraction can be
 * mended in a log that is only appended to. Each looks at later ones only, and so none can take itself back.
 * @param retractions in the order of events
 */
export function standingRetractions(retractions: readonly Retraction[]): readonly Retraction[] {
  const retracted = new Set<number>();
  const retractedImports = new Set<string>();
  const standing: Retraction[] = [];
  for (const retraction of retractions.toReversed()) {
    if (retracted.has(retraction.event) || retractedImports.has(retraction.from)) continue;
    standing.push(retraction);
    for (const target of retraction.targets) retracted.add(target);
    if (retraction.import !== null) retractedImports.add(retraction.import);
  }
  return standing.reverse();
}
