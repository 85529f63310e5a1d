import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryText } from '../../test/arbitrary-text.ts';
import { nameFaults, normalizeName } from './normalize-name.ts';

const normal = (text: string): string => {
  const result = normalizeName(text);
  return result.success ? result.name : result.code;
};

describe('normalizeName', () => {
  it.each([
    ['Ann', 'Ann'],
    ['  Ann\u00a0\t Keller \r\n', 'Ann Keller'],
    ['山田\u3000太郎', '山田 太郎'],
    ['Ange\u0301lique', 'Angélique'],
    ['van der BERG', 'van der BERG'],
    ["O'Hara-McDonald", "O'Hara-McDonald"],
    ['İsmail', 'İsmail'],
    ['Nguyễn Thị Minh Khai', 'Nguyễn Thị Minh Khai'],
    ['Nguye\u0302\u0303n', 'Nguyễn'],
    ['김민준', '김민준'],
    ['\u1100\u1161', '가'],
    ['Иван Петрович', 'Иван Петрович'],
    ['أحمد بن محمد', 'أحمد بن محمد'],
    // A joiner that cannot be left out in Persian.
    ['علی\u200cرضا', 'علی\u200cرضا'],
    ['ප්\u200dරියා', 'ප්\u200dරියා'],
    ['अनन्या शर्मा', 'अनन्या शर्मा'],
    ['ᏣᎳᎩ', 'ᏣᎳᎩ'],
    ['𠮷野家', '𠮷野家'],
    ['Ann\u0000\u0007\u001b[31m', 'Ann[31m'],
    ['\ufeffAnn\u200b', 'Ann'],
    // What follows would be shown backwards.
    ['Ann \u202egpj.exe', 'Ann gpj.exe'],
    ['Ann \u200b Keller', 'Ann Keller'],
    ['', 'empty'],
    [' \u200b\u0000 ', 'empty'],
    ['\u3164', 'empty'],
    ['\u2800 \u2800', 'empty'],
    ['\uffa0\u200d', 'empty'],
    ['김\u3164민준', '김\u3164민준'],
    ['Ann\ud83d', 'lone-surrogate'],
  ])('brings %j into the form %j', (text, expected) => expect(normal(text)).toBe(expected));

  it('answers to any text, and to its own answer with the same', () => {
    fc.assert(
      fc.property(arbitraryText(), (text) => {
        const result = normalizeName(text);
        if (!result.success) {
          expect(Object.keys(nameFaults)).toContain(result.code);
          return;
        }
        expect(normalizeName(result.name)).toEqual(result);
        expect(result.name).toBe(result.name.normalize('NFC'));
      }),
      { numRuns: 3000 },
    );
  });

  it('answers to texts of 10 MB at once', () => {
    const start = performance.now();
    for (const unit of ['a', ' ', '\u200b', 'a\u0301', '\ud83d']) normalizeName(unit.repeat(10_000_000 / unit.length));
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});
