/** One thing that is wrong with an item. */
export interface ItemIssue {
  /**
   * What is wrong: a code of `EventIssue` of the model; `conflict` where the same source and id have been stored with
   * other content, `erased` where the personal data of the subject was removed.
   */
  readonly code: string;
  /** JSON pointer (RFC 6901) into the item; the empty text is the item itself. */
  readonly pointer: string;
  /** What is there, shortened; personal values are not repeated. */
  readonly found: string;
  /** What should be there. */
  readonly expected: string;
  /** The nearest known name or value, of a misspelt one; `null` where none is near. */
  readonly nearest: string | null;
  /** All of it as a sentence, with what to do. */
  readonly message: string;
}

/** What became of one item of a request. */
export interface ItemVerdict {
  /** Place in the request, from 0. */
  readonly index: number;
  /** `duplicate`: stored before, with the same content; it changes nothing. `quarantined`: not taken, kept for a look. */
  readonly verdict: 'accepted' | 'duplicate' | 'quarantined';
  /** As far as it could be read; `null` otherwise. So are `id` and `subject`. */
  readonly source: string | null;
  readonly id: string | null;
  readonly subject: string | null;
  /** Why it is in quarantine; empty otherwise. */
  readonly issues: readonly ItemIssue[];
}

/** The answer to events: `POST /v1/events`. What it says is stored is on disk. */
export interface IngestAnswer {
  /** Items of the request: those accepted, duplicates and those in quarantine together. */
  readonly received: number;
  readonly accepted: number;
  readonly duplicates: number;
  readonly quarantined: number;
  /**
   * The import that the events were stored with, by which they can be taken back; events of requests that came at the
   * same time can be part of it. `null` where no event was new.
   */
  readonly import: string | null;
  /** One for each item, in their order. */
  readonly items: readonly ItemVerdict[];
}
