import { describe, expect, it } from 'vitest';
import { lintPlaces } from '../../test/lint-case.ts';
import { programWithoutExit } from './program-without-exit.ts';

const program = { owner: 'marketing', for: 'raw' };

describe('program-without-exit', () => {
  it('finds a program with neither an exit nor an end', () => {
    expect(lintPlaces(programWithoutExit, { programs: { drip: program } })).toEqual(['/programs/drip']);
    expect(lintPlaces(programWithoutExit, { programs: { drip: { ...program, atMost: '90d' } } })).toEqual([]);
    expect(lintPlaces(programWithoutExit, { programs: { drip: { ...program, exit: {} } } })).toEqual([]);
  });

  it('tells it once where segments do not change it, and at the override where one does', () => {
    const overrides = { partner: { programs: { warm_drip: { exit: null, atMost: null, next: null } } } };
    expect(lintPlaces(programWithoutExit, { overrides })).toEqual(['/overrides/partner/programs/warm_drip']);
    expect(lintPlaces(programWithoutExit, { programs: { drip: program } })).toHaveLength(1);
  });
});
