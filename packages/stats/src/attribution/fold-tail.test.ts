import fc from 'fast-check';
import { expect, test } from 'vitest';
import { attribute } from './attribute.ts';
import { attributionModels } from './attribution-model.ts';
import type { AttributionPath } from './attribution-path.ts';
import { randomPaths } from './fixtures/random-paths.ts';
import { foldTail } from './fold-tail.ts';

const paths: readonly AttributionPath[] = [
  { steps: ['search', 'fair', 'mail'], converted: 2, notConverted: 8, valueMinor: 900, ages: [3, 2, 1] },
  { steps: ['podcast', 'search'], converted: 1, milestones: { capture: 1 } },
  { steps: ['mail'], converted: 4 },
];

test('keeps the most frequent channels, and says how much it folded', () => {
  // Touches: mail 14, search 11, fair 10, podcast 1.
  expect(foldTail(paths, { keep: 2 })).toEqual({
    paths: [
      { ...paths[0], steps: ['search', 'other', 'mail'] },
      { ...paths[1], steps: ['other', 'search'] },
      { ...paths[2] },
    ],
    kept: ['mail', 'search'],
    folded: { name: 'other', channels: 2, touches: 11, share: 11 / 36, conversions: 3 },
  });
});

test('leaves paths alone that have no more channels', () => {
  expect(foldTail(paths, { keep: 4 })).toEqual({ paths, kept: ['mail', 'search', 'fair', 'podcast'], folded: null });
  expect(foldTail([], { keep: 1 })).toEqual({ paths: [], kept: [], folded: null });
});

test('counts a channel that bears the name of the group to it, if there is a group', () => {
  const named: readonly AttributionPath[] = [...paths, { steps: ['other'], converted: 100 }];
  expect(foldTail(named, { keep: 3 })).toMatchObject({
    kept: ['mail', 'search', 'fair'],
    folded: { channels: 2, touches: 101, conversions: 101 },
  });
  expect(foldTail(named, { keep: 4 })).toMatchObject({
    kept: ['other', 'mail', 'search', 'fair', 'podcast'],
    folded: null,
  });
  expect(foldTail(named, { keep: 3, name: 'rest' })).toMatchObject({
    kept: ['other', 'mail', 'search'],
    folded: { name: 'rest', channels: 2, touches: 11 },
  });
});

test.each(attributionModels.filter((model) => model !== 'markov'))('adds up under %s', (model) => {
  fc.assert(
    fc.property(randomPaths, fc.integer({ min: 1, max: 6 }), (any, keep) => {
      const { paths: few, kept, folded } = foldTail(any, { keep });
      const before = attribute(any, { model });
      const after = attribute(few, { model });
      expect(after).toMatchObject({ conversions: before.conversions, valueMinor: before.valueMinor });
      expect(after.channels).toHaveLength(kept.length + (folded === null ? 0 : 1));
      for (const { channel, conversions, valueMinor } of after.channels) {
        const parts = before.channels.filter((it) =>
          channel === folded?.name ? !kept.includes(it.channel) : it.channel === channel,
        );
        const credit = parts.reduce((sum, it) => sum + it.conversions, 0);
        const value = parts.reduce((sum, it) => sum + it.valueMinor, 0);
        expect(Math.abs(conversions - credit)).toBeLessThanOrEqual(1e-12 * before.conversions);
        // Each part was rounded by less than one unit; sums near 2^53 are known to a few.
        expect(Math.abs(valueMinor - value)).toBeLessThanOrEqual(parts.length + 1 + before.valueMinor * 1e-15);
      }
    }),
    { endOnFailure: true, numRuns: 100 },
  );
});

test('makes 5,000 channels few enough for Markov', () => {
  const many = Array.from({ length: 20_000 }, (_, index) => ({
    // The square makes low numbers frequent and high ones rare.
    steps: [index, index * 7 + 1, index * 13 + 5].map(
      (it) => `channel ${Math.floor(((it % 5000) ** 2 / 5000) % 5000)}`,
    ),
    converted: index % 3,
    notConverted: 4,
    valueMinor: (index % 3) * 1999,
  }));
  const wide = [
    ...many,
    ...Array.from({ length: 5000 }, (_, index) => ({ steps: [`channel ${index}`], converted: 1 })),
  ];
  const { paths: few, folded } = foldTail(wide, { keep: 100 });
  expect(folded?.channels).toBe(4900);
  const { channels, valueMinor } = attribute(few, { model: 'markov' });
  expect(channels).toHaveLength(101);
  expect(channels.reduce((sum, it) => sum + it.valueMinor, 0)).toBe(valueMinor);
});

test.each([0, -1, 1.5, Number.NaN])('refuses to keep %d', (keep) => {
  expect(() => foldTail(paths, { keep })).toThrow(expect.objectContaining({ code: 'not-above-zero' }));
});
