import { decodeHeaderValue } from './header-value.ts';
import type { HeaderPairs } from './media-type.ts';
import { readJson } from './read-json.ts';

/** Names that an attribute can have. */
const attribute = /^ce-([a-z0-9]+)$/;

/** What has a place of its own in the binary mode: the body, and its `content-type`. */
const elsewhere = new Set(['data', 'datacontenttype']);

/**
 * Whether the headers hold the attributes of an event.
 * @example isBinaryEvent([['Ce-Id', '1']]) // true
 */
export function isBinaryEvent(headers: HeaderPairs): boolean {
  for (const [name] of headers) if (attribute.test(name.toLowerCase())) return true;
  return false;
}

/**
 * The event of the binary mode: its attributes from the headers, its data from the body.
 * Every attribute is a text, as the headers do not tell types. `datacontenttype` is left out: it says what is so anyway.
 * Source: CloudEvents HTTP protocol binding 1.0.2, 3.1.
 * @param text of the body; of an empty one the event has no data
 * @throws ProblemError `invalid-request` for a header that is not UTF-8, `malformed-json`
 * @example binaryEvent([['ce-id', '1'], ['ce-type', 'lead.accepted']], '{}') // { id: '1', type: 'lead.accepted', data: {} }
 */
export function binaryEvent(headers: HeaderPairs, text: string): Readonly<Record<string, unknown>> {
  const entries: [string, unknown][] = [];
  for (const [header, value] of headers) {
    const name = attribute.exec(header.toLowerCase())?.[1];
    if (name !== undefined && !elsewhere.has(name)) entries.push([name, decodeHeaderValue(`ce-${name}`, value)]);
  }
  if (text.length > 0) entries.push(['data', readJson(text)]);
  return Object.fromEntries(entries);
}
