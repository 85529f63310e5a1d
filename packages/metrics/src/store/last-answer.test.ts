import { describe, expect, it } from 'vitest';
import { lastAnswer } from './last-answer.ts';

describe('lastAnswer', () => {
  it('asks once while the question is the same, and anew after another one or when told', async () => {
    const asked: number[] = [];
    const last = lastAnswer(async (question: number) => asked.push(question), String);
    expect([await last.of(1), await last.of(1), await last.of(2), await last.of(1)]).toEqual([1, 1, 2, 3]);
    last.forget();
    expect(await last.of(1)).toBe(4);
    expect(asked).toEqual([1, 2, 1, 1]);
  });
});
