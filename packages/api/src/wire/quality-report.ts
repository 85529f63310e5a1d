/** How often a field that the agreement requires was there. */
export interface FieldCompleteness {
  /** By its address in the agreement, such as `source.channel`. */
  readonly field: string;
  /** Captured leads that said something of it. */
  readonly present: number;
  /** Captured leads. */
  readonly of: number;
  /** `present` over `of`, in [0, 1]; `null` for no leads. */
  readonly share: number | null;
}

/** How many of the addresses or numbers that were given nobody can be reached by. */
export interface ContactQuality {
  readonly given: number;
  readonly invalid: number;
  /** `invalid` over `given`, in [0, 1]; `null` where none was given. */
  readonly share: number | null;
}

/** How old events were when they came, in seconds. */
export interface ArrivalAge {
  /** Within 1 %, as is `p90`. */
  readonly median: number;
  readonly p90: number;
  readonly oldest: number;
}

/** How good what a source has sent is. */
export interface SourceQuality {
  /** `source` of the events; `null` for the two kinds below that are no single source. */
  readonly source: string | null;
  /**
   * `source`: one source. `unnamed`: items whose source could not be read. `others`: all sources together that came when
   * there were 1,000 already.
   */
  readonly kind: 'source' | 'unnamed' | 'others';
  readonly received: number;
  readonly accepted: number;
  readonly duplicates: number;
  readonly quarantined: number;
  /** Accepted events that capture a lead. */
  readonly leads: number;
  /** Of the accepted leads: the fields that the agreement requires of one and that a capture can say. */
  readonly complete: readonly FieldCompleteness[];
  /** Of all items but duplicates. */
  readonly emails: ContactQuality;
  readonly phones: ContactQuality;
  /** Of the accepted events; `null` where there was none. */
  readonly ageSeconds: ArrivalAge | null;
  /** Items in quarantine that have the code, most first. */
  readonly codes: readonly { readonly code: string; readonly count: number }[];
}

/** The quality of what has arrived, by source: `GET /v1/quality`. */
export interface QualityReport {
  /** What arrived before this instant is not part of it: when the ingest was opened. ISO 8601. */
  readonly since: string;
  /** Most items first. */
  readonly sources: readonly SourceQuality[];
}
