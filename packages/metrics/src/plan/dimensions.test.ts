import { dimensionIds } from '@sameteam/model';
import { describe, expect, it } from 'vitest';
import { dimension, dimensions } from './dimensions.ts';

describe('dimensions', () => {
  it('are those of the vocabulary, each once and in its order', () => {
    expect(dimensions.map(({ id }) => id)).toEqual(dimensionIds);
    expect(new Set(dimensions.map(({ label }) => label)).size).toBe(dimensionIds.length);
  });

  it('are calendar grains, or what facts say', () => {
    expect(dimension('month')).toEqual({ id: 'month', label: 'Month', kind: 'calendar', grain: 'month' });
    expect(dimension('current.owner')).toEqual({ id: 'current.owner', label: 'Current owner', kind: 'fact' });
    expect(dimension('nothing')).toBeUndefined();
    expect(dimension('constructor')).toBeUndefined();
  });
});
