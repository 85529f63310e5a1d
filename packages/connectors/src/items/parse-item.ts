import { limits } from '@sameteam/model/vocabulary';
import { findBadUtf8 } from './find-bad-utf8.ts';
import { findJsonFault } from './find-json-fault.ts';
import type { Item, ItemFault, ItemPlace } from './item.ts';
import { itemFault } from './item-fault.ts';

/** Where an item starts. */
export interface ItemStart extends ItemPlace {
  /** The column in which it starts, from 1. */
  readonly column: number;
}

/** Values of an event are far fewer; making more of them costs far more memory than their text. */
const mostValues = 200_000;
const deepest = 1000;

/** Below this many characters no text can be a burden. */
const lightText = 200_000;

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Reads the bytes of one item. */
export function parseItemBytes(bytes: Uint8Array, start: ItemStart): Item {
  let text: string;
  try {
    text = decoder.decode(bytes);
  } catch {
    return broken(start, badUtf8(bytes, start));
  }
  return parseItemText(text, start);
}

/** Reads the text of one item. */
export function parseItemText(text: string, start: ItemStart): Item {
  const burden = text.length < lightText ? null : findBurden(text);
  if (burden !== null) return broken(start, burden);
  try {
    return { index: start.index, line: start.line, value: JSON.parse(text), fault: null };
  } catch {
    return broken(start, notJson(text, start));
  }
}

/** An item without a value. */
export function broken({ index, line }: ItemPlace, fault: ItemFault): Item {
  return { index, line, value: undefined, fault };
}

/**
 * Why an item that does not end is no JSON.
 * @param isAtEnd whether nothing follows that belongs to it: then the commas and blanks behind it are not its own
 */
export function unfinished(bytes: Uint8Array, start: ItemStart, isAtEnd: boolean): ItemFault {
  try {
    const text = decoder.decode(bytes);
    return notJson(isAtEnd ? withoutTail(text) : text, start);
  } catch {
    return badUtf8(bytes, start);
  }
}

function withoutTail(text: string): string {
  let end = text.length;
  while (end > 0 && ', \t\r\n'.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** Why the text of an item is no JSON. */
function notJson(text: string, start: ItemStart): ItemFault {
  const { at, found, expected } = findJsonFault(text) ?? { at: 0, found: 'something', expected: 'a value' };
  return itemFault('not-json', { position: positionOf(text, at, start), found, expected });
}

/** Why the bytes of an item are no text. */
function badUtf8(bytes: Uint8Array, start: ItemStart): ItemFault {
  const at = findBadUtf8(bytes);
  const byte = (bytes[at] ?? 0).toString(16).toUpperCase().padStart(2, '0');
  const before = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, Math.max(0, at)));
  const position = positionOf(before, before.length, start);
  return itemFault('bad-utf8', { position, found: `the byte ${byte}`, expected: 'UTF-8' });
}

function positionOf(text: string, at: number, { line, column }: ItemStart) {
  const before = text.slice(0, at);
  const lastBreak = before.lastIndexOf('\n');
  if (lastBreak < 0) return { line, column: column + at };
  return { line: line + before.split('\n').length - 1, column: at - lastBreak };
}

/** What is too deep or holds too much to be made into values at all. Brackets inside of texts do not count. */
function findBurden(text: string): ItemFault | null {
  let depth = 0;
  let values = 1;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x22) {
      at = textEnd(text, at + 1);
    } else if (code === 0x7b || code === 0x5b) {
      depth += 1;
      if (depth > deepest)
        return itemFault('too-deep', {
          position: null,
          found: `more than ${deepest} levels deep`,
          expected: `at most ${limits.depth} levels`,
        });
    } else if (code === 0x7d || code === 0x5d) depth -= 1;
    else if (code === 0x2c) values += 1;
    if (values > mostValues)
      return itemFault('too-many', {
        position: null,
        found: `more than ${mostValues} values`,
        expected: `at most ${limits.listLength} entries of each list`,
      });
  }
  return null;
}

/** Where a text ends: at its closing quote, which an odd number of backslashes before it takes for a character. */
function textEnd(text: string, start: number): number {
  for (let at = text.indexOf('"', start); at >= 0; at = text.indexOf('"', at + 1)) {
    let slashes = at;
    while (text.charCodeAt(slashes - 1) === 0x5c && slashes > start) slashes -= 1;
    if ((at - slashes) % 2 === 0) return at;
  }
  return text.length;
}
