import { describe, expect, it } from 'vitest';
import { defaultAgreement } from '../default-agreement.ts';
import { publicHolidays } from '../holidays/public-holidays.ts';
import { calendarPins } from './calendar-pins.ts';
import { compileCalendar } from './compile-calendar.ts';
import type { CalendarClause } from './day-hours.ts';
import { pinCalendars } from './pin-calendars.ts';
import type { ZoneSource } from './zone-offsets.ts';

const berlin: CalendarClause = {
  ...(defaultAgreement.calendars.default as CalendarClause),
  zone: 'Europe/Berlin',
  hours: ['09:00-17:00', '22:00-05:00'],
  holidays: 'DE',
};
const lima: CalendarClause = { ...berlin, zone: 'America/Lima', holidays: 'PE' };
const agreement = { ...defaultAgreement, timeZone: 'Europe/Vienna', calendars: { default: berlin, lima } };
const years = { fromYear: 2026, toYear: 2028 };
const pins = pinCalendars(agreement, { ...years, holidays: publicHolidays, leadZones: ['Asia/Tokyo'] });

const lyingHolidays = () => [{ date: '2026-07-07', name: 'A day that the update made up' }];
const lyingZones: ZoneSource = (_, { fromMs }) => [{ fromMs, offsetMs: 12_600_000 }];

/** Every 7 hours and 13 minutes and some milliseconds. */
function instants(from: string, to: string): readonly number[] {
  const [first, last] = [Date.parse(from), Date.parse(to)];
  return Array.from({ length: Math.floor((last - first) / 25_980_123) }, (_, index) => first + index * 25_980_123);
}

describe('pins', () => {
  it('are plain JSON: the zones and holidays that the agreement names, with the names of holidays', () => {
    expect(calendarPins.parse(JSON.parse(JSON.stringify(pins)))).toEqual(pins);
    expect(Object.keys(pins.zones)).toEqual(['America/Lima', 'Asia/Tokyo', 'Europe/Berlin', 'Europe/Vienna']);
    expect(pins.zones['Europe/Berlin']?.slice(0, 3)).toEqual([
      { since: '2025-12-30T00:00:00.000Z', offsetSeconds: 3600 },
      { since: '2026-03-29T01:00:00.000Z', offsetSeconds: 7200 },
      { since: '2026-10-25T01:00:00.000Z', offsetSeconds: 3600 },
    ]);
    expect(Object.keys(pins.holidays)).toEqual(['DE', 'PE']);
    expect(pins.holidays.DE?.slice(0, 2)).toEqual([
      { date: '2026-01-01', name: 'Neujahr' },
      { date: '2026-04-03', name: 'Karfreitag' },
    ]);
  });

  it('hold against other holidays and other zones within their years', () => {
    const signed = compileCalendar(berlin, { holidays: publicHolidays });
    const updated = compileCalendar(berlin, { pins, holidays: lyingHolidays, zones: lyingZones });
    const without = compileCalendar(berlin, { holidays: lyingHolidays, zones: lyingZones });
    const times = instants('2025-12-31T23:00:00Z', '2028-12-31T22:59:59Z');
    const counted = (calendar: typeof signed) =>
      times.map((time, index) => calendar.workingSeconds(times[index - 1] ?? time, time));
    const due = (calendar: typeof signed) =>
      times.slice(0, 3000).map((time) => [calendar.dueMs(time, '13wh'), calendar.isWorking(time)]);
    expect(times.length).toBeGreaterThan(3600);
    expect(counted(updated)).toEqual(counted(signed));
    expect(due(updated)).toEqual(due(signed));
    expect(counted(without)).not.toEqual(counted(signed));
  });

  it('hold for the shift of the last night before them', () => {
    const inverse = { ...pins, holidays: { ...pins.holidays, DE: [{ date: '2025-12-31', name: 'Said to be one' }] } };
    const morning = [Date.parse('2025-12-31T23:00:00Z'), Date.parse('2026-01-01T04:00:00Z')] as const;
    expect(compileCalendar(berlin, { pins }).workingSeconds(...morning)).toBe(5 * 3600);
    expect(compileCalendar(berlin, { pins: inverse }).workingSeconds(...morning)).toBe(0);
  });

  it('say what they do not know, rather than guess it', () => {
    const pinned = compileCalendar(berlin, { pins });
    expect(pinned.isWorking(Date.parse('2028-12-29T10:00:00Z'))).toBe(true);
    const beyond = () => pinned.isWorking(Date.parse('2029-01-02T10:00:00Z'));
    expect(beyond).toThrow('The public holidays of DE in 2029 are not known');
    expect(() => compileCalendar({ ...berlin, holidays: 'AT' }, { pins })).toThrow('The public holidays of AT are not');
  });

  it('leave other years and zones to the sources', () => {
    const updated = compileCalendar(berlin, { pins, holidays: publicHolidays });
    const plain = compileCalendar(berlin, { holidays: publicHolidays });
    for (const time of instants('2024-06-01T00:00:00Z', '2031-06-01T00:00:00Z')) {
      expect(updated.workingSeconds(Date.UTC(2027, 0), time)).toBe(plain.workingSeconds(Date.UTC(2027, 0), time));
    }
    const paris = { zone: 'Europe/Paris', pins, holidays: publicHolidays };
    expect(compileCalendar(berlin, paris).isWorking(Date.parse('2026-07-01T07:00:00Z'))).toBe(true);
    expect(compileCalendar(berlin, { ...paris, zones: lyingZones }).isWorking(Date.parse('2026-07-01T05:30:00Z'))).toBe(
      true,
    );
  });

  it.each([
    ['years that are none', () => pinCalendars(agreement, { fromYear: 2026, toYear: 2025 }), 'not-years'],
    ['holidays without a source', () => pinCalendars(agreement, years), 'holidays-missing'],
    [
      'a zone that does not exist',
      () => pinCalendars(defaultAgreement, { ...years, leadZones: ['Nowhere'] }),
      'zone-unknown',
    ],
  ])('are refused for %s', (_, call, code) => {
    expect(call).toThrow(expect.objectContaining({ name: 'AgreementError', code }));
  });
});
