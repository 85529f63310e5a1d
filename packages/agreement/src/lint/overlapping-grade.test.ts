import { describe, expect, it } from 'vitest';
import { lintCase, lintPlaces } from '../../test/lint-case.ts';
import type { JsonObject } from '../effective/merge-patch.ts';
import { overlappingGrade } from './overlapping-grade.ts';

// The rules give 40, 30 and -20: sums are -20, 0, 10, 20, 30, 40, 50 and 70.
const grades = (given: { readonly [grade: string]: number | null }) => ({ profile: { grades: given } });

const outbound = { id: 'outbound', when: { field: 'source.motion', is: 'outbound' } };

describe('overlapping-grade', () => {
  it('finds points that no sum reaches', () => {
    const [issue] = lintCase(overlappingGrade, grades({ A: 71 }));
    expect(issue?.pointer).toBe('/profile/grades/A');
    expect(issue?.message).toContain('never give 71 points');
    expect(lintPlaces(overlappingGrade, grades({ A: 70 }))).toEqual([]);
  });

  it('finds two grades that fall together', () => {
    const [issue] = lintCase(overlappingGrade, grades({ B: 51 }));
    expect(issue?.pointer).toBe('/profile/grades/B');
    expect(issue?.message).toContain('gets those of "A" as well');
    expect(lintPlaces(overlappingGrade, grades({ A: 50, B: 41 }))).toEqual(['/profile/grades/B']);
  });

  it('knows rules that exclude each other', () => {
    const size = (id: string, low: number, high: number) => ({
      id,
      when: { field: 'company.employees', between: [low, high] },
      points: 40,
    });
    const rules = [size('small', 1, 99), size('large', 100, 999)];
    expect(lintPlaces(overlappingGrade, { profile: { rules, grades: { A: 80, B: 40, C: 20 } } })).toEqual([
      '/profile/grades/A',
      '/profile/grades/C',
    ]);
  });

  it('tells nothing of a segment that no lead can be in, nor of one that changes no points', () => {
    const partner = (given: JsonObject) => ({ overrides: { partner: given } });
    const beyond = partner({ profile: { grades: { A: 71 } } });
    expect(lintPlaces(overlappingGrade, beyond)).toEqual(['/overrides/partner/profile/grades/A']);
    const when = {
      all: [
        { field: 'source.channel', is: 'partner' },
        { field: 'source.channel', is: 'outreach' },
      ],
    };
    expect(lintPlaces(overlappingGrade, { ...beyond, segments: [{ id: 'partner', when }, outbound] })).toEqual([]);
    const rest = [{ id: 'partner', when: {} }, outbound];
    expect(lintPlaces(overlappingGrade, { segments: rest, ...partner({}) })).toEqual([]);
  });

  it('leaves the grade below the last one alone, and agreements without grades', () => {
    expect(lintPlaces(overlappingGrade, grades({ A: 60, B: 40, C: -20 }))).toEqual([]);
    expect(lintPlaces(overlappingGrade, grades({ A: null, B: null, C: null }))).toEqual([]);
  });
});
