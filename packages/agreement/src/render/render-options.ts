import type { Agreement } from '../agreement.ts';
import type { CalendarPins } from '../calendar/calendar-pins.ts';
import type { AgreementIssue } from '../issue/agreement-issue.ts';

/** Somebody's signature, as the document shows it. Whether it holds is decided before. */
export interface ShownSignature {
  /** A team, or a witness, as `signatures` of the agreement names it. */
  readonly signer: string;
  /** The person who signed, as they call themselves. */
  readonly by: string | null;
  /** ISO 8601 instant. */
  readonly signedAt: string;
}

/** Where a version stands. */
export interface DocumentStatus {
  /**
   * `draft` while a required signature is missing; `signed` when all hold and the first day has not come; `binding`;
   * `ended` when another version or its last day has ended it.
   */
  readonly state: 'draft' | 'signed' | 'binding' | 'ended';
  /** Signatures that hold, of required signers and of witnesses. */
  readonly signatures: readonly ShownSignature[];
}

/** What a document shows beside the agreement. */
export interface RenderOptions {
  /** The version before, to tell what changed. */
  readonly previous?: Agreement | null;
  /** A draft without signatures when absent. */
  readonly status?: DocumentStatus;
  /** What `check` found; errors and warnings are shown. */
  readonly issues?: readonly AgreementIssue[];
  /** Holidays as dates, as they are signed. */
  readonly pins?: CalendarPins | null;
}

/** A version that nobody has signed. */
export const unsignedStatus: DocumentStatus = { state: 'draft', signatures: [] };
