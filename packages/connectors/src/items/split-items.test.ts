import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Item } from './item.ts';
import { type ItemForm, splitItems } from './split-items.ts';

const encoder = new TextEncoder();

function split(form: ItemForm, input: string | Uint8Array, chunk = 7, limit?: number): readonly Item[] {
  const items: Item[] = [];
  const bytes = typeof input === 'string' ? encoder.encode(input) : input;
  const splitter = splitItems(form, (item) => items.push(item), limit === undefined ? {} : { limit });
  // Written over after each push, as a reader does that uses one buffer.
  const buffer = new Uint8Array(chunk);
  for (let at = 0; at < bytes.length; at += chunk) {
    const part = bytes.subarray(at, at + chunk);
    buffer.set(part);
    splitter.push(buffer.subarray(0, part.length));
    buffer.fill(0x21);
  }
  splitter.end();
  return items;
}

/** Values, and of broken items the code and the place. */
function told(items: readonly Item[]): readonly unknown[] {
  return items.map(({ value, fault }) =>
    fault === null
      ? value
      : `${fault.code} ${fault.position === null ? '' : `${fault.position.line}:${fault.position.column}`}`,
  );
}

describe('lines', () => {
  it('are items, blank ones apart, after a byte order mark, ended by LF or CRLF or not at all', () => {
    const items = split('ndjson', '\ufeff{"a":1}\r\n\n \t\r\n{"a":"é"}\n[2]\n3');
    expect(items).toEqual([
      { index: 0, line: 1, value: { a: 1 }, fault: null },
      { index: 1, line: 4, value: { a: 'é' }, fault: null },
      { index: 2, line: 5, value: [2], fault: null },
      { index: 3, line: 6, value: 3, fault: null },
    ]);
  });

  it('that are broken say where, and the next one is read', () => {
    const [bad, good] = split('ndjson', '{"a":1,}\n{"a":2}\n');
    expect(bad).toEqual({
      index: 0,
      line: 1,
      value: undefined,
      fault: {
        code: 'not-json',
        position: { line: 1, column: 8 },
        found: '"}"',
        expected: 'a name in double quotes',
        message:
          'The item is no JSON: found "}" in line 1, column 8, expected a name in double quotes. Have a JSON library write it.',
      },
    });
    expect(good?.value).toEqual({ a: 2 });
  });

  it('that are no UTF-8 are refused, and nothing is replaced', () => {
    const bytes = Uint8Array.from([...encoder.encode('{"a":"ä'), 0xfc, ...encoder.encode('"}\n{"a":"\ufffd"}\n')]);
    const [bad, good] = split('ndjson', bytes);
    expect(bad?.fault).toMatchObject({ code: 'bad-utf8', found: 'the byte FC', position: { line: 1, column: 8 } });
    expect(good?.value).toEqual({ a: '\ufffd' });
  });

  it('beyond the limit are refused without being held', () => {
    const long = `{"a":"${'x'.repeat(100)}"}`;
    for (const chunk of [1, 7, 64, 1000])
      expect(told(split('ndjson', `1\n${long}\n2\n${long}`, chunk, 40))).toEqual([1, 'too-large ', 2, 'too-large ']);
  });

  it('keep what JSON can say: half pairs, NUL, large numbers', () => {
    expect(told(split('ndjson', '{"a":"\\ud800","b":"\\u0000","c":9007199254740993}'))).toEqual([
      { a: '\ud800', b: '\0', c: 9007199254740992 },
    ]);
  });
});

describe('an array', () => {
  it.each([
    ['[]', []],
    ['', []],
    [' \n', []],
    ['[1, {"a":"]},{"},"x",[null]\n,true ]\n', [1, { a: ']},{' }, 'x', [null], true]],
    ['[{"a":"\\\\"},{"a":"\\""}]', [{ a: '\\' }, { a: '"' }]],
    ['{"a":{"b":[1]}}', [{ a: { b: [1] } }]],
    ['{\n  "a": 1\n}\n{\n  "a": 2\n}', [{ a: 1 }, { a: 2 }]],
  ])('%s', (text, values) => {
    expect(told(split('json', text))).toEqual(values);
  });

  it('gives the line on which each item starts', () => {
    const items = split('json', '[\n  {\n    "a": 1\n  },\n  {"a": 2}, {"a": 3}\n]');
    expect(items.map(({ index, line }) => [index, line])).toEqual([
      [0, 2],
      [1, 5],
      [2, 5],
    ]);
  });

  it.each([
    ['a comma too many in an item', '[{"a":1,},{"a":2}]', ['not-json 1:9', { a: 2 }]],
    ['a bracket that does not fit', '[{"a":[1,2},{"a":2}]', ['not-json 1:11', { a: 2 }]],
    ['a brace that is missing', '[{"a":{"b":1},{"a":2},{"a":3}]', ['not-json 1:14', { a: 2 }, { a: 3 }]],
    ['a quote that is missing', '[{"a":"x},{"a":2},{"a":3}]', ['not-json 1:10', { a: 2 }, { a: 3 }]],
    ['a line break in a text', '[\n{"a":"x\n},\n{"a":2}\n]', ['not-json 2:8', { a: 2 }]],
    ['a comma that is missing', '[{"a":1}{"a":2}]', [{ a: 1 }, 'not-json 1:9']],
    ['a comma behind the last', '[{"a":1},]', [{ a: 1 }, 'not-json 1:10']],
    ['a comma before the first', '[,{"a":1}]', ['not-json 1:2', { a: 1 }]],
    ['words that are none', '[abc, }, {"a":1}]', ['not-json 1:2', 'not-json 1:7', { a: 1 }]],
    ['more after its end', '[{"a":1}] [2]', [{ a: 1 }, 'not-json 1:11']],
    ['no end', '[{"a":1}', [{ a: 1 }, 'not-json 1:9']],
    ['an end in an item', '[{"a":1},{"a":2', [{ a: 1 }, 'not-json 1:16']],
    ['commas and no brackets', '{"a":1},\n{"a":2},\n', [{ a: 1 }, 'not-json 1:8', { a: 2 }]],
  ])('recovers from %s', (_, text, expected) => {
    for (const chunk of [1, 5, 1000]) expect(told(split('json', text, chunk))).toEqual(expected);
  });

  it('refuses an item beyond the limit without holding it, and goes on', () => {
    const text = `[{"a":1},{"b":"${'x'.repeat(200)}"},{"a":2}]`;
    for (const chunk of [1, 7, 64, 1000])
      expect(told(split('json', text, chunk, 40))).toEqual([{ a: 1 }, 'too-large ', { a: 2 }]);
  });

  it('finds the next item where one that never ends has swallowed it', () => {
    const items = Array.from({ length: 20 }, (_, id) => `{"id":${id},"text":"${'x'.repeat(20)}"}`);
    items[5] = '{"id":5,"text":["x"';
    const values = split('json', `[${items.join(',')}]`, 64, 300);
    expect(values).toHaveLength(20);
    expect(values.filter(({ fault }) => fault !== null).map(({ index }) => index)).toEqual([5]);
  });

  it('gives up a file in which item upon item does not end, instead of reading it over and over', () => {
    const swallowing = encoder.encode('{"a":[,'.repeat(300_000));
    const items = split('json', swallowing, 1 << 16);
    expect(items.length).toBeGreaterThan(0);
    expect(items.every(({ fault }) => fault?.code === 'not-json')).toBe(true);
  });
});

it('knows an item behind the end of a list that was not it, wherever the chunks are cut', () => {
  const text = `[{"id":0,"a"{:[1]},\n{"id":0,"a":[1]}]\n{"id":0,"a":true},\n{"id":0,"a":{}}]`;
  const whole = split('json', encoder.encode(text), 100_000, 1_000_000);
  expect(whole.map(({ line, fault }) => [line, fault?.code ?? null])).toEqual([
    [1, 'not-json'],
    [2, null],
    [3, null],
    [4, null],
  ]);
  for (const chunk of [1, 2, 7, 40]) expect(split('json', encoder.encode(text), chunk, 1_000_000)).toEqual(whole);
});

it('does not depend on the chunks, whatever is broken', () => {
  const piece = fc.constantFrom(0x7b, 0x7d, 0x5b, 0x5d, 0x22, 0x2c, 0x3a, 0x0a, 0x5c, 0x78, 0xfc);
  const value = fc.record({ id: fc.nat(9), a: fc.jsonValue({ maxDepth: 3 }) });
  const broken = fc
    .tuple(
      fc.array(value, { minLength: 1, maxLength: 5 }),
      fc.constantFrom<ItemForm>('json', 'ndjson'),
      fc.array(fc.tuple(fc.nat(), piece, fc.boolean()), { maxLength: 3 }),
      fc.constantFrom(30, 60, 1_000_000),
    )
    .map(([values, form, changes, limit]) => {
      const text = values.map((it) => JSON.stringify(it));
      const bytes = [...encoder.encode(form === 'json' ? `[${text.join(',\n')}]` : text.join('\n'))];
      for (const [at, byte, isAdded] of changes) bytes.splice(at % bytes.length, isAdded ? 0 : 1, byte);
      return { form, bytes: Uint8Array.from(bytes), limit };
    });
  fc.assert(
    fc.property(broken, fc.integer({ min: 1, max: 40 }), ({ form, bytes, limit }, chunk) => {
      expect(split(form, bytes, chunk, limit)).toEqual(split(form, bytes, 100_000, limit));
    }),
    // Shrinking takes minutes.
    { numRuns: 2000, endOnFailure: true },
  );
});

it('refuses what is too deep or holds too much before it is made into values', () => {
  const deep = `${'['.repeat(300_000)}${']'.repeat(300_000)}`;
  const wide = `[${'1,'.repeat(300_000)}1]`;
  const quoted = JSON.stringify({ a: `${'[,'.repeat(200_000)}\\"` });
  expect(told(split('ndjson', `${deep}\n${wide}\n${quoted}\n1`, 1 << 16))).toEqual([
    'too-deep ',
    'too-many ',
    JSON.parse(quoted),
    1,
  ]);
});
