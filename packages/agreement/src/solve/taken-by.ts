import type { Condition } from '../condition/condition.ts';

/** A clause that takes the leads that its condition holds for. */
export interface Taker {
  readonly name: string;
  readonly when: Condition;
}

/**
 * The fewest of some clauses that together take every lead that a condition holds for; none of them can be left out.
 * O(takers) calls.
 * @param takers together they take all of them
 * @param isPossible whether a condition holds for some lead
 */
export function takenBy(
  condition: Condition,
  takers: readonly Taker[],
  isPossible: (condition: Condition) => boolean,
): readonly Taker[] {
  let needed = takers;
  for (const taker of takers) {
    const others = needed.filter((other) => other !== taker);
    if (!isPossible({ all: [condition, ...others.map(({ when }) => ({ not: when }))] })) needed = others;
  }
  return needed;
}
