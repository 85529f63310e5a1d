/** One thing that is wrong with an item of a file, and where. */
export interface FileIssue {
  /** Of the model, of the text of the item, or `conflict` and `erased`. */
  readonly code: string;
  /** JSON pointer into the event; the empty text is the event itself. Absent for flat leads, which have a `field`. */
  readonly pointer?: string;
  /** Field of a flat lead; the empty text is the lead as a whole. */
  readonly field?: string;
  /** Column of a CSV file of events; absent where the file has no such column. */
  readonly column?: string;
  /** Where in the file, for text that gives no event. */
  readonly position?: { readonly line: number; readonly column: number };
  readonly found: string;
  readonly expected: string;
  /** The nearest known name or value, of a misspelt one; `null` when none is near. */
  readonly nearest: string | null;
  /** All of it as a sentence, with what to do. */
  readonly message: string;
}
