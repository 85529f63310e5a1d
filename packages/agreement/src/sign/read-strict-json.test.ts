import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readStrictJson } from './read-strict-json.ts';

describe('readStrictJson', () => {
  it('reads what the parser reads, however it is laid out', () => {
    const object = fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue());
    fc.assert(
      fc.property(object, fc.constantFrom(undefined, 1, '\t'), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        fc.pre(!text.includes('__proto__'));
        expect(readStrictJson(text)).toEqual({ value: JSON.parse(text), fault: null });
      }),
      { numRuns: 500, endOnFailure: true },
    );
  });

  it('tells a text that was cut off, wherever', () => {
    const text = JSON.stringify({ a: ['x, "y" \\', { b: 1.5, c: [null, true] }], '{': '}' }, null, 1);
    for (let length = 0; length < text.length; length++) {
      expect(readStrictJson(text.slice(0, length)).fault, text.slice(0, length)).toEqual({ code: 'truncated' });
    }
    expect(readStrictJson(text).fault).toBeNull();
  });

  it.each([
    ['<html>', 'not-json'],
    ['[1]', 'not-json'],
    ['"a"', 'not-json'],
    ['{"a": 1,}', 'not-json'],
    ['{a: 1}', 'not-json'],
    ['{"a": 1} {"a": 2}', 'not-json'],
    ['{"a": "\n"}', 'not-json'],
    ['{"a\\q": 1}', 'not-json'],
    ['{"a": 1, "a": 1}', 'ambiguous'],
    ['{"a": 1, "\\u0061": 2}', 'ambiguous'],
    ['{"x": [{"a": 1}, {"a": 1, "b": {}, "a" : 2}]}', 'ambiguous'],
    ['{"__proto__": {}}', 'ambiguous'],
    ['{"\\u005f_proto__": {}}', 'ambiguous'],
    ['{"a": 9007199254740993}', 'ambiguous'],
    ['{"a": 1.0}', 'ambiguous'],
    ['{"a": 1e2}', 'ambiguous'],
    ['{"a": -0}', 'ambiguous'],
    ['{"a": 1e999}', 'ambiguous'],
    ['{"a": "\\ud800"}', 'ambiguous'],
    ['{"a": ["\\uDC00x"]}', 'ambiguous'],
    ['{"a\ud800": 1}', 'ambiguous'],
  ])('refuses %s', (text, code) => {
    expect(readStrictJson(text).fault?.code).toBe(code);
  });

  it('refuses what is too deep', () => {
    const nested = (levels: number) => `{"a": ${'['.repeat(levels)}${']'.repeat(levels)}}`;
    expect(readStrictJson(nested(90)).fault).toBeNull();
    expect(readStrictJson(nested(200)).fault?.code).toBe('ambiguous');
  });

  it('gives up soon on ten million brackets, quotes or backslashes', () => {
    for (const unit of ['[', '"', '\\', '{"a":', '1']) {
      const started = performance.now();
      expect(readStrictJson(`{"a":${unit.repeat(10_000_000 / unit.length)}`).fault).not.toBeNull();
      expect(performance.now() - started).toBeLessThan(5000);
    }
  });
});
