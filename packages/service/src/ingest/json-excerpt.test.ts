import { describe, expect, it } from 'vitest';
import { jsonExcerpt } from './json-excerpt.ts';

describe('jsonExcerpt', () => {
  it('writes what is small as JSON does', () => {
    for (const value of [null, true, 0, 'a"b', [], {}, { a: [1, { b: null }], 'c"': 'ü' }]) {
      expect(jsonExcerpt(value)).toBe(JSON.stringify(value));
    }
  });

  it('cuts what is large at 10,000 characters, in time that its size does not matter for', () => {
    const long = 'x'.repeat(10_000_000);
    expect(jsonExcerpt(long)).toHaveLength(10_000);
    expect(jsonExcerpt({ [long]: 1 })).toHaveLength(10_000);
    expect(jsonExcerpt(Array.from({ length: 1_000_000 }, () => 1))).toHaveLength(10_000);
    expect(jsonExcerpt({ a: '1', b: long })).toMatch(/^\{"a":"1","b":"x+$/);
  });

  it('ends at 100 levels, whatever lies below', () => {
    let deep: unknown = 'bottom';
    for (let level = 0; level < 100_000; level++) deep = [deep];
    expect(jsonExcerpt(deep)).toBe(`${'['.repeat(100)}…${']'.repeat(100)}`);
    const cycle: { self?: unknown } = {};
    cycle.self = cycle;
    expect(jsonExcerpt(cycle)).toMatch(/^(\{"self":){100}…\}{100}$/);
  });

  it('never throws', () => {
    const trap = {
      get a(): never {
        throw new Error('no');
      },
    };
    expect(jsonExcerpt(trap)).toContain('…');
    expect(jsonExcerpt(undefined)).toBe('null');
    expect(jsonExcerpt(10n)).toBe('10');
    expect(jsonExcerpt({ a: undefined })).toBe('{"a":null}');
  });
});
