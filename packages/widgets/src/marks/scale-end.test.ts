import { expect, test } from 'vitest';
import { scaleEnd } from './scale-end.ts';

test('a scale ends at a round number that holds everything', () => {
  expect(scaleEnd([0.233, 0.354, null])).toBe(0.4);
  expect(scaleEnd([2296])).toBe(3000);
  expect(scaleEnd([0.1])).toBe(0.1);
  expect(scaleEnd([0.0101])).toBe(0.015);
});

test('nothing to hold still gives a scale', () => {
  expect(scaleEnd([])).toBe(1);
  expect(scaleEnd([null, 0])).toBe(1);
});
