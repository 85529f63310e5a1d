import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findJsonFault } from './find-json-fault.ts';

test.each([
  ['', 0, 'the end', 'a value'],
  ['{"a": 1,}', 8, '"}"', 'a name in double quotes'],
  ['{"a" 1}', 5, '"1"', 'a colon'],
  ["{'a': 1}", 1, 'a single quote', 'a name in double quotes or }'],
  ['{a: 1}', 1, '"a"', 'a name in double quotes or }'],
  ['[1 2]', 3, '"2"', 'a comma or ]'],
  ['[1,]', 3, '"]"', 'a value'],
  ['[1', 2, 'the end', 'a comma or ]'],
  ['{"a":1', 6, 'the end', 'a comma or }'],
  ['{"a":NaN}', 5, 'NaN', 'a value'],
  ['{"a":undefined}', 5, 'undefined', 'a value'],
  ['{"a":None}', 5, 'None', 'a value'],
  ['{"a":01}', 5, '"0"', 'a value'],
  ['{"a":+1}', 5, '"+"', 'a value'],
  ['{"a":"x', 7, 'the end', 'a double quote that ends the text'],
  ['{"a":"x\ny"}', 7, 'a line break', 'an escape such as \\n inside a text'],
  ['{"a":"x\ty"}', 7, 'a tab', 'an escape such as \\n inside a text'],
  ['{"a":"\\x"}', 6, 'a backslash with no escape after it', 'an escape such as \\" or \\u00e9'],
  ['{"a":"\\u12g4"}', 6, 'a backslash with no escape after it', 'an escape such as \\" or \\u00e9'],
  ['{} {}', 3, '"{"', 'nothing more'],
  ['{"a":1} // note', 8, '"/"', 'nothing more'],
  ['\u201cid\u201d', 0, 'the character U+201C', 'a value'],
])('in %j at %i: found %s, expected %s', (text, at, found, expected) => {
  expect(findJsonFault(text)).toEqual({ at, found, expected });
});

test.each(['{}', '[]', ' [1, -0.5e+3, "a\\u00e9\\"", true, false, null, {"a": {"b": []}}]\r\n', '"x"', '0'])(
  'finds nothing in %s',
  (text) => {
    expect(findJsonFault(text)).toBeNull();
  },
);

test('does not repeat what may be personal', () => {
  const fault = findJsonFault('{"email":"ann@acme.example" "phone":"+49 30 1"}');
  expect(fault).toEqual({ at: 28, found: '"""', expected: 'a comma or }' });
});

test('agrees with JSON.parse on every text that one change makes of JSON', () => {
  const changed = fc
    .tuple(
      fc.json({ maxDepth: 4 }),
      fc.nat(),
      fc.constantFrom('', '{', '}', '[', ']', '"', ',', ':', '\\', '0', '-', 'e', '\n', ' ', '.'),
    )
    .map(([text, at, put]) => text.slice(0, at % (text.length + 1)) + put + text.slice((at % (text.length + 1)) + 1));
  fc.assert(
    fc.property(changed, (text) => {
      let isJson = true;
      try {
        JSON.parse(text);
      } catch {
        isJson = false;
      }
      const fault = findJsonFault(text);
      expect(fault === null).toBe(isJson);
      if (fault !== null) expect(fault.at).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 5000 },
  );
});

test('ends on what is absurdly deep or long', () => {
  expect(findJsonFault('['.repeat(1_000_000))).toMatchObject({ at: 1_000_000, found: 'the end' });
  expect(findJsonFault(`["${'x'.repeat(5_000_000)}`)).toMatchObject({ found: 'the end' });
  expect(findJsonFault(`[${'1'.repeat(5_000_000)}x]`)).toMatchObject({ at: 1, found: '"1"' });
});
