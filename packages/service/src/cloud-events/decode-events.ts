import { ProblemError, requestLimits } from '@sameteam/api';
import { jsonExcerpt } from '../ingest/json-excerpt.ts';
import { binaryEvent, isBinaryEvent } from './binary-event.ts';
import { type HeaderPairs, readMediaType } from './media-type.ts';
import { readJson, readText } from './read-json.ts';

/** One item of a request, before it is checked. */
export interface SentItem {
  /** Anything; an event if all is well. */
  readonly value: unknown;
  /** The beginning of it as text, for those who look at what was refused. */
  readonly raw: () => string;
}

const single = 'application/cloudevents+json';
const batch = 'application/cloudevents-batch+json';
const plain = 'application/json';

/**
 * Reads the events of an HTTP request: structured, batched or binary. Plain JSON is one event or a list of them, or, with
 * `ce-` headers, the data of one in binary mode. What is not an event is an item all the same: checking comes later.
 * Source: CloudEvents 1.0.2, HTTP protocol binding and JSON format.
 * @param headers as pairs; names in any case
 * @param body the bytes, UTF-8
 * @returns the items in their order; none for an empty list
 * @throws ProblemError `unsupported-media-type`; `malformed-json`, for bad UTF-8 too; `invalid-request` for a batch that is
 *   no list and for a header that is not UTF-8; `too-many-items`
 * @example
 * const body = new TextEncoder().encode('[{ "id": "1" }]');
 * decodeEvents([['content-type', 'application/cloudevents-batch+json']], body)[0]?.value // { id: '1' }
 */
export function decodeEvents(headers: HeaderPairs, body: Uint8Array): readonly SentItem[] {
  const { type } = readMediaType(headers, [single, batch, plain]);
  const text = readText(body);
  if (type === plain && isBinaryEvent(headers)) return [sentItem(binaryEvent(headers, text))];
  const value = readJson(text);
  if (type === single) return [{ value, raw: () => text }];
  if (type === batch && !Array.isArray(value)) {
    const what = 'A batch must be a list of events. Send [ … ], or one event as application/cloudevents+json.';
    throw new ProblemError('invalid-request', { what });
  }
  return sentItems(value);
}

/**
 * The items of a JSON value: of a list its entries, of anything else the value itself.
 * @throws ProblemError `too-many-items`
 * @example sentItems([1, 2]).length // 2
 */
export function sentItems(value: unknown): readonly SentItem[] {
  if (!Array.isArray(value)) return [sentItem(value)];
  if (value.length > requestLimits.items) {
    throw new ProblemError('too-many-items', { found: value.length, limit: requestLimits.items });
  }
  return value.map(sentItem);
}

function sentItem(value: unknown): SentItem {
  return { value, raw: () => jsonExcerpt(value) };
}
