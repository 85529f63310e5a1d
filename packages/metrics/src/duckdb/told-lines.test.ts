import { describe, expect, it } from 'vitest';
import { toldLines } from './told-lines.ts';

const joined = (...fields: readonly string[]) => fields.join('\0');

describe('lines of three fields', () => {
  it('give their letter, their numbers and their fields', () => {
    const lines = toldLines();
    const event = 'e120 -7 0 1719792000000 9007199254740991';
    lines.add(joined(event, 'id ä😀', '{"a":1}', 't15', 'lead/ann', ''));
    expect(lines.count()).toBe(2);
    expect([0, 1].map(lines.letterOf)).toEqual(['e', 't']);
    expect([0, 1].map(lines.firstOf)).toEqual([120, 15]);
    const into = new Float64Array(5);
    lines.numbersOf(0, into);
    expect([...into]).toEqual([120, -7, 0, 1719792000000, 9007199254740991]);
    lines.numbersOf(1, into);
    expect(into[0]).toBe(15);
    expect([lines.field(0, 2), lines.field(0, 3)]).toEqual(['id ä😀', '{"a":1}']);
    expect([lines.field(1, 2), lines.field(1, 3)]).toEqual(['lead/ann', '']);
  });

  it('go on in the next text, and none come of an empty one', () => {
    const lines = toldLines();
    const counts = [joined('l1 2 3', '', ''), '', joined('l4 5 6', '', '', 't4', 'lead/bob', '')].map((text) => {
      lines.add(text);
      return lines.count();
    });
    expect(counts).toEqual([1, 1, 3]);
    expect([0, 1, 2].map(lines.firstOf)).toEqual([1, 4, 4]);
    expect([0, 1].map((line) => lines.field(line, 3))).toEqual(['', '']);
    expect(lines.field(2, 2)).toBe('lead/bob');
  });
});
