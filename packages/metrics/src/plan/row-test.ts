/**
 * A test on one row of facts, over columns of its grain. Every engine compiles it to its own form. `is: false` asks for the
 * opposite among the rows of which it is known, not for all other rows.
 */
export type RowAtom =
  /** Whether a column has a value. */
  | { readonly kind: 'has'; readonly column: string; readonly is: boolean }
  /** Whether a term or subject is one of some; `null` is the missing one. This is known of every row. */
  | {
      readonly kind: 'oneOf';
      readonly column: string;
      readonly values: readonly (string | null)[];
      readonly is: boolean;
    }
  /** Whether an integer, day or time is at least a value. */
  | { readonly kind: 'atLeast'; readonly column: string; readonly value: number; readonly is: boolean }
  /** Whether a bit of an integer is set, the lowest one being 0. Missing is no bit. */
  | { readonly kind: 'bit'; readonly column: string; readonly bit: number; readonly is: boolean }
  /** Both times are known, and the second is not before the first. */
  | { readonly kind: 'ordered'; readonly from: string; readonly to: string; readonly is: boolean }
  /** Ordered, and at most `limitMs` apart. */
  | {
      readonly kind: 'within';
      readonly from: string;
      readonly to: string;
      readonly limitMs: number;
      readonly is: boolean;
    }
  /** The time lies at least `ms` before as-of: 0 for what has come by as-of. */
  | { readonly kind: 'past'; readonly column: string; readonly ms: number; readonly is: boolean };

/** All atoms of one of the alternatives hold. `[]` never does, `[[]]` always. */
export type RowTest = readonly (readonly RowAtom[])[];

/** A whole number of a row; none where a column that it needs has none. */
export type RowValue =
  | { readonly kind: 'column'; readonly column: string }
  /** Whole seconds between two times, `floor((to - from) / 1000)`. */
  | { readonly kind: 'seconds'; readonly from: string; readonly to: string }
  /** Whole seconds from a time to as-of. */
  | { readonly kind: 'age'; readonly from: string }
  /** Product of two integer columns. */
  | { readonly kind: 'product'; readonly columns: readonly [string, string] };
