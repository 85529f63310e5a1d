import { describe, expect, it } from 'vitest';
import { lintPlaces } from '../../test/lint-case.ts';
import { unusedProgram } from './unused-program.ts';

const programs = { win_back: { owner: 'marketing', atMost: '90d', next: 'disqualify' } };

describe('unused-program', () => {
  it('finds a program that nothing leads to', () => {
    expect(lintPlaces(unusedProgram, { programs })).toEqual(['/programs/win_back']);
  });

  it('is content with a readiness, a reason, or another program', () => {
    expect(lintPlaces(unusedProgram, { programs: { win_back: { ...programs.win_back, for: 'raw' } } })).toEqual([]);
    expect(lintPlaces(unusedProgram, { programs, reasons: { not_ready: { program: 'win_back' } } })).toEqual([]);
    const chained = { ...programs, warm_drip: { next: { program: 'win_back' } } };
    expect(lintPlaces(unusedProgram, { programs: chained })).toEqual([]);
  });
});
