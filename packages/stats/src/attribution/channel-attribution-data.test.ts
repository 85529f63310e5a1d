import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { attribute } from './attribute.ts';
import type { AttributionPath } from './attribution-path.ts';
import { removalEffects } from './removal-effects.ts';

// The licence does not allow the files into this tree; without them these tests are reported as skipped.
const folder = new URL('../../../../../shared/data/channel-attribution/', import.meta.url);

/** The value of all paths in units of 1e-11 is just below 2^53, so that nothing that the file rounds is lost. */
const scale = 1e11;

describe.skipIf(!existsSync(folder))('10,000 real paths (skipped without ../shared/data/channel-attribution)', () => {
  const lines = (file: string) => readFileSync(new URL(file, folder), 'utf8').trim().split(/\r?\n/).slice(1);

  const readPaths = (): readonly AttributionPath[] =>
    lines('Data.csv').map((line) => {
      const [path = '', converted, value, notConverted] = line.split(';');
      return {
        steps: path.split(' > '),
        converted: Number(converted),
        notConverted: Number(notConverted),
        valueMinor: Math.round(Number(value) * scale),
      };
    });

  const columns = 'channel first firstValue last lastValue linear linearValue effect markov'.split(' ');
  const readModels = () =>
    lines('computed_models.csv').map((line) => {
      const cells = line.split(',');
      return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']));
    });

  test('holds what its README says', () => {
    const { conversions, valueMinor } = attribute(readPaths(), { model: 'first' });
    expect(conversions).toBe(19_785);
    expect(valueMinor / scale).toBeCloseTo(74_802.972, 3);
  });

  // The file was added up in floating point: against exact fractions its last decimal is off by up to 1.04e-10
  // (beta, linear: 2083.500144589081 conversions, where it has 2083.5001445890).
  test.each(['first', 'last', 'linear'] as const)('%s equals the file to all its decimals', (model) => {
    const { channels } = attribute(readPaths(), { model });
    const expected = readModels();
    expect(channels.map(({ channel }) => channel)).toEqual(expected.map(({ channel }) => channel));
    for (const [index, row] of expected.entries()) {
      const { conversions = Number.NaN, valueMinor = Number.NaN } = channels[index] ?? {};
      if (model !== 'linear') expect(conversions).toBe(Number(row[model]));
      expect(Math.abs(conversions - Number(row[model]))).toBeLessThan(1.2e-10);
      expect(Math.abs(valueMinor / scale - Number(row[`${model}Value`]))).toBeLessThan(1.2e-10);
    }
  });

  test('Markov equals the file to all its decimals', () => {
    const { channels } = attribute(readPaths(), { model: 'markov' });
    const effects = removalEffects(readPaths());
    for (const [index, row] of readModels().entries()) {
      expect(channels[index]?.channel).toBe(row.channel);
      expect(Math.abs((effects[index]?.effect ?? 0) - Number(row.effect))).toBeLessThan(1e-10);
      expect(Math.abs((channels[index]?.conversions ?? 0) - Number(row.markov))).toBeLessThan(1e-9);
    }
  });
});
