import { describe, expect, it } from 'vitest';
import { berlinDay, berlinMidnightMs, berlinOffsetMs, dayMs } from './berlin-time.ts';

describe('Berlin time', () => {
  it('agrees with the zone data of the platform through thirty years of changes', () => {
    const format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Europe/Berlin',
      dateStyle: 'short',
      timeStyle: 'medium',
    });
    for (let timeMs = Date.UTC(2005, 0, 1); timeMs < Date.UTC(2035, 0, 1); timeMs += 7_700_000_000 / 60) {
      const whole = Math.floor(timeMs / 1000) * 1000;
      const local = new Date(whole + berlinOffsetMs(whole)).toISOString().slice(0, 19).replace('T', ' ');
      expect(local).toBe(format.format(whole));
    }
  });

  it('changes at 01:00 UTC of the last Sundays of March and October', () => {
    expect(berlinOffsetMs(Date.UTC(2025, 2, 30, 0, 59, 59))).toBe(3_600_000);
    expect(berlinOffsetMs(Date.UTC(2025, 2, 30, 1))).toBe(7_200_000);
    expect(berlinOffsetMs(Date.UTC(2025, 9, 26, 0, 59, 59))).toBe(7_200_000);
    expect(berlinOffsetMs(Date.UTC(2025, 9, 26, 1))).toBe(3_600_000);
  });

  it('finds midnights, also of days with 23 and 25 hours', () => {
    const day = Date.UTC(2025, 2, 30) / dayMs;
    expect(new Date(berlinMidnightMs(day)).toISOString()).toBe('2025-03-29T23:00:00.000Z');
    expect(berlinMidnightMs(day + 1) - berlinMidnightMs(day)).toBe(23 * 3_600_000);
    for (let n = 0; n < 400; n++) {
      const midnight = berlinMidnightMs(day + n);
      expect(berlinDay(midnight)).toBe(day + n);
      expect(berlinDay(midnight - 1)).toBe(day + n - 1);
    }
  });
});
