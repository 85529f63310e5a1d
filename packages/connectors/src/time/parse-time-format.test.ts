import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { dayMs, daysOf } from './calendar.ts';
import { fittingFormats } from './fitting-formats.ts';
import { createInstantText } from './instant-text.ts';
import { parseTimeFormat } from './parse-time-format.ts';
import { emptyCivilTime } from './time-format.ts';
import { createZoneClock } from './zone-clock.ts';

function read(pattern: string, text: string): string {
  const civil = emptyCivilTime();
  const fault = parseTimeFormat(pattern).read(text, civil);
  if (fault !== null) return fault.why;
  return `${createInstantText()(civil.days * dayMs + civil.msOfDay)}${civil.isDate ? ' (day)' : ''}${civil.offsetMinutes === null ? '' : ` ${civil.offsetMinutes}`}`;
}

describe('parseTimeFormat', () => {
  it.each([
    ['yyyy-MM-dd', '2018-02-01', '2018-02-01T00:00:00Z (day)'],
    ['dd-MM-yyyy', '20-10-2017', '2017-10-20T00:00:00Z (day)'],
    ['M/d/yyyy', '2/1/2018', '2018-02-01T00:00:00Z (day)'],
    ['yyyy.MM.dd H:mm', '2018.05.04 3:00', '2018-05-04T03:00:00Z'],
    ['M/d/yyyy h:mm a', '3/22/2018 12:05 PM', '2018-03-22T12:05:00Z'],
    ['M/d/yyyy h:mm a', '3/22/2018 12:05 am', '2018-03-22T00:05:00Z'],
    ['d MMM yyyy', '3 Oct 2020', '2020-10-03T00:00:00Z (day)'],
    ["yyyy-MM-dd'T'HH:mm:ss.SSSXXX", '2020-01-02T03:04:05.6+02:00', '2020-01-02T03:04:05.600Z 120'],
    ['d.M.yy', '1.2.19', '2019-02-01T00:00:00Z (day)'],
    ['iso', '2020-01-02T03:04:05Z', '2020-01-02T03:04:05Z 0'],
    ['iso', '2020-01-02 03:04:05.123456', '2020-01-02T03:04:05.123Z'],
    ['iso', '2020-01-02', '2020-01-02T00:00:00Z (day)'],
    ['epoch-s', '1519685934', '2018-02-26T22:58:54Z 0'],
    ['epoch-ms', '1519685934001', '2018-02-26T22:58:54.001Z 0'],
  ])('%s reads %s', (pattern, text, expected) => {
    expect(read(pattern, text)).toBe(expected);
  });

  it.each([
    ['d/M/yyyy', '2/20/2018', '20 is not a month'],
    ['yyyy-MM-dd', '2018-2-01', '"2-01" is not the month'],
    ['yyyy-MM-dd', '2018-02-29', '29 is not a day of month 2 of 2018'],
    ['yyyy-MM-dd', '2018-02-01 10:00', '" 10:00" is too much at its end'],
    ['yyyy-MM-dd', '', 'it ends before the year'],
    ['yyyy-MM-dd HH:mm', '2018-02-01 24:00', '24 is not an hour'],
    ['yyyy-MM-dd', '1899-12-31', '1899 lies before 1970'],
    ['M/d/yyyy h:mm a', '3/22/2018 13:05 PM', '13 is not an hour of twelve'],
  ])('%s refuses %s', (pattern, text, why) => {
    expect(read(pattern, text)).toBe(why);
  });

  it.each([
    ['yyyy-MM', 'it has no day'],
    ['yyyy-MM-dd qq', '"q" means nothing in it'],
    ['yyyy-MM-dd h:mm', 'h and a belong together'],
    ['yyyy-MM-dd MM', 'it has the month twice'],
  ])('does not compile %s', (pattern, why) => {
    expect(() => parseTimeFormat(pattern)).toThrow(why);
  });
});

describe('fittingFormats', () => {
  it('offers the other order of the same pattern first', () => {
    expect(fittingFormats('2/20/2018', 'd/M/yyyy')).toEqual({ patterns: ['M/d/yyyy'], isOtherOrder: true });
    expect(fittingFormats('2018-02-20', 'd/M/yyyy')).toEqual({ patterns: ['yyyy-MM-dd', 'iso'], isOtherOrder: false });
    expect(fittingFormats('soon', 'd/M/yyyy').patterns).toEqual([]);
  });
});

describe('createZoneClock', () => {
  const zones = [
    'America/Sao_Paulo',
    'Europe/Berlin',
    'Australia/Lord_Howe',
    'Pacific/Apia',
    'America/New_York',
    'Asia/Kathmandu',
    'Africa/Casablanca',
    'America/Havana',
    'UTC',
  ];
  // A day on which each of these zones changed its clocks, so that random days hit changes often.
  const changes = [
    daysOf(2017, 10, 15),
    daysOf(2018, 2, 18),
    daysOf(2020, 3, 29),
    daysOf(2020, 10, 25),
    daysOf(2019, 4, 7),
    daysOf(2011, 12, 30),
    daysOf(2021, 11, 7),
    daysOf(2021, 3, 14),
  ];
  const day = fc.oneof(
    fc.integer({ min: 0, max: 25_000 }),
    fc.tuple(fc.constantFrom(...changes), fc.integer({ min: -2, max: 2 })).map(([change, shift]) => change + shift),
  );

  it('agrees with Temporal on every day and time of day', () => {
    const clocks = new Map(zones.map((zone) => [zone, createZoneClock(zone)]));
    fc.assert(
      fc.property(fc.constantFrom(...zones), day, fc.integer({ min: 0, max: dayMs - 1 }), (zone, days, msOfDay) => {
        const clock = clocks.get(zone);
        const date = new Temporal.PlainDate(1970, 1, 1).add({ days });
        const midnight = date.toPlainDateTime();
        expect(clock?.startOfDayMs(days)).toBe(date.toZonedDateTime(zone).epochMilliseconds);
        expect(clock?.instantMs(days, msOfDay)).toBe(
          midnight.add({ milliseconds: msOfDay }).toZonedDateTime(zone).epochMilliseconds,
        );
      }),
      { numRuns: 3000 },
    );
  });

  it('starts a day without midnight when its clocks start', () => {
    expect(createZoneClock('America/Sao_Paulo').startOfDayMs(daysOf(2017, 10, 15))).toBe(Date.UTC(2017, 9, 15, 3));
  });

  it('names a zone that does not exist', () => {
    expect(() => createZoneClock('America/Sao_Paul')).toThrow('"America/Sao_Paul" is not a time zone');
  });
});
