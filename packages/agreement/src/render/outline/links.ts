/** Where links in a phrase can go. */
export interface Links {
  /** Addresses that the document has. */
  readonly anchors: ReadonlySet<string>;
  /** The clause that the phrase is of: its own name is what is defined here, and no link. */
  readonly own?: string;
}
