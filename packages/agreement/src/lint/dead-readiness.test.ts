import { describe, expect, it } from 'vitest';
import { lintCase, lintPlaces } from '../../test/lint-case.ts';
import { deadReadiness } from './dead-readiness.ts';

const rules = (...given: readonly { id: string; activity: string; points: number; cap?: number }[]) => ({
  engagement: { rules: given.map((rule) => ({ ...rule })) },
});

describe('dead-readiness', () => {
  it('says how many points a lead can have at most, and gives the lead that has them', () => {
    const [found] = lintCase(deadReadiness, rules({ id: 'visit', activity: 'visit', points: 2, cap: 10 }));
    expect(found?.pointer).toBe('/readiness/hot');
    expect(found?.message).toContain('asks for 40 points of engagement, and no lead can have more than 30');
    expect(found?.witness?.lead).toMatchObject({ engagementPoints: 30, answers: { timeline: 'under_3_months' } });
    expect(found?.witness?.sentence).toContain('Leads can be "warm" or "raw".');
  });

  it('says which grade is out of reach', () => {
    const profile = { rules: [{ id: 'role', when: { field: 'contact.role', is: 'vp' }, points: 30 }] };
    const [found] = lintCase(deadReadiness, { profile, readiness: { hot: { all: null, grade: 'A' } } });
    expect(found?.message).toContain('grade A asks for 60 points of the profile, and no lead can have more than 30');
    expect(found?.witness?.lead?.fields).toEqual({ 'contact.role': 'vp' });
  });

  it('names what takes its leads before, and gives one of them', () => {
    const hot = { all: null, engagement: { atLeast: 15 } };
    const [found] = lintCase(deadReadiness, { readiness: { hot, warm: { any: null, engagement: { atLeast: 20 } } } });
    expect(found?.pointer).toBe('/readiness/warm');
    expect(found?.message).toContain('is "hot" already');
    expect(found?.witness?.lead?.readiness).toBe('hot');
  });

  it('names the parts that exclude each other', () => {
    const hot = { all: [{ grade: ['A'] }, { engagement: { atLeast: 1 } }, { grade: ['D'] }] };
    const [found] = lintCase(deadReadiness, { readiness: { hot } });
    expect(found?.message).toContain('these never hold together: it is graded A; it is graded D');
  });

  it('looks at a segment by itself where its override changes what readiness rests on', () => {
    const partner = { engagement: { rules: [{ id: 'visit', activity: 'visit', points: 1, cap: 5 }] } };
    expect(lintPlaces(deadReadiness, { overrides: { partner } })).toEqual(['/readiness/hot']);
    const warm = { any: null, all: [{ grade: ['A'] }, { engagement: { atLeast: 40 } }] };
    expect(lintPlaces(deadReadiness, { overrides: { partner: { readiness: { warm } } } })).toEqual([
      '/overrides/partner/readiness/warm',
    ]);
  });

  it('counts leads of segments that change nothing of it', () => {
    const hot = { all: null, field: 'source.channel', is: 'partner' };
    expect(lintPlaces(deadReadiness, { readiness: { hot } })).toEqual([]);
    expect(
      lintPlaces(deadReadiness, {
        readiness: { hot },
        exclusions: [{ id: 'out', when: { field: 'source.channel', is: 'partner' } }],
      }),
    ).toEqual(['/readiness/hot']);
  });

  it('leaves a list that nobody declares to the warning about it', () => {
    const hot = { all: null, field: 'company.domain', inList: 'rivals' };
    expect(lintPlaces(deadReadiness, { readiness: { hot } })).toEqual([]);
  });
});
