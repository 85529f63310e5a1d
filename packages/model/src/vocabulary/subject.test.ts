import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatSubject, parseSubject, subjectKinds } from './subject.ts';

test('what is written is read again, slashes in the id too', () => {
  const id = fc
    .string({ minLength: 1, maxLength: 100, unit: 'grapheme' })
    .filter((text) => !text.includes('\0') && text.length <= 200);
  fc.assert(
    fc.property(fc.constantFrom(...subjectKinds), id, (kind, text) => {
      expect(parseSubject(formatSubject({ kind, id: text }))).toEqual({ kind, id: text });
    }),
  );
  expect(parseSubject('lead/a/b')).toEqual({ kind: 'lead', id: 'a/b' });
});

test.each([
  ['lead', 'bad-subject'],
  ['', 'bad-subject'],
  ['laed/42', 'unknown-subject-kind'],
  ['__proto__/42', 'unknown-subject-kind'],
  ['lead/', 'bad-subject-id'],
  [`lead/${'x'.repeat(201)}`, 'bad-subject-id'],
  ['lead/a\0', 'bad-subject-id'],
  ['lead/\ud83d', 'bad-subject-id'],
])('refuses %j as %s', (text, code) => {
  expect(() => parseSubject(text)).toThrow(expect.objectContaining({ code }));
});

test('offers the kind that was meant', () => {
  expect(() => parseSubject('laed/42')).toThrow('Did you mean "lead"?');
});
