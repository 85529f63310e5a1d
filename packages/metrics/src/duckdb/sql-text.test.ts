import { describe, expect, it } from 'vitest';
import { integers, literal } from './sql-text.ts';

describe('literal', () => {
  it('doubles quotes', () => {
    expect(literal("o'neil")).toBe("'o''neil'");
    expect(literal("'; --")).toBe("'''; --'");
  });
});

describe('integers', () => {
  it('lists them, and NULL for none, which is in no list', () => {
    expect(integers([1, 2])).toBe('1, 2');
    expect(integers([])).toBe('NULL');
  });
});
