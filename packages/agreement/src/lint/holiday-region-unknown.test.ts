import { describe, expect, it } from 'vitest';
import { lintPlaces } from '../../test/lint-case.ts';
import { holidayRegionUnknown } from './holiday-region-unknown.ts';

const options = { isHolidayRegion: (code: string) => code === 'DE' };

describe('holiday-region-unknown', () => {
  it('finds a code that there is not', () => {
    expect(lintPlaces(holidayRegionUnknown, {}, options)).toEqual([]);
    expect(lintPlaces(holidayRegionUnknown, { calendars: { berlin: { holidays: 'DE-XX' } } }, options)).toEqual([
      '/calendars/berlin/holidays',
    ]);
  });

  it('looks for nothing where it cannot ask', () => {
    expect(lintPlaces(holidayRegionUnknown, { calendars: { berlin: { holidays: 'DE-XX' } } })).toEqual([]);
  });
});
