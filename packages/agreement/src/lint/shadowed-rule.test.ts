import { describe, expect, it } from 'vitest';
import { lintCase, lintPlaces } from '../../test/lint-case.ts';
import { shadowedRule } from './shadowed-rule.ts';

const large = { id: 'large', when: { field: 'company.employees', atLeast: 100 }, team: 'sales' };
const largest = { id: 'largest', when: { field: 'company.employees', atLeast: 1000 }, team: 'sdr' };

describe('shadowed-rule', () => {
  it('finds a territory whose leads an earlier one takes, and gives one of them', () => {
    const [found] = lintCase(shadowedRule, { territories: [large, largest] });
    expect(found?.pointer).toBe('/territories/1');
    expect(found?.message).toContain('taken by "large" before');
    expect(found?.witness?.lead?.fields).toEqual({ 'company.employees': 1000 });
    expect(lintPlaces(shadowedRule, { territories: [largest, large] })).toEqual([]);
  });

  it('finds what several take together, and names only those', () => {
    const small = { id: 'small', when: { field: 'company.employees', atMost: 99 }, team: 'sales' };
    const german = { id: 'german', when: { field: 'company.country', is: 'DE' }, team: 'sales' };
    const known = { id: 'known', when: { field: 'company.employees', exists: true }, team: 'sdr' };
    const [found] = lintCase(shadowedRule, { territories: [german, small, large, known] });
    expect(found?.message).toContain('taken by "small" and "large" before');
    expect(lintPlaces(shadowedRule, { territories: [german, small, known, large] })).toEqual(['/territories/3']);
  });

  it('takes excluded leads for taken, and finds exclusions that never apply', () => {
    const out = { id: 'out', when: { field: 'company.employees', atLeast: 500 } };
    expect(lintPlaces(shadowedRule, { exclusions: [out], territories: [largest] })).toEqual(['/territories/0']);
    expect(lintPlaces(shadowedRule, { exclusions: [out, { ...out, id: 'again' }] })).toEqual(['/exclusions/1']);
  });

  it('lets hand-offs come before each other that one team makes', () => {
    const later = { from: 'marketing', to: 'sales', when: { all: [{ readiness: 'warm' }, { company: 'customer' }] } };
    const [found] = lintCase(shadowedRule, { handOffs: { later } });
    expect(found?.pointer).toBe('/handOffs/later');
    expect(lintPlaces(shadowedRule, { handOffs: { later: { ...later, from: 'sdr' } } })).toEqual([]);
  });

  it('finds rules of the profile that can never hold', () => {
    const when = {
      all: [
        { field: 'company.employees', atMost: 5 },
        { field: 'company.employees', atLeast: 6 },
      ],
    };
    const profile = {
      rules: [
        { id: 'odd', when, points: 5 },
        { id: 'vp', when: { field: 'contact.role', is: 'vp' }, points: 60 },
      ],
    };
    expect(lintPlaces(shadowedRule, { profile })).toEqual(['/profile/rules/0']);
  });

  it('leaves a readiness that no lead has to dead-readiness', () => {
    const readiness = { hot: { all: [{ grade: ['A'] }, { grade: ['D'] }] } };
    expect(lintPlaces(shadowedRule, { readiness })).toEqual([]);
  });

  it('finds a hand-off that asks for two readiness at once, which leads can have each', () => {
    const handOffs = { to_sdr: { when: { readiness: null, all: [{ readiness: 'hot' }, { readiness: 'warm' }] } } };
    const [found] = lintCase(shadowedRule, { handOffs });
    expect(found?.pointer).toBe('/handOffs/to_sdr');
    expect(found?.message).toContain('no lead can meet its condition');
    const readiness = {
      hot: { all: [{ grade: ['A'] }, { grade: ['D'] }] },
      warm: { all: [{ grade: ['A'] }, { grade: ['D'] }] },
    };
    expect(
      lintPlaces(shadowedRule, { handOffs, readiness: { ...readiness, warm: { any: null, ...readiness.warm } } }),
    ).toEqual([]);
  });

  it('tells what an override makes of it at the override', () => {
    const overrides = { partner: { territories: [large, largest] } };
    expect(lintPlaces(shadowedRule, { overrides })).toEqual(['/overrides/partner/territories/1']);
  });
});
