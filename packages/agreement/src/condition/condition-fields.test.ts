import { describe, expect, it } from 'vitest';
import { conditionFields } from './condition-fields.ts';
import { conditionKind, conditionParts } from './condition-kind.ts';

const nested = {
  all: [
    { any: [{ field: 'source.channel', is: 'partner' }, { not: { field: 'company.employees', atLeast: 5 } }] },
    { field: 'source.channel', exists: true },
    { answer: { timeline: ['soon'] } },
    { grade: ['A'] },
  ],
} as const;

describe('conditionFields', () => {
  it('lists each field once, answers included', () => {
    expect(conditionFields(nested)).toEqual(['source.channel', 'company.employees', 'answers.timeline']);
  });

  it('is empty where no field is read', () => {
    expect(conditionFields({})).toEqual([]);
    expect(conditionFields({ readiness: ['hot'] })).toEqual([]);
  });
});

describe('conditionParts', () => {
  it('tells the way to each part', () => {
    expect(conditionParts(nested, ['readiness', 'hot']).map(({ path }) => path.join('.'))).toEqual([
      'readiness.hot',
      'readiness.hot.all.0',
      'readiness.hot.all.0.any.0',
      'readiness.hot.all.0.any.1',
      'readiness.hot.all.0.any.1.not',
      'readiness.hot.all.1',
      'readiness.hot.all.2',
      'readiness.hot.all.3',
    ]);
  });
});

describe('conditionKind', () => {
  it('names what is asked for', () => {
    expect(conditionParts(nested).map(({ condition }) => conditionKind(condition))).toEqual([
      'all',
      'any',
      'field',
      'not',
      'field',
      'field',
      'answer',
      'grade',
    ]);
    expect(conditionKind({})).toBe('always');
  });
});
