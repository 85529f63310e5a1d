import { expect, it } from 'vitest';
import { TextList } from './text-list.ts';

it('gives back each text at its place, within a chunk, at its borders, and while it fills', () => {
  const texts = Array.from({ length: 2500 }, (_, place) => (place % 3 === 0 ? '' : `ä😀 ${place}`));
  const list = new TextList();
  for (const [place, text] of texts.entries()) {
    list.push(text);
    expect(list.text(place)).toBe(text);
  }
  expect(list.length).toBe(2500);
  expect(texts.map((_, place) => list.text(place))).toEqual(texts);
});
