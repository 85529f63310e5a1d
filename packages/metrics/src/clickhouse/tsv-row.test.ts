import { describe, expect, it } from 'vitest';
import { tsvField, tsvRow } from './tsv-row.ts';

describe('rows of TabSeparated', () => {
  it.each([
    ['plain', 'plain'],
    ['', ''],
    ['a\tb\nc\rd', 'a\\tb\\nc\\rd'],
    ['\\N', '\\\\N'],
    ['ü😀', 'ü😀'],
    ['\0\b\f', '\\0\\b\\f'],
    [-1.5, '-1.5'],
    [null, '\\N'],
  ])('writes %j as %j', (value, expected) => {
    expect(tsvField(value)).toBe(expected);
  });

  it('joins fields with tabs and ends with a line end', () => {
    expect(tsvRow(['a', 1, null])).toBe('a\t1\t\\N\n');
    expect(tsvRow([])).toBe('\n');
  });
});
