import { describe, expect, it } from 'vitest';
import { Dictionary, missing } from './dictionary.ts';

describe('Dictionary', () => {
  it('gives each text one code, and the missing value the first', () => {
    const dictionary = new Dictionary();
    expect(dictionary.code(null)).toBe(missing);
    expect([dictionary.code('a'), dictionary.code('b'), dictionary.code('a')]).toEqual([1, 2, 1]);
    expect(dictionary.size).toBe(3);
    expect([0, 1, 2].map((code) => dictionary.text(code))).toEqual([null, 'a', 'b']);
  });

  it('tells empty text, the text "null" and what objects inherit from the missing value', () => {
    const dictionary = new Dictionary();
    const texts = ['', 'null', '__proto__', 'constructor'];
    const codes = texts.map((text) => dictionary.code(text));
    expect(new Set([missing, ...codes]).size).toBe(5);
    expect(codes.map((code) => dictionary.text(code))).toEqual(texts);
  });

  it('finds codes without making new ones', () => {
    const dictionary = new Dictionary();
    expect(dictionary.find('a')).toBeUndefined();
    expect(dictionary.find(null)).toBe(missing);
    expect(dictionary.size).toBe(1);
  });
});
