import { describe, expect, it } from 'vitest';
import { lintPlaces } from '../../test/lint-case.ts';
import { probabilitiesNotMonotone } from './probabilities-not-monotone.ts';

const places = (...probabilities: readonly number[]) =>
  lintPlaces(probabilitiesNotMonotone, {
    pipelines: { new: { stages: probabilities.map((probability, index) => ({ id: `stage${index}`, probability })) } },
  });

describe('probabilities-not-monotone', () => {
  it('finds each stage that falls behind the one before it', () => {
    expect(places(0.2, 0.1, 0.5, 0.4)).toEqual([
      '/pipelines/new/stages/1/probability',
      '/pipelines/new/stages/3/probability',
    ]);
  });

  it('is content with equal ones', () => {
    expect(places(0.2, 0.2, 1)).toEqual([]);
  });
});
