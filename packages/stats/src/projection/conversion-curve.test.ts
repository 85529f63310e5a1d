import { expect, it } from 'vitest';
import { conversionCurve } from './conversion-curve.ts';

it('counts who was watched through each day, and who converted on it', () => {
  const curve = conversionCurve([
    { converted: true, days: 0, rows: 1 },
    { converted: true, days: 2, rows: 3 },
    { converted: false, days: 1, rows: 2 },
    { converted: false, days: 3, rows: 4 },
    { converted: false, days: 3, rows: 1 },
  ]);
  expect([...curve.atRisk]).toEqual([11, 10, 8, 5]);
  expect([...curve.converted]).toEqual([1, 0, 3, 0]);
});

it('is empty for nobody', () => {
  expect(conversionCurve([]).atRisk).toHaveLength(0);
});

it('refuses rows and days that are no counts', () => {
  for (const row of [
    { days: 0.5, rows: 1 },
    { days: 1, rows: -1 },
  ]) {
    expect(() => conversionCurve([{ converted: true, ...row }])).toThrow(
      expect.objectContaining({ name: 'StatsError', code: 'not-a-count' }),
    );
  }
});
