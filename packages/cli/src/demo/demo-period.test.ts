import { expect, it } from 'vitest';
import { demoPeriod } from './demo-period.ts';

it('is the 24 whole months before this one, and this one until now', () => {
  expect(demoPeriod(Date.UTC(2026, 9, 1, 12))).toEqual({
    start: '2024-10-01',
    end: '2026-10-01T12:00:00.000Z',
    months: 24,
  });
  expect(demoPeriod(Date.UTC(2026, 0, 31)).start).toBe('2024-01-01');
});
