import type { LeadRow } from './lead-row.ts';

/** Some of the leads behind a number. */
export interface LeadPage {
  readonly leads: readonly LeadRow[];
  /** Of all pages together: equal to the number that was asked about. */
  readonly total: number;
  /** Pass as `after` for the next page; `null` at the end. */
  readonly next: string | null;
}
