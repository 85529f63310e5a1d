import { describe, expect, it } from 'vitest';
import { lintPlaces } from '../../test/lint-case.ts';
import { programLeftAtOnce } from './program-left-at-once.ts';

const drip = (exit: object, readiness = 'warm') =>
  lintPlaces(programLeftAtOnce, { programs: { drip: { owner: 'marketing', for: readiness, exit: { ...exit } } } });

describe('program-left-at-once', () => {
  it('finds an exit that holds for all leads that enter', () => {
    expect(drip({ readiness: ['hot', 'warm'] })).toEqual(['/programs/drip/exit']);
    expect(drip({})).toEqual(['/programs/drip/exit']);
    // Hot leads have 40 points, all of them.
    expect(drip({ engagement: { atLeast: 30 } }, 'hot')).toEqual(['/programs/drip/exit']);
  });

  it('is content where some lead stays', () => {
    expect(drip({ readiness: 'hot' })).toEqual([]);
    expect(drip({ engagement: { atLeast: 30 } })).toEqual([]);
  });

  it('leaves programs alone that take no lead by its readiness', () => {
    const programs = { drip: { owner: 'marketing', exit: {} } };
    expect(lintPlaces(programLeftAtOnce, { programs })).toEqual([]);
  });
});
