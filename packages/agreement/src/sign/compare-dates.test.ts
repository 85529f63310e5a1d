import { describe, expect, it } from 'vitest';
import type { CalendarPins } from '../calendar/calendar-pins.ts';
import { pinCalendars } from '../calendar/pin-calendars.ts';
import { defaultAgreement } from '../default-agreement.ts';
import { compareDates, type SignedDates } from './compare-dates.ts';

const zoned = { ...defaultAgreement, timeZone: 'Europe/Berlin' };
const years = (fromYear: number, toYear: number) => pinCalendars(zoned, { fromYear, toYear });
const period = { from: '2026-09-30T22:00:00.000Z', until: null };
const own: SignedDates = { pins: years(2026, 2027), period };
const differences = (pins: Partial<CalendarPins>, changed: Partial<SignedDates['period']> = {}) =>
  compareDates({ pins: { ...own.pins, ...pins }, period: { ...period, ...changed } }, own);
const zones = (offsets: CalendarPins['zones'][string]) => ({ zones: { ...own.pins.zones, 'Europe/Berlin': offsets } });
const berlin = own.pins.zones['Europe/Berlin'] ?? [];

describe('compareDates', () => {
  it('finds nothing where both mean the same, however it is written', () => {
    expect(differences({})).toEqual([]);
    const [first = { since: '', offsetSeconds: 0 }, ...rest] = berlin;
    expect(differences(zones([first, { since: '2026-01-15T00:00:00Z', offsetSeconds: 3600 }, ...rest]))).toEqual([]);
  });

  it('names the first moment and the end', () => {
    const moved = { from: '2026-09-30T10:00:00.000Z', until: '2026-12-31T23:00:00.000Z' };
    expect(differences({}, moved)).toEqual([
      'first moment 2026-09-30T10:00:00.000Z (here 2026-09-30T22:00:00.000Z)',
      'end 2026-12-31T23:00:00.000Z (here open)',
    ]);
  });

  it('names years, and compares the ones that both have', () => {
    expect(differences(years(2025, 2026))).toEqual(['years 2025 to 2026 (here 2026 to 2027)']);
    expect(differences(years(2030, 2031))).toEqual(['years 2030 to 2031 (here 2026 to 2027)']);
  });

  it('names each moment from which clocks differ', () => {
    const summer = '2026-03-29T01:00:00.000Z';
    expect(differences(zones(berlin.filter(({ since }) => since !== summer)))).toEqual([
      `Europe/Berlin since ${summer} UTC+01:00 (here UTC+02:00)`,
    ]);
    const odd = berlin.map((one, index) => (index === 0 ? { ...one, offsetSeconds: -3601 } : one));
    expect(differences(zones(odd))).toEqual([
      'Europe/Berlin since 2025-12-30T00:00:00.000Z UTC-01:00:01 (here UTC+01:00)',
    ]);
  });

  it('names zones and holidays that only one of them has', () => {
    const more = { ...own.pins.zones, 'Asia/Tokyo': berlin };
    expect(differences({ zones: more })).toEqual(['zone Asia/Tokyo (none here)']);
    expect(differences({ zones: {} })[0]).toBe('no zone Europe/Berlin (one here)');
    const holidays = { DE: [{ date: '2026-12-28', name: 'x'.repeat(50) }] };
    expect(differences({ holidays })).toEqual([`holiday 2026-12-28 in DE: ${'x'.repeat(40)}… (none here)`]);
  });
});
