import { expect, test } from 'vitest';
import { type Box, type Ground, labelPlace } from './label-place.ts';

const area: Box = { left: 0, right: 300, top: 0, bottom: 200 };
const around = (x: number, top: number, bottom: number): Box => ({ left: x - 5, right: x + 5, top, bottom });
const label = (own: Box) => ({ width: 40, height: 12, own, isBelow: false, farthest: 28 });
const free: Ground = { area, marks: [], lines: [] };

test('with room it stands above its mark, in the middle', () => {
  expect(labelPlace(label(around(100, 80, 120)), free)).toEqual({ x: 100, y: 76 });
  expect(labelPlace({ ...label(around(100, 80, 120)), isBelow: true }, free)).toEqual({ x: 100, y: 136 });
});

test('at an edge it stays within the drawing', () => {
  expect(labelPlace(label(around(295, 80, 120)), free)).toEqual({ x: 280, y: 76 });
  expect(labelPlace(label(around(100, 8, 120)), free)?.y).toBe(136);
});

test('it covers neither the mark beside its own nor the line between them', () => {
  // A fall at the end of a narrow drawing, as of 10.0 % after 13.5 %.
  const [before, last] = [around(270, 40, 75), around(295, 75, 110)];
  const line = { from: [270, 58], to: [295, 92] } as const;
  expect(labelPlace(label(last), { ...free, marks: [before, last], lines: [line] })).toEqual({ x: 280, y: 126 });
});

test('it gives way to a line that passes over its place', () => {
  const line = { from: [0, 70], to: [300, 70] } as const;
  expect(labelPlace(label(around(100, 80, 120)), { ...free, lines: [line] })).toEqual({ x: 100, y: 136 });
  expect(labelPlace(label(around(100, 80, 190)), { ...free, lines: [line] })).toEqual({ x: 100, y: 67 });
});

test('it stays at its mark where it may not move', () => {
  const higher = around(120, 60, 200);
  const fixed = { ...label(around(100, 80, 200)), farthest: 0 };
  expect(labelPlace(fixed, { ...free, marks: [higher] })).toBeNull();
  expect(labelPlace(fixed, free)).toEqual({ x: 100, y: 76 });
});

test('it is left out where all places near its mark are taken', () => {
  const wall = { left: 0, right: 300, top: 0, bottom: 78 };
  expect(labelPlace(label(around(100, 80, 190)), { ...free, marks: [wall] })).toBeNull();
  const high = { left: 0, right: 300, top: 40, bottom: 78 };
  expect(labelPlace(label(around(100, 80, 190)), { ...free, marks: [high] })).toBeNull();
});
