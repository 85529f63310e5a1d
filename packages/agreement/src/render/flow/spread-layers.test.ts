import { describe, expect, it } from 'vitest';
import { spreadLayers } from './spread-layers.ts';

const boxes = Array.from({ length: 10 }, (_, index) => ({ id: String(index), width: 100 }));

describe('spreadLayers', () => {
  it('keeps layers that fit', () => {
    const layer = new Map(boxes.map(({ id }, index) => [id, index % 2]));
    expect(spreadLayers(boxes, layer, { gap: 10, most: 1200 })).toEqual(layer);
  });

  it('parts what is too wide evenly, and keeps what is below it below', () => {
    const layer = new Map(boxes.map(({ id }, index) => [id, index === 9 ? 1 : 0]));
    const spread = spreadLayers(boxes, layer, { gap: 10, most: 400 });
    expect(boxes.map(({ id }) => spread.get(id))).toEqual([0, 0, 0, 1, 1, 1, 2, 2, 2, 3]);
  });

  it('gives a box that is too wide a layer of its own', () => {
    const spread = spreadLayers(
      [
        { id: 'a', width: 900 },
        { id: 'b', width: 900 },
      ],
      new Map(),
      { gap: 10, most: 400 },
    );
    expect([...spread.values()]).toEqual([0, 1]);
  });
});
