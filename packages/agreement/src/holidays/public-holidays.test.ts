import { describe, expect, it } from 'vitest';
import { publicHolidays } from './public-holidays.ts';

const dates = (region: string, year: number) => publicHolidays(region, year).map(({ date }) => date.slice(5));

describe('publicHolidays', () => {
  // The laws of the country and the state: https://www.bmi.bund.de (Bundesfeiertage), Art. 1 BayFTG.
  it('knows the nine of Germany and the three more of all of Bavaria', () => {
    const germany = ['01-01', '04-03', '04-06', '05-01', '05-14', '05-25', '10-03', '12-25', '12-26'];
    expect(dates('DE', 2026)).toEqual(germany);
    expect(dates('DE-BY', 2026)).toEqual([...germany, '01-06', '06-04', '11-01'].sort());
    expect(publicHolidays('DE', 2026)[1]).toEqual({ date: '2026-04-03', name: 'Karfreitag' });
  });

  it('closes substitute days, and those that fall into the year before', () => {
    // Christmas 2027 is on a Saturday, https://www.gov.uk/bank-holidays.
    expect(dates('GB-ENG', 2027).slice(-4)).toEqual(['12-25', '12-26', '12-27', '12-28']);
    // New Year 2022 was on a Saturday: federal offices were closed on 2021-12-31.
    expect(dates('US', 2021)).toContain('12-31');
  });

  it('closes each day of a holiday of several, over the end of the year too', () => {
    expect(dates('SZ', 2026).slice(-4)).toEqual(['12-28', '12-29', '12-30', '12-31']);
    expect(dates('SZ', 2027).slice(0, 3)).toEqual(['01-01', '01-02', '03-26']);
    expect(dates('AM', 2026).slice(0, 5)).toEqual(['01-01', '01-02', '01-03', '01-04', '01-05']);
  });

  it('does not close for half a day, nor on days that are no public holidays', () => {
    expect(dates('FO', 2026)).not.toContain('06-05');
    expect(dates('FO', 2026)).toContain('12-25');
    expect(dates('DE', 2026)).not.toContain('12-24');
  });

  it('takes the day that a holiday from sunset to sunset is named for', () => {
    expect(dates('AE', 2026)).toEqual(expect.arrayContaining(['03-20', '03-21', '03-22']));
    expect(dates('AE', 2026)).not.toContain('03-19');
  });

  it('gives each date once', () => {
    for (const region of ['US', 'BE', 'JP', 'SZ', 'IN-MH', 'GB-SCT']) {
      for (let year = 2016; year < 2030; year++) {
        const found = dates(region, year);
        expect(found, `${region} ${year}`).toEqual([...new Set(found)].sort());
      }
    }
  });

  it.each([
    ['XX', 'There are no public holidays for "XX".'],
    ['DE-BX', 'Did you mean "DE-B'],
    ['DE-BY-A-B', 'There are no public holidays for "DE-BY-A-B".'],
    ['__proto__', 'There are no public holidays for "__proto__".'],
  ])('refuses %s', (region, said) => {
    expect(() => publicHolidays(region, 2026)).toThrow(said);
  });
});
