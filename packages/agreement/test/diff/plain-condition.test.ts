import { type Condition, type ConditionContext, evaluateCondition, type Json } from '@sameteam/agreement';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainCondition } from '../../src/diff/plain-condition.ts';

const question: fc.Arbitrary<Condition> = fc.constantFrom<Condition>(
  { field: 'company.employees', atLeast: 10 },
  { field: 'company.employees', between: [5, 20] },
  { field: 'company.employees', exists: false },
  { field: 'source.channel', is: 'web' },
  { field: 'source.channel', in: ['web', 'event'] },
  { grade: ['A', 'B'] },
  { engagement: { activity: ['demo'], count: 1, within: '7d' } },
  { answer: { timeline: ['soon'], budget: ['yes', 'no'] } },
  { answer: {} },
  {},
);

const condition: fc.Arbitrary<Condition> = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 4 },
    question,
    fc.record({ all: fc.array(tie('condition'), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('condition'), { maxLength: 3 }) }),
    fc.record({ not: tie('condition') }),
  ),
})).condition;

const day = 86_400_000;

const lead: fc.Arbitrary<ConditionContext> = fc.record({
  nowMs: fc.constant(100 * day),
  fields: fc.record(
    {
      'company.employees': fc.constantFrom(1, 5, 15, 30),
      'source.channel': fc.constantFrom('web', 'event', 'other'),
    },
    { requiredKeys: [] },
  ),
  grade: fc.constantFrom('A' as const, 'B' as const, 'C' as const),
  engagements: fc.array(fc.record({ activity: fc.constant('demo'), timeMs: fc.constantFrom(50 * day, 99 * day) }), {
    maxLength: 2,
  }),
  answers: fc.record({ timeline: fc.constant('soon'), budget: fc.constantFrom('yes', 'no') }, { requiredKeys: [] }),
});

const plain = (one: Condition): Json => plainCondition(one as unknown as Json);

/** The same condition with time that elapses as it is written in an agreement. */
function written(value: Json, key = ''): Json {
  if (key === 'within' && typeof value === 'number') return `${value / 3_600_000}h`;
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => written(item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, own]) => [name, written(own as Json, name)]));
}

describe('the plain form of a condition', () => {
  it('holds for the same leads, and has itself as its plain form', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(condition, lead, (one, context) => {
        const form = written(plain(one)) as unknown as Condition;
        expect(evaluateCondition(form, context)).toBe(evaluateCondition(one, context));
        expect(plain(form)).toEqual(plain(one));
      }),
      { endOnFailure: true, numRuns: 2000 },
    );
  });

  it('is the same for groups inside of one another, what is denied twice, and sets in another order', () => {
    const [a, b, c]: readonly Condition[] = [
      { grade: ['A'] },
      { company: ['customer'] },
      { readiness: ['hot', 'raw'] },
    ];
    if (a === undefined || b === undefined || c === undefined) throw new Error('Three are needed.');
    expect(plain({ any: [a, { any: [b, c] }] })).toEqual(plain({ any: [c, b, a, a] }));
    expect(plain({ not: { any: [a, { not: b }] } })).toEqual(plain({ all: [{ not: a }, b] }));
    expect(plain({ readiness: ['raw', 'hot'] })).toEqual(plain({ all: [c] }));
    expect(plain({ all: [a, b] })).not.toEqual(plain({ any: [a, b] }));
    expect(plain({ not: a })).not.toEqual(plain(a));
  });
});
