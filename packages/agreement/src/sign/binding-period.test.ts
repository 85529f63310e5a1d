import { describe, expect, it } from 'vitest';
import { bindingPeriod } from './binding-period.ts';

describe('bindingPeriod', () => {
  it.each([
    ['Europe/Berlin', '2026-10-01', '2026-12-31', '2026-09-30T22:00:00Z', '2026-12-31T23:00:00Z'],
    ['Europe/Berlin', '2026-03-29', '2026-03-29', '2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z'],
    ['UTC', '2026-01-01', '2026-01-01', '2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z'],
    // Clocks went from 0:00 to 1:00, so that the day began at 1:00.
    ['America/Sao_Paulo', '2017-10-15', '2017-10-14', '2017-10-15T03:00:00Z', '2017-10-15T03:00:00Z'],
  ])('in %s, %s to %s begins and ends at midnight there', (timeZone, effective, until, from, end) => {
    expect(bindingPeriod({ timeZone, effective, until })).toEqual({
      fromMs: Date.parse(from),
      untilMs: Date.parse(end),
    });
  });

  it('is open where no day is named', () => {
    expect(bindingPeriod({ timeZone: 'UTC', effective: null, until: null })).toEqual({ fromMs: null, untilMs: null });
  });
});
