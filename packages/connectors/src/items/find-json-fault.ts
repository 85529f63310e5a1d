/** The first thing that makes a text no JSON. */
export interface JsonFault {
  /** Where, in UTF-16 units from 0; the length of the text where something is missing at its end. */
  readonly at: number;
  readonly found: string;
  readonly expected: string;
}

type Expected = keyof typeof expectations;

const expectations = {
  value: 'a value',
  'value-or-end': 'a value or ]',
  name: 'a name in double quotes',
  'name-or-end': 'a name in double quotes or }',
  colon: 'a colon',
  'comma-in-object': 'a comma or }',
  'comma-in-list': 'a comma or ]',
  nothing: 'nothing more',
} as const;

const literals = ['true', 'false', 'null'];
const number = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/;

/**
 * Finds out why a text is no JSON (RFC 8259), in words that do not depend on the engine and do not repeat the text:
 * `JSON.parse` names no position for some faults and quotes what may be personal. For a text that it has refused. O(n), in
 * a loop, so that no nesting is too deep.
 * @returns `null` for a text that is JSON
 * @example findJsonFault('{"a": 1,}') // { at: 8, found: '"}"', expected: 'a name in double quotes' }
 */
export function findJsonFault(text: string): JsonFault | null {
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  let at = 0;
  const afterValue = (): Expected =>
    open.length === 0 ? 'nothing' : open.at(-1) === '{' ? 'comma-in-object' : 'comma-in-list';
  for (;;) {
    at = skipBlanks(text, at);
    const character = text.charAt(at);
    if (character === '') return expected === 'nothing' ? null : fault(text, at, expected);
    if (expected === 'name' || expected === 'name-or-end') {
      if (character === '"') {
        const end = readText(text, at);
        if (typeof end !== 'number') return end;
        at = end;
        expected = 'colon';
      } else if (character === '}' && expected === 'name-or-end') {
        open.pop();
        at += 1;
        expected = afterValue();
      } else return fault(text, at, expected);
    } else if (expected === 'colon') {
      if (character !== ':') return fault(text, at, expected);
      at += 1;
      expected = 'value';
    } else if (expected === 'comma-in-object' || expected === 'comma-in-list') {
      const close = expected === 'comma-in-object' ? '}' : ']';
      if (character === close) {
        open.pop();
        expected = afterValue();
      } else if (character === ',') expected = expected === 'comma-in-object' ? 'name' : 'value';
      else return fault(text, at, expected);
      at += 1;
    } else if (expected === 'nothing') return fault(text, at, expected);
    else if (character === '{' || character === '[') {
      open.push(character);
      at += 1;
      expected = character === '{' ? 'name-or-end' : 'value-or-end';
    } else if (character === ']' && expected === 'value-or-end') {
      open.pop();
      at += 1;
      expected = afterValue();
    } else {
      const end = character === '"' ? readText(text, at) : readWord(text, at, expected);
      if (typeof end !== 'number') return end;
      at = end;
      expected = afterValue();
    }
  }
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (' \t\n\r'.includes(text.charAt(at)) && at < text.length) at += 1;
  return at;
}

/** The place after a text in double quotes. */
function readText(text: string, start: number): number | JsonFault {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return at + 1;
    if (code < 0x20) return { at, found: describe(text, at), expected: 'an escape such as \\n inside a text' };
    if (code !== 0x5c) continue;
    const escaped = /^\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.exec(text.slice(at, at + 6));
    if (escaped === null)
      return { at, found: 'a backslash with no escape after it', expected: 'an escape such as \\" or \\u00e9' };
    at += escaped[0].length - 1;
  }
  return { at: text.length, found: 'the end', expected: 'a double quote that ends the text' };
}

/** The place after a number, or one of the three words that JSON has. */
function readWord(text: string, start: number, expected: Expected): number | JsonFault {
  let end = start;
  while (end < text.length && /[-+.\w]/.test(text.charAt(end))) end += 1;
  const word = text.slice(start, end);
  // A pattern with repetitions would need memory for each digit of what is absurdly long.
  const isNumber = word.length > 1000 ? !/[^-+0-9.eE]/.test(word) : number.test(word);
  if (isNumber || literals.includes(word)) return end;
  return fault(text, start, expected);
}

function fault(text: string, at: number, expected: Expected): JsonFault {
  return { at, found: describe(text, at), expected: expectations[expected] };
}

/** What stands at a place: a character, or of words that programs write instead of JSON the word. */
function describe(text: string, at: number): string {
  const code = text.codePointAt(at);
  if (code === undefined) return 'the end';
  if (code === 0x0a || code === 0x0d) return 'a line break';
  if (code === 0x27) return 'a single quote';
  if (code === 0x09) return 'a tab';
  const [foreign] = /^(?:NaN|-?Infinity|undefined|None|True|False|nil)\b/.exec(text.slice(at, at + 10)) ?? [];
  if (foreign !== undefined) return foreign;
  const isPlain = code > 0x20 && code < 0x7f;
  return isPlain ? `"${text.charAt(at)}"` : `the character U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
