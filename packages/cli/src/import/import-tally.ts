import type { QuarantinedRow } from '@sameteam/metrics';

/** Something odd that was kept: what, how often, and in a sentence what it means. */
export interface ImportWarning {
  readonly code: string;
  readonly count: number;
  readonly sentence: string;
}

/** What an import has counted so far. */
export interface ImportTally {
  read: number;
  accepted: number;
  duplicates: number;
  quarantined: number;
  /** The first rows of each reason, for people; all of them are in the store. */
  readonly examples: QuarantinedRow[];
  readonly warnings: ImportWarning[];
}

/** Most bad rows that are shown. */
const exampleLimit = 20;

/** A tally with nothing in it. */
export function emptyTally(): ImportTally {
  return { read: 0, accepted: 0, duplicates: 0, quarantined: 0, examples: [], warnings: [] };
}

/** Counts bad rows. */
export function tallyQuarantined(tally: ImportTally, rows: readonly QuarantinedRow[]): void {
  tally.quarantined += rows.length;
  for (const row of rows) if (tally.examples.length < exampleLimit) tally.examples.push(row);
}
