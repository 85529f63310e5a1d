import { describe, expect, it } from 'vitest';
import { bindableParts } from './bindable-parts.ts';

describe('parts of a list that can be bound', () => {
  it('keeps every text, in its order, in parts of limited length', () => {
    const texts = Array.from({ length: 5000 }, (_, index) => `lead/${index}`.repeat((index % 7) + 1));
    const parts = [...bindableParts(texts)];
    expect(parts.flat()).toEqual(texts);
    expect(parts.length).toBeGreaterThan(1);
    for (const part of parts) expect(part.join('---').length).toBeLessThanOrEqual(30_000);
  });

  it('gives a text that is longer than that a part of its own', () => {
    const long = 'x'.repeat(40_000);
    expect([...bindableParts(['a', long, 'b'])]).toEqual([['a'], [long], ['b']]);
    expect([...bindableParts([])]).toEqual([]);
  });
});
