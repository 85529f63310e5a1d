import { describe, expect, it } from 'vitest';
import { lintPlaces } from '../../test/lint-case.ts';
import { recycleWithoutDate } from './recycle-without-date.ts';

describe('recycle-without-date', () => {
  it('finds a lead that is never due again', () => {
    const both = { not_ready: { revisitAfter: null, reviveWhen: null }, with_competitor: { revisitAfter: null } };
    expect(lintPlaces(recycleWithoutDate, { reasons: both })).toEqual([
      '/reasons/not_ready',
      '/reasons/with_competitor',
    ]);
  });

  it('is content with a time or a condition', () => {
    expect(lintPlaces(recycleWithoutDate, { reasons: { not_ready: { revisitAfter: null } } })).toEqual([]);
    expect(lintPlaces(recycleWithoutDate, { reasons: { not_ready: { reviveWhen: null } } })).toEqual([]);
  });
});
