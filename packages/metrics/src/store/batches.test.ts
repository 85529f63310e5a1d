import { describe, expect, it } from 'vitest';
import { createBatches } from './batches.ts';

function doubling(calls: (readonly number[])[], fails = false) {
  return createBatches()<number, number>({
    keyOf: (number) => String(number % 2),
    answer: async (numbers) => {
      calls.push(numbers);
      if (fails) throw new Error('no');
      return numbers.map((number) => number * 2);
    },
  });
}

describe('createBatches', () => {
  it('answers together what is asked at once, by key', async () => {
    const calls: (readonly number[])[] = [];
    const ask = doubling(calls);
    expect(await Promise.all([1, 2, 3, 4, 5].map(ask))).toEqual([2, 4, 6, 8, 10]);
    expect(calls).toEqual([
      [1, 3, 5],
      [2, 4],
    ]);
  });

  it('takes what is asked later, or after an answer, into another batch', async () => {
    const calls: (readonly number[])[] = [];
    const ask = doubling(calls);
    expect(await ask(1)).toBe(2);
    const first = ask(3);
    await new Promise((resolve) => setImmediate(resolve));
    expect(await Promise.all([first, ask(5)])).toEqual([6, 10]);
    expect(calls).toEqual([[1], [3], [5]]);
  });

  it('fails for each question of a batch, and works on', async () => {
    const calls: (readonly number[])[] = [];
    const ask = doubling(calls, true);
    const outcomes = await Promise.allSettled([ask(1), ask(3), ask(2)]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(calls).toEqual([[1, 3], [2]]);
  });
});
