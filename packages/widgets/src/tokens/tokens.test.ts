import { describe, expect, test } from 'vitest';
import { contrast, seenDistance, visions } from '../../test/colour-contrast.ts';
import { type ColourName, colours, tokenDeclarations } from './tokens.ts';

const grounds = ['paper', 'surface', 'sunken'] as const;
const schemes = ['light', 'dark'] as const;

test('the contrast of black on white is 21', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
});

describe.each(schemes)('%s', (scheme) => {
  const ratio = (a: ColourName, b: ColourName) => contrast(colours[a][scheme], colours[b][scheme]);

  test.each(grounds)('text on %s has at least 4.5 to 1', (ground) => {
    for (const ink of ['ink', 'ink-soft', 'ink-muted', 'data', 'signal', 'fault', 'focus'] as const)
      expect(ratio(ink, ground), ink).toBeGreaterThanOrEqual(4.5);
  });

  test.each(grounds)('marks and edges of controls on %s have at least 3 to 1', (ground) => {
    for (const mark of ['data', 'signal', 'edge', 'focus'] as const)
      expect(ratio(mark, ground), mark).toBeGreaterThanOrEqual(3);
  });

  test('text and bars stay readable on a selected row', () => {
    expect(ratio('ink', 'data-soft')).toBeGreaterThanOrEqual(4.5);
    expect(ratio('ink-soft', 'data-soft')).toBeGreaterThanOrEqual(4.5);
    expect(ratio('data', 'data-soft')).toBeGreaterThanOrEqual(3);
  });

  test.each(Object.keys(visions) as (keyof typeof visions)[])('data, target and neutral differ for %s', (vision) => {
    const distance = (a: ColourName, b: ColourName) => seenDistance(colours[a][scheme], colours[b][scheme], vision);
    expect(distance('data', 'signal')).toBeGreaterThan(0.15);
    expect(distance('data', 'ink-muted')).toBeGreaterThan(0.07);
    expect(distance('signal', 'ink-muted')).toBeGreaterThan(0.07);
  });
});

test('every token can be set from outside', () => {
  expect(tokenDeclarations()).toContain('--_data: var(--st-data, light-dark(#2d5a9b, #86ade8));');
});
