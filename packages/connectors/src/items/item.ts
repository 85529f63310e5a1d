/** Why the text of an item gives no value. */
export type ItemFaultCode =
  | 'not-json'
  | 'bad-utf8'
  | 'too-large'
  | 'too-deep'
  | 'too-many'
  | 'nul'
  | 'cut-off'
  | 'bad-quote'
  | 'unclosed-quote';

/** What is wrong with the text of an item. */
export interface ItemFault {
  readonly code: ItemFaultCode;
  /** Where in the file, both from 1; `null` where it is all of the item. */
  readonly position: { readonly line: number; readonly column: number } | null;
  readonly found: string;
  readonly expected: string;
  /** All of it as a sentence, with what to do. */
  readonly message: string;
}

/** Where an item stands. */
export interface ItemPlace {
  /** From 0, broken items counted. */
  readonly index: number;
  /** The line on which it starts; the file's first line is 1. */
  readonly line: number;
}

/** An item of a stream: its value, or why it has none. The value is `undefined` exactly where there is a fault. */
export interface Item extends ItemPlace {
  /** What JSON.parse made of it, or the event of a row. */
  readonly value: unknown;
  readonly fault: ItemFault | null;
}
