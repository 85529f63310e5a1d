import { describe, expect, it } from 'vitest';
import { askOnce } from './ask-once.ts';
import { createBatches } from './batches.ts';

describe('askOnce', () => {
  it('answers the same question that is asked twice at once by one look, others by their own', async () => {
    const looked: string[] = [];
    const ask = askOnce(async (query: string, bounds: number) => looked.push(`${query} ${bounds}`), createBatches());
    expect(await Promise.all([ask('a', 1), ask('a', 1), ask('b', 1), ask('a', 2)])).toEqual([1, 1, 2, 3]);
    expect(looked).toEqual(['a 1', 'b 1', 'a 2']);
    expect(await ask('a', 1)).toBe(4);
  });
});
