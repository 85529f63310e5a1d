import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { dayNumber } from '../plan/calendar.ts';
import { dayOf, zoneOffsets } from './zone-days.ts';

const hour = 3_600_000;
const at = (text: string) => Date.parse(text);
const year2026 = { fromMs: at('2026-01-01T00:00:00Z'), toMs: at('2026-12-31T00:00:00Z') };

describe('zoneOffsets', () => {
  it('lists the changes of the clocks between two instants', () => {
    expect(zoneOffsets('Europe/Berlin', year2026)).toEqual([
      { fromMs: year2026.fromMs, offsetMs: hour },
      { fromMs: at('2026-03-29T01:00:00Z'), offsetMs: 2 * hour },
      { fromMs: at('2026-10-25T01:00:00Z'), offsetMs: hour },
    ]);
    expect(zoneOffsets('Australia/Lord_Howe', year2026)).toEqual([
      { fromMs: year2026.fromMs, offsetMs: 11 * hour },
      { fromMs: at('2026-04-04T15:00:00Z'), offsetMs: 10.5 * hour },
      { fromMs: at('2026-10-03T15:30:00Z'), offsetMs: 11 * hour },
    ]);
    expect(
      zoneOffsets('America/Sao_Paulo', { fromMs: at('2017-10-01T00:00:00Z'), toMs: at('2017-11-01T00:00:00Z') }),
    ).toEqual([
      { fromMs: at('2017-10-01T00:00:00Z'), offsetMs: -3 * hour },
      { fromMs: at('2017-10-15T03:00:00Z'), offsetMs: -2 * hour },
    ]);
  });

  it('gives one offset for a zone without changes, and for one instant', () => {
    expect(zoneOffsets('UTC', year2026)).toEqual([{ fromMs: year2026.fromMs, offsetMs: 0 }]);
    const instant = at('2026-07-01T00:00:00Z');
    expect(zoneOffsets('Europe/Berlin', { fromMs: instant, toMs: instant })).toEqual([
      { fromMs: instant, offsetMs: 2 * hour },
    ]);
  });

  it('includes a change at the very end', () => {
    const toMs = at('2026-03-29T01:00:00Z');
    expect(zoneOffsets('Europe/Berlin', { fromMs: year2026.fromMs, toMs })).toHaveLength(2);
    expect(zoneOffsets('Europe/Berlin', { fromMs: year2026.fromMs, toMs: toMs - 1 })).toHaveLength(1);
  });

  it('keeps the last offset from 2100 on, so that a date that stands for never costs nothing', () => {
    const never = at('9999-12-31T23:59:59Z');
    const offsets = zoneOffsets('Europe/Berlin', { fromMs: at('2099-01-01T00:00:00Z'), toMs: never });
    expect(offsets.map(({ offsetMs }) => offsetMs / hour)).toEqual([1, 2, 1]);
    expect(zoneOffsets('Europe/Berlin', { fromMs: never, toMs: never })).toEqual([{ fromMs: never, offsetMs: hour }]);
  });

  it('refuses a zone that does not exist', () => {
    expect(() => zoneOffsets('Europe/Atlantis', year2026)).toThrow(RangeError);
  });
});

describe('dayOf', () => {
  const dayIn = (zone: string, text: string) => {
    const offsets = zoneOffsets(zone, { fromMs: at('1970-01-01T00:00:00Z'), toMs: at('2030-01-01T00:00:00Z') });
    return new Date(dayOf(offsets)(at(text)) * 24 * hour).toISOString().slice(0, 10);
  };

  it('changes at midnight in the zone, on days of 23, 24 and 25 hours', () => {
    expect(dayIn('Europe/Berlin', '2026-03-28T22:59:59.999Z')).toBe('2026-03-28');
    expect(dayIn('Europe/Berlin', '2026-03-28T23:00:00Z')).toBe('2026-03-29');
    expect(dayIn('Europe/Berlin', '2026-03-29T21:59:59.999Z')).toBe('2026-03-29');
    expect(dayIn('Europe/Berlin', '2026-03-29T22:00:00Z')).toBe('2026-03-30');
    expect(dayIn('Europe/Berlin', '2026-10-25T22:59:59.999Z')).toBe('2026-10-25');
    expect(dayIn('Europe/Berlin', '2026-10-25T23:00:00Z')).toBe('2026-10-26');
  });

  it('changes at 01:00 where a day has no midnight', () => {
    expect(dayIn('America/Sao_Paulo', '2017-10-15T02:59:59.999Z')).toBe('2017-10-14');
    expect(dayIn('America/Sao_Paulo', '2017-10-15T03:00:00Z')).toBe('2017-10-15');
  });

  it('follows a change of half an hour', () => {
    expect(dayIn('Australia/Lord_Howe', '2026-04-04T12:59:59.999Z')).toBe('2026-04-04');
    expect(dayIn('Australia/Lord_Howe', '2026-04-04T13:00:00Z')).toBe('2026-04-05');
    expect(dayIn('Australia/Lord_Howe', '2026-04-05T13:29:59.999Z')).toBe('2026-04-05');
    expect(dayIn('Australia/Lord_Howe', '2026-04-05T13:30:00Z')).toBe('2026-04-06');
  });

  it('counts days before 1970, west of Greenwich', () => {
    const day = dayOf(zoneOffsets('America/Los_Angeles', { fromMs: 0, toMs: 0 }));
    expect(day(0)).toBe(-1);
    expect(day(8 * hour - 1)).toBe(-1);
    expect(day(8 * hour)).toBe(0);
  });

  it('agrees with Temporal for random instants in zones of every kind', () => {
    const zones = [
      'Europe/Berlin',
      'America/Sao_Paulo',
      'Australia/Lord_Howe',
      'Asia/Kathmandu',
      'Pacific/Apia',
      'Africa/Casablanca',
      'America/St_Johns',
      'UTC',
    ];
    const range = { fromMs: 0, toMs: at('2037-12-31T00:00:00Z') };
    const days = new Map(zones.map((zone) => [zone, dayOf(zoneOffsets(zone, range))]));
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: range.toMs }), (zone, timeMs) => {
        const local = Temporal.Instant.fromEpochMilliseconds(timeMs).toZonedDateTimeISO(zone).toPlainDate();
        expect(days.get(zone)?.(timeMs)).toBe(dayNumber(local.toString()));
      }),
      { numRuns: 2000 },
    );
  });
});
