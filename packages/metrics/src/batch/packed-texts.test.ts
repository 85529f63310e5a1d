import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packTexts, unpackTexts } from './pack-events.ts';
import { packedTexts } from './packed-texts.ts';

describe('packedTexts', () => {
  it('compares and picks as the texts themselves would', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'ä', '😀'), maxLength: 3 });
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 20 }), fc.infiniteStream(fc.nat(19)), (texts, random) => {
        const packed = packedTexts(packTexts(texts), texts.length);
        const [a, b] = [...random.take(2)].map((place) => place % texts.length) as [number, number];
        expect(packed.areSame(a, b)).toBe(texts[a] === texts[b]);
        const places = [...texts.keys()].filter((place) => place % 3 !== a % 3);
        const picked = places.map((place) => texts[place]);
        expect(unpackTexts(packed.pick(places), places.length)).toEqual(picked);
      }),
    );
  });

  it('picks nothing as nothing', () => {
    expect(packedTexts(packTexts(['a']), 1).pick([])).toHaveLength(0);
  });
});
