import { describe, expect, it } from 'vitest';
import { subjectGroups } from './subject-groups.ts';

describe('groups of subjects', () => {
  it('are one each, until they are joined', () => {
    const groups = subjectGroups(6);
    expect([0, 1, 2, 3, 4, 5].map(groups.of)).toEqual([0, 1, 2, 3, 4, 5]);
    groups.join(5, 3);
    groups.join(4, 1);
    expect([0, 1, 2, 3, 4, 5].map(groups.of)).toEqual([0, 1, 2, 3, 1, 3]);
    groups.join(4, 5);
    groups.join(3, 1);
    expect([0, 1, 2, 3, 4, 5].map(groups.of)).toEqual([0, 1, 2, 1, 1, 1]);
  });

  it('are the same in whatever order they are joined', () => {
    const pairs = [
      [1, 2],
      [3, 4],
      [2, 3],
      [9, 8],
      [7, 9],
    ] as const;
    const joined = (order: readonly (readonly [number, number])[]) => {
      const groups = subjectGroups(10);
      for (const [a, b] of order) groups.join(a, b);
      return Array.from({ length: 10 }, (_, subject) => groups.of(subject));
    };
    expect(joined(pairs.toReversed().map(([a, b]) => [b, a] as const))).toEqual(joined(pairs));
  });
});
