import { hasLoneSurrogate } from '@sameteam/model';

/** Why a text cannot be read as JSON that says one thing only. */
export type JsonFault =
  | { readonly code: 'truncated' | 'not-json' }
  | { readonly code: 'ambiguous'; readonly why: string };

const deepest = 100;
// As it is, or escaped.
const mayBeHalf = /[\ud800-\udfff]|\\u[dD]/;

/**
 * Reads JSON so that no two readers can understand it differently: no key twice in an object, no `__proto__`, no half
 * of a surrogate pair, and no number that JavaScript would round or write in another way. Never throws. O(length of the text).
 */
export function readStrictJson(
  text: string,
): { readonly value: unknown; readonly fault: null } | { readonly fault: JsonFault } {
  const fault = scan(text);
  if (fault !== null) return { fault };
  try {
    return { value: JSON.parse(text), fault: null };
  } catch {
    return { fault: { code: 'not-json' } };
  }
}

/** Looks at brackets, keys and numbers only; the rest is for the parser. */
function scan(text: string): JsonFault | null {
  if (!/^\s*\{/.test(text)) return { code: text.trim() === '' ? 'truncated' : 'not-json' };
  const open: (Set<string> | null)[] = [];
  for (let at = 0; at < text.length; ) {
    const character = text.charAt(at);
    if (character === '"') {
      const end = endOfText(text, at);
      if (end === null) return { code: 'truncated' };
      const fault = textFault(text.slice(at, end), isKey(text, end) ? open.at(-1) : undefined);
      if (fault !== null) return fault;
      at = end;
    } else if (/[-0-9]/.test(character)) {
      const number = /^[-+.0-9eE]+/.exec(text.slice(at, at + 400))?.[0] ?? '';
      const isCutOff = at + number.length === text.length;
      if (!isCutOff && String(Number(number)) !== number) return ambiguous(`the number ${number.slice(0, 40)}`);
      at += number.length;
    } else {
      if (character === '{') open.push(new Set());
      else if (character === '[') open.push(null);
      else if (character === '}' || character === ']') open.pop();
      if (open.length > deepest) return ambiguous(`more than ${deepest} levels`);
      at++;
    }
  }
  return open.length > 0 ? { code: 'truncated' } : null;
}

/** What is wrong with a text in quotes; `keys` are those of its object before it, where it is a key. */
function textFault(token: string, keys: Set<string> | null | undefined): JsonFault | null {
  if (keys === undefined && !mayBeHalf.test(token)) return null;
  let text: string;
  try {
    text = String(JSON.parse(token));
  } catch {
    return { code: 'not-json' };
  }
  if (hasLoneSurrogate(text)) return ambiguous('half of a surrogate pair');
  if (!keys) return null;
  if (keys.has(text)) return ambiguous(`the key "${text.slice(0, 40)}" twice`);
  keys.add(text);
  return text === '__proto__' ? ambiguous('the key "__proto__"') : null;
}

function ambiguous(why: string): JsonFault {
  return { code: 'ambiguous', why };
}

/** Where a text in quotes ends, `null` when it does not. */
function endOfText(text: string, start: number): number | null {
  for (let at = start + 1; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '"') return at + 1;
    if (character === '\\') at++;
  }
  return null;
}

function isKey(text: string, end: number): boolean {
  let at = end;
  while (/\s/.test(text.charAt(at))) at++;
  return text.charAt(at) === ':';
}
