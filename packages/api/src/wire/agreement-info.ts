import type { AgreementReference } from './report.ts';

/** What a page needs to know of the agreement that its numbers are judged by. */
export interface AgreementInfo extends AgreementReference {
  /** First day on which it binds, `YYYY-MM-DD`; `null` where it does not say. */
  readonly effective: string | null;
  /** IANA name of the zone in which days and months are cut. */
  readonly timeZone: string;
  /** ISO 4217. */
  readonly currency: string;
  /** Where the document lies that people read, below the address of the service; `null` where none is served. */
  readonly document: string | null;
  /** The value that both teams expect of a rate, drawn as its target: metric id to a ratio in [0, 1]. */
  readonly expected: Readonly<Record<string, number>>;
}
