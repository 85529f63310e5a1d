import { describe, expect, it } from 'vitest';
import type { FactReducer, LogBounds, Reduction } from '../plan/reduction.ts';
import { inOrder } from './in-order.ts';

const bounds: LogBounds = { asOfMs: 0, knownAtMs: null, version: null };
const query = (anchor: string) => ({ anchor }) as Reduction;

/** A reducer that notes when it begins and ends to answer, and fails for one anchor. */
function noting(notes: string[], takesManyAtOnce: boolean): FactReducer {
  return {
    takesManyAtOnce,
    reduce: async ({ anchor }: Reduction) => {
      notes.push(`begin ${anchor}`);
      await new Promise((resolve) => setImmediate(resolve));
      notes.push(`end ${anchor}`);
      if (anchor === 'bad') throw new Error('no');
      return [];
    },
  } as Partial<FactReducer> as FactReducer;
}

describe('inOrder', () => {
  it('asks one thing after another, one that fails too', async () => {
    const notes: string[] = [];
    const reducer = inOrder(noting(notes, false));
    const outcomes = await Promise.allSettled(['a', 'bad', 'b'].map((anchor) => reducer.reduce(query(anchor), bounds)));
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(notes).toEqual(['begin a', 'end a', 'begin bad', 'end bad', 'begin b', 'end b']);
  });

  it('asks all at once where that is wanted', async () => {
    const notes: string[] = [];
    const reducer = inOrder(noting(notes, true));
    await Promise.all([reducer.reduce(query('a'), bounds), reducer.reduce(query('b'), bounds)]);
    expect(notes).toEqual(['begin a', 'begin b', 'end a', 'end b']);
  });
});
