import { describe, expect, it } from 'vitest';
import { type Retraction, standingRetractions } from './standing-retractions.ts';

/** Event 10 and so on are retractions, 1 to 9 what they take back. */
const retraction = (event: number, ...targets: readonly number[]): Retraction => ({
  event,
  targets,
  from: 'some import',
  import: null,
});
const standing = (...given: readonly Retraction[]) => standingRetractions(given).map(({ event }) => event);

describe('standingRetractions', () => {
  it('keeps retractions that nobody takes back, in their order', () => {
    expect(standing(retraction(10, 1), retraction(11, 2, 3))).toEqual([10, 11]);
    expect(standing()).toEqual([]);
  });

  it('drops one that a later one takes back', () => {
    expect(standing(retraction(10, 1), retraction(11, 10))).toEqual([11]);
  });

  it('brings it back when that one is taken back in turn', () => {
    expect(standing(retraction(10, 1), retraction(11, 10), retraction(12, 11))).toEqual([10, 12]);
  });

  it('lets none take back a later one, or itself', () => {
    expect(standing(retraction(10, 11), retraction(11, 1))).toEqual([10, 11]);
    expect(standing(retraction(10, 10))).toEqual([10]);
    expect(standing(retraction(10, 11), retraction(11, 10))).toEqual([11]);
  });

  it('drops those that came with an import that a later one takes back', () => {
    const brought = { ...retraction(10, 1), from: 'wrong file' };
    const whole = { ...retraction(11), import: 'wrong file' };
    expect(standing(brought, whole)).toEqual([11]);
    expect(standing(whole, brought)).toEqual([11, 10]);
    expect(standing(brought, whole, retraction(12, 11))).toEqual([10, 12]);
  });
});
