/** One thing that is wrong in a map, and where. */
export interface MapFault {
  /** 1-based line and column in the map. */
  readonly line: number;
  readonly column: number;
  /** The keys that lead there, such as `files.leads.events.0.time`. */
  readonly path: string;
  readonly message: string;
}
