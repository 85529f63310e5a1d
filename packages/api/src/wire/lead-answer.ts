/** A flat lead: one object of plain fields, or a form. The fields are listed in the OpenAPI document. */
export type FlatLead = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** One thing to say about a field of a flat lead. */
export interface FieldIssue {
  /** Name of the field as it was sent; the empty text is the lead as a whole. */
  readonly field: string;
  readonly code: string;
  /** What is there, shortened; personal values are not repeated. */
  readonly found: string;
  /** What should be there. */
  readonly expected: string;
  /** The nearest known name or value, of a misspelt one; `null` where none is near. */
  readonly nearest: string | null;
  /** All of it as a sentence, with what to do. */
  readonly message: string;
}

/** An earlier lead of the same sender. */
export interface EarlierLead {
  readonly id: string;
  /** Typed id, such as `lead/42`. */
  readonly lead: string;
  /** When it was stored, ISO 8601. */
  readonly recordedAt: string;
}

/** The answer to a flat lead: `POST /v1/leads`. What it says is accepted is on disk. */
export interface LeadAnswer {
  /** `duplicate`: the same lead was stored before; nothing has changed. */
  readonly verdict: 'accepted' | 'duplicate' | 'refused';
  /** The sender's own id, or the one that was made for it; `null` where none could be read. */
  readonly id: string | null;
  /** Typed id, such as `lead/42`; `null` where it could not be read. */
  readonly lead: string | null;
  /** Which earlier lead of the same sender it repeats, or contradicts; `null` where there is none. */
  readonly earlier: EarlierLead | null;
  /** Why it was refused; empty otherwise. */
  readonly issues: readonly FieldIssue[];
  /** What was taken and could be better. */
  readonly hints: readonly FieldIssue[];
  /** All of it in a sentence. */
  readonly message: string;
}
