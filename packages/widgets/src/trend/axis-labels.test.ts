import { expect, test } from 'vitest';
import { axisLabels } from './axis-labels.ts';
import type { TrendPoint } from './trend.data.ts';

const names = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const months = (from: number, count: number) =>
  Array.from({ length: count }, (_, i) => {
    const at = from + i;
    return { short: names[at % 12], year: String(2024 + Math.floor(at / 12)) } as TrendPoint;
  });

test('with room for all, every period has its label, and each year stands below its first', () => {
  expect(axisLabels(months(10, 4), 400)).toEqual([['Nov', '2024'], 'Dec', ['Jan', '2025'], 'Feb']);
});

test('with less room the first periods of years keep theirs', () => {
  const labels = axisLabels(months(9, 26), 560);
  const shown = labels.flatMap((label, at) => (label === '' ? [] : [[at, label]]));
  expect(shown).toEqual([
    [0, ['Oct', '2024']],
    [3, ['Jan', '2025']],
    [5, 'Mar'],
    [7, 'May'],
    [9, 'Jul'],
    [11, 'Sep'],
    [13, 'Nov'],
    [15, ['Jan', '2026']],
    [17, 'Mar'],
    [19, 'May'],
    [21, 'Jul'],
    [23, 'Sep'],
    [25, 'Nov'],
  ]);
});

test('a first period too near to a new year leaves the room to it', () => {
  expect(axisLabels(months(11, 25), 400)[0]).toBe('');
  expect(axisLabels(months(11, 25), 400)[1]).toEqual(['Jan', '2025']);
});

test('within one year the year stands below the first', () => {
  expect(axisLabels(months(0, 3), 300)).toEqual([['Jan', '2024'], 'Feb', 'Mar']);
});

test('years need no second line, and nothing has no labels', () => {
  const years = ['2024', '2025'].map((year) => ({ short: year, year }) as TrendPoint);
  expect(axisLabels(years, 300)).toEqual(['2024', '2025']);
  expect(axisLabels([], 300)).toEqual([]);
});
