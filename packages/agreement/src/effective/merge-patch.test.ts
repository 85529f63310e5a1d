import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isJsonObject, type Json, mergePatch } from './merge-patch.ts';

// RFC 7396, appendix A.
const published: readonly (readonly [Json, Json, Json])[] = [
  [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
  [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
  [{ a: 'b' }, { a: null }, {}],
  [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
  [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
  [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
  [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
  [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
  [
    ['a', 'b'],
    ['c', 'd'],
    ['c', 'd'],
  ],
  [{ a: 'b' }, ['c'], ['c']],
  [{ a: 'foo' }, null, null],
  [{ a: 'foo' }, 'bar', 'bar'],
  [{ e: null }, { a: 1 }, { e: null, a: 1 }],
  [[1, 2], { a: 'b', c: null }, { a: 'b' }],
  [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
];

const anyJson: fc.Arbitrary<Json> = fc.jsonValue({ maxDepth: 4, noUnicodeString: false }) as fc.Arbitrary<Json>;

function withoutNulls(value: Json): Json {
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, entry]) => entry !== null)
      .map(([key, entry]) => [key, withoutNulls(entry)]),
  );
}

/** The patch that leads from one document to another, for documents without null. */
function patchBetween(from: Json, to: Json): Json {
  if (!isJsonObject(from) || !isJsonObject(to)) return to;
  const removed = Object.keys(from).filter((key) => !Object.hasOwn(to, key));
  return Object.fromEntries([
    ...removed.map((key): [string, Json] => [key, null]),
    ...Object.entries(to).map(([key, value]): [string, Json] => [
      key,
      patchBetween(Object.hasOwn(from, key) ? (from[key] ?? null) : null, value),
    ]),
  ]);
}

describe('mergePatch', () => {
  it.each(published)('%j patched with %j is %j', (target, patch, result) => {
    expect(mergePatch(target, patch)).toEqual(result);
  });

  it('changes neither the document nor the patch, and applies once', () => {
    fc.assert(
      fc.property(anyJson, anyJson, (target, patch) => {
        const before = JSON.stringify([target, patch]);
        const merged = mergePatch(target, patch);
        expect(JSON.stringify([target, patch])).toBe(before);
        expect(mergePatch(merged, patch)).toEqual(merged);
      }),
    );
  });

  it('leads from any document without null to any other', () => {
    fc.assert(
      fc.property(anyJson.map(withoutNulls), anyJson.map(withoutNulls), (from, to) => {
        fc.pre(isJsonObject(from) && isJsonObject(to));
        expect(mergePatch(from, patchBetween(from, to))).toEqual(to);
      }),
    );
  });

  it('does not take a key of every object for one of the document', () => {
    expect(mergePatch({}, { constructor: { a: 1 } })).toEqual({ constructor: { a: 1 } });
    expect(mergePatch({}, JSON.parse('{"__proto__":{"polluted":true}}'))).toEqual(
      JSON.parse('{"__proto__":{"polluted":true}}'),
    );
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
