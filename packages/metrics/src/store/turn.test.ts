import { describe, expect, it } from 'vitest';
import { createTurn } from './turn.ts';

describe('createTurn', () => {
  it('lets one after another, in the order in which they came', async () => {
    const turn = createTurn();
    const log: string[] = [];
    const work = async (name: string, pauseMs: number) => {
      const done = await turn();
      log.push(`${name} begins`);
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
      log.push(`${name} ends`);
      done();
    };
    await Promise.all([work('a', 5), work('b', 0), work('c', 1)]);
    expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  });
});
