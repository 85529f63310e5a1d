import { describe, expect, it } from 'vitest';
import { bar } from './bar.ts';
import { plainText } from './plain-text.ts';
import { styleOf } from './style.ts';
import { cutText, textWidth, wrapText } from './text-width.ts';

describe('textWidth', () => {
  it.each([
    ['abc', 3],
    ['日本', 4],
    ['e\u0301', 1],
    ['\u001b[1mab\u001b[22m', 2],
    ['👩‍💻', 2],
  ])('of %j is %i', (text, width) => {
    expect(textWidth(text)).toBe(width);
  });
});

describe('cutText', () => {
  it('leaves what fits and ends what does not', () => {
    expect(cutText('paid', 4)).toBe('paid');
    expect(cutText('paid_search', 6)).toBe('paid_…');
    expect(cutText('日本語', 4)).toBe('日…');
  });
});

describe('wrapText', () => {
  it('breaks at spaces and keeps long words whole', () => {
    expect(wrapText('one two abcdefghij k', 7)).toEqual(['one two', 'abcdefghij', 'k']);
  });
});

describe('bar', () => {
  it.each([
    [0, 10, ''],
    [10, 10, '████'],
    [5, 10, '██'],
    [0.001, 10, '▏'],
    [1, 0, ''],
  ])('of %d in %d', (value, most, expected) => {
    expect(bar(value, most, 4)).toBe(expected);
  });
});

describe('plainText', () => {
  it('shows what could steer a terminal', () => {
    expect(plainText('a\u001b[31mb\u202ec\nd')).toBe('a\\u001b[31mb\\u202ec\\u000ad');
  });
});

describe('styleOf', () => {
  const terminal = { write: () => {}, isTerminal: true, columns: 80 };
  const pipe = { ...terminal, isTerminal: false };
  it('colours a terminal, and nothing else unless it is forced', () => {
    expect(styleOf(terminal, {}).bold('a')).toBe('\u001b[1ma\u001b[22m');
    expect(styleOf(pipe, {}).bold('a')).toBe('a');
    expect(styleOf(pipe, { FORCE_COLOR: '1' }).bold('a')).not.toBe('a');
  });
  it('obeys NO_COLOR', () => {
    expect(styleOf(terminal, { NO_COLOR: '1' }).bold('a')).toBe('a');
    expect(styleOf(terminal, { NO_COLOR: '' }).bold('a')).not.toBe('a');
  });
});
