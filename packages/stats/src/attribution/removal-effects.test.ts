import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AttributionPath } from './attribution-path.ts';
import { fromR, pathsOfR } from './fixtures/models.ts';
import { randomPaths } from './fixtures/random-paths.ts';
import { removalEffects } from './removal-effects.ts';

const byChannel = (paths: readonly AttributionPath[], order = 1) =>
  Object.fromEntries(removalEffects(paths, { order }).map(({ channel, effect }) => [channel, effect]));

test.each(fromR.removal)('agrees with a full solve for each channel in R, order $order', ({ order, effects }) => {
  const ours = byChannel(pathsOfR, order);
  expect(Object.keys(ours)).toEqual(Object.keys(effects));
  for (const [channel, effect] of Object.entries(effects)) expect(ours[channel]).toBeCloseTo(effect, 11);
});

test('gives the effects that one works out by hand', () => {
  // Of 4 at START 1 goes to search and on to mail, 3 to mail; of 4 at mail 2 convert: 1/2 in all. Without search 3/4 of
  // that, without mail nothing.
  const paths = [
    { steps: ['search', 'mail'], converted: 1 },
    { steps: ['mail'], converted: 1, notConverted: 2 },
  ];
  expect(byChannel(paths)).toEqual({ mail: 1, search: 0.25 });
});

test('forgets how a path began at order 1, and not at order 2', () => {
  const paths = [
    { steps: ['fair', 'mail'], converted: 0, notConverted: 1 },
    { steps: ['mail'], converted: 1 },
  ];
  // Half of those who come to mail convert, wherever they come from: half of all come by the fair.
  expect(byChannel(paths, 1)).toEqual({ fair: 0.5, mail: 1 });
  expect(byChannel(paths, 2)).toEqual({ fair: 0, mail: 1 });
});

test('gives 0 to a channel that no conversion comes after', () => {
  const paths = [
    { steps: ['mail', 'spam', 'spam'], converted: 0, notConverted: 5 },
    { steps: ['mail'], converted: 1 },
    { steps: ['never'], converted: 0, notConverted: 0 },
  ];
  expect(byChannel(paths)).toEqual({ mail: 1, never: 0, spam: 0 });
});

test('does not care for touches of one channel in a row, at order 1', () => {
  const once = [
    { steps: ['a', 'b'], converted: 1, notConverted: 3 },
    { steps: ['b'], converted: 2 },
  ];
  const often = [
    { steps: ['a', 'a', 'a', 'b', 'b'], converted: 1, notConverted: 3 },
    { steps: ['b'], converted: 2 },
  ];
  expect(byChannel(often)).toEqual(byChannel(once));
});

test('keeps small effects precise', () => {
  // One of a billion comes by the fair, and converts with 1/2, as all do who come to mail.
  const paths = [
    { steps: ['fair', 'mail'], converted: 1 },
    { steps: ['mail'], converted: 499_999_999, notConverted: 500_000_000 },
  ];
  expect(byChannel(paths).fair).toBeCloseTo(1e-9, 24);
});

test.each([1, 2, 3])('agrees with walking the chain without the channel, order %d', (order) => {
  fc.assert(
    fc.property(randomPaths, (paths) => {
      const walked = walk(paths, order);
      for (const { channel, effect } of removalEffects(paths, { order })) {
        expect(effect).toBeGreaterThanOrEqual(0);
        expect(effect).toBeLessThanOrEqual(1);
        const all = walked(null);
        expect(effect).toBeCloseTo(all === 0 ? 0 : 1 - walked(channel) / all, 6);
      }
    }),
    { endOnFailure: true, numRuns: 60 },
  );
});

test('solves 200 channels that all lead to one another', { timeout: 60_000 }, () => {
  const effects = removalEffects(dense(200));
  expect(effects).toHaveLength(200);
  expect(effects.every(({ effect }) => effect > 0 && effect < 1)).toBe(true);
});

test.each([1, 2, 3])('is the same to the bit in any order of the paths, order %d', (order) => {
  const effects = removalEffects(pathsOfR, { order });
  for (const cut of [0, 40, 90]) {
    const reordered = [...pathsOfR.slice(cut), ...pathsOfR.slice(0, cut)].reverse();
    expect(removalEffects(reordered, { order })).toEqual(effects);
  }
});

test('refuses more states than it can solve, and says what to do', () => {
  const paths = Array.from({ length: 2001 }, (_, index) => ({ steps: [`channel ${index}`], converted: 1 }));
  expect(() => removalEffects(paths)).toThrow(expect.objectContaining({ code: 'too-many-states' }));
  expect(() => removalEffects(paths)).toThrow('Fold the rarest channels with foldTail first.');
  expect(() => removalEffects(dense(60), { order: 2 })).toThrow('or choose a lower order');
  expect(() => removalEffects([], { order: 0 })).toThrow(expect.objectContaining({ code: 'not-above-zero' }));
  expect(() => removalEffects([{ steps: [''], converted: 1 }])).toThrow(
    expect.objectContaining({ code: 'empty-step' }),
  );
});

test('answers no paths with no channels', () => {
  expect(removalEffects([])).toEqual([]);
});

/** A path for each pair of channels. */
function dense(channels: number): readonly AttributionPath[] {
  return Array.from({ length: channels ** 2 }, (_, index) => ({
    steps: [`c${index % channels}`, `c${Math.floor(index / channels)}`],
    converted: index % 7,
    notConverted: 5 + (index % 11),
  }));
}

/** Probability of conversion without a channel by passing on what is under way until hardly anything is. */
function walk(paths: readonly AttributionPath[], order: number): (removed: string | null) => number {
  const flows = new Map<string, Map<string, number>>();
  const add = (from: string, to: string, count: number) => {
    const row = flows.get(from) ?? new Map<string, number>();
    flows.set(from, row.set(to, (row.get(to) ?? 0) + count));
  };
  for (const { steps, converted, notConverted = 0 } of paths) {
    if (steps.length === 0 || converted + notConverted === 0) continue;
    let from = '[]';
    for (const index of steps.keys()) {
      const to = JSON.stringify(steps.slice(Math.max(0, index - order + 1), index + 1));
      add(from, to, converted + notConverted);
      from = to;
    }
    add(from, 'converted', converted);
    add(from, 'lost', notConverted);
  }
  return (removed) => {
    let underWay = new Map([['[]', 1]]);
    let converted = 0;
    for (let round = 0; round < 20_000 && underWay.size > 0; round++) {
      const next = new Map<string, number>();
      for (const [from, share] of underWay) {
        const row = flows.get(from) ?? new Map<string, number>();
        const out = [...row.values()].reduce((sum, count) => sum + count, 0);
        for (const [to, count] of row) {
          const passed = share * (count / out);
          if (to === 'converted') converted += passed;
          const isGone = to === 'converted' || to === 'lost' || passed < 1e-14;
          if (!isGone && JSON.parse(to).at(-1) !== removed) next.set(to, (next.get(to) ?? 0) + passed);
        }
      }
      underWay = next;
    }
    return converted;
  };
}
