/** Texts of a column in UTF-8, joined by NUL, which no text of a valid event holds; see `packTexts`. */
export type TextColumn = Uint8Array<ArrayBuffer>;

/**
 * Validated events as columns, ready for a store: what travels between worker threads and into an engine. All of them
 * stand in typed arrays that can be transferred; those of texts as one run of bytes, which a database takes in a tenth
 * of the time of a text.
 */
export interface EventBatch {
  readonly count: number;
  /** The rows of a file, or items of a request, that the events come from; ascending, within [firstGroup, firstGroup + groupCount). */
  readonly group: Int32Array;
  readonly firstGroup: number;
  readonly groupCount: number;
  /** Rank of the event type, see `eventTypes` of the model. */
  readonly type: Uint8Array;
  /** When it happened, UTC milliseconds. */
  readonly timeMs: Float64Array;
  /** The distinct sources of the batch. */
  readonly sources: readonly string[];
  /** Place of the source of each event in `sources`. */
  readonly source: Int32Array;
  readonly id: TextColumn;
  readonly subject: TextColumn;
  /** RFC 8785 form of `data` without its personal fields. */
  readonly data: TextColumn;
  /** RFC 8785 form of the personal fields, empty where there are none; `null` where no event has any. */
  readonly personal: TextColumn | null;
  /**
   * RFC 8785 form of further envelope attributes, and of a `time` that was not written as plain UTC; empty where there
   * are none, `null` where no event has any.
   */
  readonly attributes: TextColumn | null;
  /** The distinct payloads of the events as texts of RFC 8785: what folds read of them, see `foldPayload`. */
  readonly terms: readonly string[];
  /** Place of the payload of each event in `terms`; -1 where folds read nothing of it. */
  readonly says: Int32Array;
}

/** The same events with a list for each column of texts. */
export interface EventColumns
  extends Pick<EventBatch, 'count' | 'group' | 'firstGroup' | 'groupCount' | 'type' | 'timeMs' | 'terms' | 'says'> {
  readonly source: readonly string[];
  readonly id: readonly string[];
  readonly subject: readonly string[];
  readonly data: readonly string[];
  readonly personal: readonly (string | null)[];
  readonly attributes: readonly (string | null)[];
}
