import { expect, test } from 'vitest';
import { attribute } from './attribute.ts';
import { attributionModels } from './attribution-model.ts';
import { compareModels } from './compare-models.ts';
import { pathsOfR } from './fixtures/models.ts';

test('has one row for each channel, with what each model says', () => {
  const comparison = compareModels(pathsOfR, { order: 2, halfLifeDays: 30 });
  expect(comparison).toMatchObject({ models: attributionModels, leftOut: [] });
  for (const [index, model] of attributionModels.entries()) {
    const single = attribute(pathsOfR, { model, order: 2, halfLifeDays: 30 });
    expect(comparison.channels.map(({ channel, credits }) => ({ channel, ...credits[index] }))).toEqual(
      single.channels.map((credit) => ({ ...credit, model })),
    );
    expect(comparison.lackingMilestone[model]).toBe(single.lackingMilestone);
  }
});

test('says how far the models are apart', () => {
  const { channels } = compareModels([{ steps: ['search', 'mail'], converted: 4, valueMinor: 101 }]);
  expect(channels.map(({ channel, shares }) => ({ channel, shares }))).toEqual([
    { channel: 'mail', shares: { least: 0, most: 1 } },
    { channel: 'search', shares: { least: 0, most: 1 } },
  ]);
});

test('leaves out what the paths have no data for, and says so', () => {
  const bare = [{ steps: ['search', 'mail'], converted: 1 }];
  expect(compareModels(bare)).toMatchObject({
    models: ['first', 'last', 'linear', 'u', 'markov'],
    leftOut: ['w', 'full_path', 'time_decay'],
  });
  const [path] = bare.map((it) => ({ ...it, ages: [4, 1], milestones: { capture: 0 } }));
  expect(compareModels(path ? [path] : []).leftOut).toEqual([]);
  // A lost path needs no ages.
  expect(
    compareModels([...(path ? [path] : []), { steps: ['a', 'b'], converted: 0, notConverted: 1 }]).leftOut,
  ).toEqual([]);
  expect(() => compareModels(bare, { models: ['time_decay'] })).toThrow(expect.objectContaining({ code: 'no-ages' }));
});

test('answers no paths with no channels, and no conversions with no shares', () => {
  expect(compareModels([])).toMatchObject({ channels: [], conversions: 0, valueMinor: 0 });
  expect(compareModels([{ steps: ['a'], converted: 0, notConverted: 1 }]).channels[0]?.shares).toBeNull();
  expect(compareModels([{ steps: ['a'], converted: 2 }], { models: [] })).toMatchObject({
    channels: [{ channel: 'a', credits: [], shares: null }],
    conversions: 2,
  });
});
