import { describe, expect, it } from 'vitest';
import { lintCase, lintPlaces } from '../../test/lint-case.ts';
import { recycleWithoutDate } from './recycle-without-date.ts';

describe('recycle-without-date', () => {
  it('finds a lead that is never due again', () => {
    const both = { not_ready: { revisitAfter: null, reviveWhen: null }, with_competitor: { revisitAfter: null } };
    expect(lintPlaces(recycleWithoutDate, { reasons: both })).toEqual([
      '/reasons/not_ready',
      '/reasons/with_competitor',
    ]);
  });

  it('finds a condition that can never hold where there is no time', () => {
    const never = { all: [{ engagement: { atLeast: 40 } }, { not: { engagement: { atLeast: 30 } } }] };
    const reviveWhen = { engagement: null, ...never };
    const [issue] = lintCase(recycleWithoutDate, { reasons: { not_ready: { revisitAfter: null, reviveWhen } } });
    expect(issue?.pointer).toBe('/reasons/not_ready/reviveWhen');
    expect(issue?.message).toContain('can never hold');
    expect(lintPlaces(recycleWithoutDate, { reasons: { not_ready: { reviveWhen } } })).toEqual([]);
  });

  it('is content with a time or a condition', () => {
    expect(lintPlaces(recycleWithoutDate, { reasons: { not_ready: { revisitAfter: null } } })).toEqual([]);
    expect(lintPlaces(recycleWithoutDate, { reasons: { not_ready: { reviveWhen: null } } })).toEqual([]);
  });
});
