import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { StatsError } from '../stats-error.ts';
import { type Attribution, attribute } from './attribute.ts';
import { attributionModels } from './attribution-model.ts';
import type { AttributionPath } from './attribution-path.ts';
import { fromR, pathsOfR } from './fixtures/models.ts';
import { randomPaths } from './fixtures/random-paths.ts';

const conversionsOf = (result: Attribution) =>
  Object.fromEntries(result.channels.map(({ channel, conversions }) => [channel, conversions]));
const valuesOf = (result: Attribution) =>
  Object.fromEntries(result.channels.map(({ channel, valueMinor }) => [channel, valueMinor]));
const sum = (values: readonly number[]) => values.reduce((before, value) => before + value, 0);

test.each(fromR.models)(
  'agrees with R: $model, half-life $halfLifeDays',
  ({ model, halfLifeDays, conversions, values }) => {
    const result = attribute(pathsOfR, { model, halfLifeDays });
    expect(result.channels.map(({ channel }) => channel)).toEqual(Object.keys(conversions));
    for (const credit of result.channels) {
      expect(credit.conversions).toBeCloseTo(conversions[credit.channel] ?? Number.NaN, 9);
      expect(Math.abs(credit.valueMinor - (values[credit.channel] ?? Number.NaN))).toBeLessThan(1);
    }
    expect(sum(Object.values(valuesOf(result)))).toBe(sum(pathsOfR.map(({ valueMinor = 0 }) => valueMinor)));
  },
);

describe('one path of four touches, 100 conversions of 10.00 each', () => {
  const path: AttributionPath = {
    steps: ['ad', 'fair', 'mail', 'demo'],
    converted: 100,
    valueMinor: 100_000,
    ages: [21, 14, 7, 0],
    milestones: { capture: 1, opportunity: 2 },
  };

  test.each([
    ['first', { ad: 100, fair: 0, mail: 0, demo: 0 }],
    ['last', { ad: 0, fair: 0, mail: 0, demo: 100 }],
    ['linear', { ad: 25, fair: 25, mail: 25, demo: 25 }],
    ['u', { ad: 40, fair: 10, mail: 10, demo: 40 }],
    ['w', { ad: 30, fair: 30, mail: 30, demo: 10 }],
    // Nothing is unmarked, so that the 10 % go to the four in equal parts.
    ['full_path', { ad: 25, fair: 25, mail: 25, demo: 25 }],
    // 1/8, 1/4, 1/2 and 1 of 15/8.
    ['time_decay', { ad: 100 / 15, fair: 200 / 15, mail: 400 / 15, demo: 800 / 15 }],
    // Whoever misses any of the four does not convert: effects of 1 each.
    ['markov', { ad: 25, fair: 25, mail: 25, demo: 25 }],
  ] as const)('%s', (model, expected) => {
    const conversions = conversionsOf(attribute([path], { model }));
    for (const [channel, credit] of Object.entries(expected)) expect(conversions[channel]).toBeCloseTo(credit, 10);
  });

  test('with other marks', () => {
    const marked = (milestones: AttributionPath['milestones'] = {}) => [{ ...path, milestones }];
    const w = (milestones?: AttributionPath['milestones']) => {
      const result = attribute(marked(milestones), { model: 'w' });
      return [result.lackingMilestone, ...path.steps.map((step) => conversionsOf(result)[step])];
    };
    // First touch and capture are one: 60, 30, and 5 each for the two others.
    expect(w({ capture: 0, opportunity: 2 })).toEqual([0, 60, 5, 30, 5]);
    // Without opportunity 30, 30 and twice 5 of 70; without both 30 and three times 10/3 of 40.
    expect(w({ capture: 3 })).toEqual([100, 300 / 7, 50 / 7, 50 / 7, 300 / 7].map((it) => expect.closeTo(it, 10)));
    expect(w()).toEqual([100, 75, 25 / 3, 25 / 3, 25 / 3].map((it) => expect.closeTo(it, 10)));
    // 45 for the last touch, which the opportunity came from, 22.5 twice, 10 for the mail.
    const full = attribute(marked({ capture: 1, opportunity: 3 }), { model: 'full_path' });
    expect(conversionsOf(full)).toEqual({ ad: 22.5, fair: 22.5, mail: 10, demo: 45 });
  });
});

test('U gives one touch all, and two a half each', () => {
  const u = (steps: readonly string[]) => conversionsOf(attribute([{ steps, converted: 1 }], { model: 'u' }));
  expect(u(['ad'])).toEqual({ ad: 1 });
  expect(u(['ad', 'mail'])).toEqual({ ad: 0.5, mail: 0.5 });
  expect(u(['ad', 'ad', 'ad'])).toEqual({ ad: expect.closeTo(1, 12) });
});

test('counts each touch of a channel in a row', () => {
  const linear = attribute([{ steps: ['ad', 'ad', 'mail'], converted: 3, valueMinor: 100 }], { model: 'linear' });
  expect(conversionsOf(linear)).toEqual({ ad: 2, mail: 1 });
  expect(valuesOf(linear)).toEqual({ ad: 67, mail: 33 });
});

test('time decay looks at differences of age, and so at paths of years ago too', () => {
  const decay = (ages: readonly number[], halfLifeDays?: number) =>
    conversionsOf(
      attribute([{ steps: ['ad', 'mail'], converted: 3, ages }], {
        model: 'time_decay',
        ...(halfLifeDays !== undefined && { halfLifeDays }),
      }),
    );
  expect(decay([7, 0])).toEqual({ ad: 1, mail: 2 });
  expect(decay([100_007, 100_000])).toEqual({ ad: 1, mail: 2 });
  expect(decay([14, 0], 14)).toEqual({ ad: 1, mail: 2 });
});

test('leaves out conversions that nothing touched, and counts them', () => {
  const paths = [
    { steps: [], converted: 4, valueMinor: 70 },
    { steps: ['ad'], converted: 1, valueMinor: 30 },
  ];
  for (const model of attributionModels) {
    expect(attribute(paths, { model })).toEqual({
      model,
      channels: [{ channel: 'ad', conversions: 1, valueMinor: 30, share: 1 }],
      conversions: 1,
      valueMinor: 30,
      untouched: { conversions: 4, valueMinor: 70 },
      lackingMilestone: model === 'w' || model === 'full_path' ? 1 : 0,
    });
  }
});

test('answers no paths with no channels, and no conversions with no share', () => {
  for (const model of attributionModels) {
    expect(attribute([], { model })).toMatchObject({ channels: [], conversions: 0, valueMinor: 0 });
    const lost = attribute([{ steps: ['b', 'a'], converted: 0, notConverted: 9 }], { model });
    expect(lost.channels).toEqual(
      ['a', 'b'].map((channel) => ({ channel, conversions: 0, valueMinor: 0, share: null })),
    );
  }
});

describe('for any paths', () => {
  const settings = { endOnFailure: true, numRuns: 200 };

  test.each(attributionModels)('%s adds up, to the unit of money', (model) => {
    fc.assert(
      fc.property(randomPaths, (paths) => {
        const { channels, conversions, valueMinor, untouched } = attribute(paths, { model });
        expect(conversions + untouched.conversions).toBe(sum(paths.map((path) => path.converted)));
        expect(valueMinor + untouched.valueMinor).toBe(sum(paths.map((path) => path.valueMinor ?? 0)));
        const credited = sum(channels.map((channel) => channel.conversions));
        expect(Math.abs(credited - conversions)).toBeLessThanOrEqual(1e-12 * conversions);
        expect(sum(channels.map((channel) => channel.valueMinor))).toBe(valueMinor);
        for (const channel of channels) {
          expect(channel.conversions).toBeGreaterThanOrEqual(0);
          expect(Number.isSafeInteger(channel.valueMinor) && channel.valueMinor >= 0).toBe(true);
        }
      }),
      settings,
    );
  });

  test.each(attributionModels)('%s is the same to the bit in any order and split in any way', (model) => {
    const cuts = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat()), {
      minLength: 12,
      maxLength: 12,
    });
    fc.assert(
      fc.property(randomPaths, cuts, (paths, cut) => {
        const parts = paths.flatMap((path, index) => {
          const [at = 0, order = 0] = cut[index] ?? [];
          return split(path, at).map((part, side) => ({ part, order: side === 0 ? order : -order }));
        });
        const shuffled = parts.sort((a, b) => a.order - b.order).map(({ part }) => part);
        expect(attribute(shuffled, { model })).toEqual(attribute(paths, { model }));
      }),
      settings,
    );
  });

  test.each(attributionModels.filter((model) => model !== 'markov'))(
    '%s gives nothing for paths that lost',
    (model) => {
      fc.assert(
        fc.property(randomPaths, (paths) => {
          const won = new Set(paths.filter(({ converted }) => converted > 0).flatMap(({ steps }) => steps));
          for (const { channel, conversions, valueMinor } of attribute(paths, { model }).channels) {
            if (!won.has(channel)) expect([conversions, valueMinor]).toEqual([0, 0]);
          }
        }),
        settings,
      );
    },
  );

  /** Two paths that come to the given one. */
  function split(path: AttributionPath, at: number): readonly AttributionPath[] {
    const { converted, notConverted = 0, valueMinor = 0 } = path;
    const [some, someNot] = [Math.floor(converted * at), Math.floor(notConverted * at)];
    const value = some === 0 ? 0 : some === converted ? valueMinor : Math.floor(valueMinor * at);
    return [
      { ...path, converted: some, notConverted: someNot, valueMinor: value },
      { ...path, converted: converted - some, notConverted: notConverted - someNot, valueMinor: valueMinor - value },
    ];
  }
});

test.each([
  [{ steps: ['a', ''], converted: 1 }, {}, 'empty-step'],
  [{ steps: ['a'], converted: -1 }, {}, 'not-a-count'],
  [{ steps: ['a'], converted: 0.5 }, {}, 'not-a-count'],
  [{ steps: ['a'], converted: 1, notConverted: -1 }, {}, 'not-a-count'],
  [{ steps: ['a'], converted: 1, valueMinor: 9.99 }, {}, 'not-a-count'],
  [{ steps: ['a', 'b'], converted: 2 ** 52 }, {}, 'not-a-count'],
  [{ steps: ['a'], converted: 0, valueMinor: 1 }, {}, 'value-without-conversion'],
  [{ steps: ['a', 'b'], converted: 1, ages: [1] }, {}, 'not-ages'],
  [{ steps: ['a', 'b'], converted: 1, ages: [1, 2] }, {}, 'not-ages'],
  [{ steps: ['a', 'b'], converted: 1, ages: [1, -1] }, {}, 'not-ages'],
  [{ steps: ['a', 'b'], converted: 1, ages: [Number.NaN, 1] }, {}, 'not-ages'],
  [{ steps: ['a', 'b'], converted: 1 }, { model: 'time_decay' }, 'no-ages'],
  [{ steps: ['a'], converted: 1, ages: [1] }, { model: 'time_decay', halfLifeDays: 0 }, 'not-above-zero'],
  [{ steps: ['a'], converted: 1 }, { model: 'markov', order: 1.5 }, 'not-above-zero'],
  [{ steps: ['a'], converted: 1, milestones: { capture: 1 } }, {}, 'milestone-outside-path'],
  [{ steps: ['a'], converted: 1, milestones: { opportunity: 0.5 } }, {}, 'milestone-outside-path'],
] as const)('refuses %o with %o as %s', (path, options, code) => {
  const attempt = () => attribute([path], { model: 'linear', ...options });
  expect(attempt).toThrow(StatsError);
  expect(attempt).toThrow(expect.objectContaining({ code }));
});

test('says where a bad path is, and which model was meant', () => {
  const good = { steps: ['a'], converted: 1 };
  expect(() => attribute([good, { steps: ['b', ''], converted: 1 }], { model: 'u' })).toThrow(
    'Step 1 of path 1 has no channel.',
  );
  // A name that came as text, from a plan or an agreement.
  const options = JSON.parse('{ "model": "lineer" }');
  expect(() => attribute([good], options)).toThrow('There is no attribution model "lineer". Did you mean "linear"?');
});
