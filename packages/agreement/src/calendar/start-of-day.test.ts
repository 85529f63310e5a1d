import { describe, expect, it } from 'vitest';
import { dayNumber } from './civil-day.ts';
import { startOfDay } from './start-of-day.ts';
import { zoneOffsets } from './zone-offsets.ts';

describe('startOfDay', () => {
  it.each([
    ['an ordinary day', 'Europe/Berlin', '2026-03-29', '2026-03-28T23:00:00Z'],
    ['the day after a change of the clocks', 'Europe/Berlin', '2026-03-30', '2026-03-29T22:00:00Z'],
    ['a day whose midnight was skipped', 'America/Sao_Paulo', '2017-10-15', '2017-10-15T03:00:00Z'],
    ['a day before which the clocks went back at midnight', 'America/Sao_Paulo', '2017-02-19', '2017-02-19T03:00:00Z'],
    ['a day of which a minute was shown twice', 'America/St_Johns', '2010-11-07', '2010-11-07T02:30:00Z'],
    ['a day that a zone skipped', 'Pacific/Apia', '2011-12-30', '2011-12-30T10:00:00Z'],
    ['the day after it', 'Pacific/Apia', '2011-12-31', '2011-12-30T10:00:00Z'],
  ])('finds %s', (_, zone, day, expected) => {
    const found = startOfDay(dayNumber(day), { zone, source: zoneOffsets });
    expect(new Date(found).toISOString()).toBe(expected.replace('Z', '.000Z'));
  });
});
