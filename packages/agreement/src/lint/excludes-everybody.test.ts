import { describe, expect, it } from 'vitest';
import { lintCase, lintPlaces } from '../../test/lint-case.ts';
import { excludesEverybody } from './excludes-everybody.ts';
import { shadowedSegment } from './shadowed-segment.ts';

const students = { id: 'students', when: { field: 'contact.role', is: 'student' } };
const email = (id: string, exists: boolean) => ({ id, when: { field: 'contact.email', exists } });

describe('excludes-everybody', () => {
  it('finds the one exclusion that takes every lead', () => {
    const [issue] = lintCase(excludesEverybody, { exclusions: [students, { id: 'all', when: {} }] });
    expect(issue?.pointer).toBe('/exclusions/1');
    expect(issue?.message).toContain('The exclusion "all" takes every lead');
  });

  it('finds several that take every lead together, and names only those', () => {
    const [issue] = lintCase(excludesEverybody, {
      exclusions: [email('with', true), students, email('without', false)],
    });
    expect(issue?.pointer).toBe('/exclusions');
    expect(issue?.message).toContain('The exclusions "with" and "without" together');
  });

  it('is content where some lead is left, and where nothing is excluded', () => {
    expect(lintPlaces(excludesEverybody, {})).toEqual([]);
    expect(lintPlaces(excludesEverybody, { exclusions: [email('without', false)] })).toEqual([]);
    expect(lintPlaces(excludesEverybody, { exclusions: [] })).toEqual([]);
  });

  it('is told once, and not again for each segment', () => {
    expect(lintPlaces(shadowedSegment, { exclusions: [{ id: 'all', when: {} }] })).toEqual([]);
  });
});
