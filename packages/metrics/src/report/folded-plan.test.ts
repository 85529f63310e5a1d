import { describe, expect, it } from 'vitest';
import { parsePlan } from '../plan/parse-plan.ts';
import { foldableDimensions, keptValues, partPlans } from './folded-plan.ts';

const plan = parsePlan(
  { metrics: ['captured'], by: ['source.channel', 'owner', 'month'] },
  { zone: 'UTC', nowMs: Date.UTC(2026, 0, 1) },
);

describe('keptValues', () => {
  it('keeps the largest, by UTF-8 where they are as large, the missing one last', () => {
    const sizes = new Map([
      [null, 5],
      ['ﾮ', 5],
      ['😀', 5],
      ['large', 9],
      ['small', 1],
    ]);
    expect(keptValues('owner', sizes, 3)).toEqual({ dimension: 'owner', kept: ['large', 'ﾮ', '😀'], folded: 2 });
    expect(keptValues('owner', sizes, 4)?.kept).toEqual(['large', 'ﾮ', '😀', null]);
  });

  it('folds nothing where there is room for all', () => {
    expect(keptValues('owner', new Map([['a', 1]]), 1)).toBeNull();
  });
});

describe('partPlans', () => {
  const channel = { dimension: 'source.channel', kept: ['email', null], folded: 7 } as const;
  const owner = { dimension: 'owner', kept: ['amy'], folded: 3 } as const;

  it('is the plan itself where nothing is cut', () => {
    expect(partPlans(plan, [])).toEqual([{ plan, folded: [] }]);
  });

  it('keeps and folds each cut dimension: every lead is in one part', () => {
    const parts = partPlans(plan, [channel, owner]);
    expect(
      parts.map(({ plan: { by, filters }, folded }) => [
        by,
        filters.map((one) => ('in' in one ? 'in' : 'notIn')),
        folded.length,
      ]),
    ).toEqual([
      [['source.channel', 'owner', 'month'], ['in', 'in'], 0],
      [['owner', 'month'], ['in', 'notIn'], 1],
      [['source.channel', 'month'], ['notIn', 'in'], 1],
      [['month'], ['notIn', 'notIn'], 2],
    ]);
  });

  it('folds no calendar', () => {
    expect(foldableDimensions(plan)).toEqual(['source.channel', 'owner']);
  });
});
