/**
 * Validated events as columns, ready for a store: what travels between worker threads and into an engine.
 * Strings stand in plain arrays, numbers in typed arrays that can be transferred.
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
  readonly source: readonly string[];
  readonly id: readonly string[];
  readonly subject: readonly string[];
  /** RFC 8785 form of `data` without its personal fields. */
  readonly data: readonly string[];
  /** RFC 8785 form of the personal fields; `null` where there are none. */
  readonly personal: readonly (string | null)[];
  /** RFC 8785 form of further envelope attributes, and of a `time` that was not written as plain UTC; `null` where there are none. */
  readonly attributes: readonly (string | null)[];
  /** 16 bytes an event, see `contentDigest`. */
  readonly digest: Uint8Array;
  /** The secret that keys the digest of an event with personal fields, in hex; `null` where there are none. */
  readonly secret: readonly (string | null)[];
  /** RFC 8785 form of an event with personal fields, to digest it again with the secret of a stored one; else `null`. */
  readonly canonical: readonly (string | null)[];
}
