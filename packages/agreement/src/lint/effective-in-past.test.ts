import { describe, expect, it } from 'vitest';
import { lintCase, lintPlaces } from '../../test/lint-case.ts';
import { effectiveInPast } from './effective-in-past.ts';

describe('effective-in-past', () => {
  it('finds a day that has passed without the signatures', () => {
    const [issue] = lintCase(effectiveInPast, { effective: '2026-09-30' });
    expect(issue?.pointer).toBe('/effective');
    expect(issue?.message).toContain('binds from 2026-09-30, which has passed on 2026-10-01');
    expect(lintPlaces(effectiveInPast, { effective: '2026-09-30' }, { signed: 'partly' })).toHaveLength(1);
  });

  it('is content with a day to come, with today, with none, and with the signatures', () => {
    for (const effective of ['2026-10-01', '2026-10-02', null]) {
      expect(lintPlaces(effectiveInPast, { effective })).toEqual([]);
    }
    expect(lintPlaces(effectiveInPast, { effective: '2026-09-30' }, { signed: 'signed' })).toEqual([]);
  });

  it('takes the day of the zone of the agreement', () => {
    const asOf = Date.UTC(2026, 8, 30, 23);
    expect(lintPlaces(effectiveInPast, { effective: '2026-09-30' }, { asOf })).toHaveLength(1);
    expect(lintPlaces(effectiveInPast, { effective: '2026-09-30', timeZone: 'UTC' }, { asOf })).toEqual([]);
  });
});
