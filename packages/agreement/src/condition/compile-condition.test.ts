import { type EventType, eventTypes } from '@sameteam/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ConditionField } from '../vocabulary/fields.ts';
import { companyStates, consentStatuses, grades, meetingStatuses } from '../vocabulary/states.ts';
import { compileCondition } from './compile-condition.ts';
import type { Condition } from './condition.ts';
import type { ConditionContext } from './condition-context.ts';
import { evaluateCondition } from './evaluate-condition.ts';

const dayMs = 86_400_000;
/** Names that every object has already, beside such as people write. */
const names = ['timeline', 'budget', 'constructor', '__proto__', 'toString', 'hasOwnProperty'];
const texts = ['partner', 'Partner', 'a', '', '5', 'true', 'null', 'ä', 'a\u0308', '😀', '__proto__', 'constructor'];
const numbers = [0, -0, 1, 5, 200, 0.1 + 0.2, 2 ** 53 + 2, -1e300, Infinity, -Infinity, Number.NaN];
const fields = [
  'source.channel',
  'company.employees',
  'company.annualRevenue',
  'lead.product',
  'contact.role',
  'lead.attributes.trial',
  'lead.attributes.__proto__',
  // Names that no agreement can hold, in case that somebody makes a condition by hand.
  '__proto__',
  'constructor',
] as readonly ConditionField[];
const events: readonly EventType[] = ['lead.engaged', 'lead.replied', ...eventTypes.slice(0, 2)];

const text = fc.constantFrom(...texts);
const number = fc.oneof(fc.constantFrom(...numbers), fc.double());
const value = fc.oneof(text, number, fc.boolean());
const field = fc.constantFrom(...fields);
const some = <T>(of: fc.Arbitrary<T>) => fc.array(of, { minLength: 1, maxLength: 4 });
const days = fc.integer({ min: 0, max: 4 });

const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ field, is: value }),
  fc.record({ field, in: some(value) }),
  fc.record({ field, between: fc.tuple(number, number) }),
  fc.record({ field, atLeast: number }),
  fc.record({ field, atMost: number }),
  fc.record({ field, inList: fc.constantFrom(...names) }),
  fc.record({ field, exists: fc.boolean() }),
  fc.record({ grade: some(fc.constantFrom(...grades)) }),
  fc.record({ readiness: some(fc.constantFrom('hot', 'warm', 'constructor')) }),
  fc.record({ segment: some(fc.constantFrom('partner', '__proto__')) }),
  fc.record({ engagement: fc.record({ atLeast: number }) }),
  fc.record({
    engagement: fc.record(
      {
        activity: some(fc.constantFrom('webinar', 'visit')),
        count: fc.integer({ min: 1, max: 3 }),
        within: fc.constantFrom('1d', '2d', '48h', '1m'),
      },
      { requiredKeys: ['count'] },
    ),
  }),
  fc.record({ answer: fc.dictionary(fc.constantFrom(...names), some(text), { minKeys: 1, maxKeys: 2 }) }),
  fc.record({
    consent: fc.record(
      { purpose: fc.constantFrom('newsletter', 'call'), channel: fc.constantFrom('email', 'phone'), status: status() },
      { requiredKeys: ['status'] },
    ),
  }),
  fc.record({ company: some(fc.constantFrom(...companyStates)) }),
  fc.record({ daysSince: fc.record({ event: fc.constantFrom(...events), atLeast: days, atMost: days }) }),
  fc.record({ daysSince: fc.record({ event: fc.constantFrom(...events), atMost: days }) }),
  fc.record({ meeting: some(fc.constantFrom(...meetingStatuses)) }),
  fc.constant({}),
);

const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    { weight: 3, arbitrary: leaf },
    fc.record({ not: tie('condition') }),
    fc.record({ all: fc.array(tie('condition'), { maxLength: 4 }) }),
    fc.record({ any: fc.array(tie('condition'), { maxLength: 4 }) }),
  ),
}));

function status() {
  return fc.constantFrom(...consentStatuses);
}

const timeMs = fc.integer({ min: -1, max: 12 }).map((halves) => (halves * dayMs) / 2);
const context: fc.Arbitrary<ConditionContext> = fc.record(
  {
    fields: fc.dictionary(field, fc.option(value), { maxKeys: 6 }),
    lists: fc.dictionary(
      fc.constantFrom(...names),
      some(text).map((entries) => new Set(entries)),
    ),
    grade: fc.option(fc.constantFrom(...grades)),
    readiness: fc.option(fc.constantFrom('hot', 'warm', 'constructor')),
    segment: fc.option(fc.constantFrom('partner', '__proto__')),
    engagementPoints: number,
    engagements: fc.array(fc.record({ activity: fc.constantFrom('webinar', 'visit', 'click'), timeMs })),
    answers: fc.dictionary(fc.constantFrom(...names), fc.option(text)),
    consents: fc.array(
      fc.record({
        purpose: fc.constantFrom('newsletter', 'call'),
        channel: fc.option(fc.constantFrom('email', 'phone')),
        status: status(),
      }),
    ),
    companyStates: fc.array(fc.constantFrom(...companyStates)),
    lastEventMs: fc.dictionary(fc.constantFrom(...events), timeMs),
    meetings: fc.array(fc.constantFrom(...meetingStatuses)),
    nowMs: fc.oneof({ weight: 9, arbitrary: fc.constant(5 * dayMs) }, fc.constant(Number.NaN)),
  },
  { requiredKeys: ['fields'] },
);

describe('compileCondition', () => {
  it('answers as evaluateCondition does', () => {
    const answered = { true: 0, false: 0 };
    fc.assert(
      fc.property(condition, fc.array(context, { minLength: 1, maxLength: 8 }), (asked, contexts) => {
        const holds = compileCondition(asked);
        for (const known of contexts) {
          const expected = evaluateCondition(asked, known);
          answered[`${expected}`] += 1;
          expect(holds(known)).toBe(expected);
        }
      }),
      { numRuns: 20_000, endOnFailure: true },
    );
    expect(Math.min(answered.true, answered.false)).toBeGreaterThan(10_000);
  }, 120_000);

  it.each<readonly [string, Condition]>([
    ['every part of a wide list', { all: Array.from({ length: 70_000 }, () => ({ not: { grade: ['A'] } })) }],
    [
      'any part of a wide list',
      { any: Array.from({ length: 70_000 }, (_, n) => ({ grade: [n === 69_999 ? 'B' : 'A'] })) },
    ],
    [
      'lists of lists',
      { all: Array.from({ length: 300 }, () => ({ any: Array.from({ length: 300 }, () => ({ grade: ['B'] })) })) },
    ],
  ])('asks %s', (_, asked) => {
    const holds = compileCondition(asked);
    expect([holds({ fields: {}, grade: 'B' }), holds({ fields: {}, grade: 'A' })]).toEqual([
      evaluateCondition(asked, { fields: {}, grade: 'B' }),
      evaluateCondition(asked, { fields: {}, grade: 'A' }),
    ]);
    expect(holds({ fields: {}, grade: 'B' })).toBe(true);
  });

  it('asks no further than it has to', () => {
    const asked: string[] = [];
    const fields = new Proxy<ConditionContext['fields']>({}, { get: (_, name) => void asked.push(String(name)) });
    const holds = compileCondition({
      any: [
        {
          all: [
            { field: 'source.channel', is: 'a' },
            { field: 'source.medium', is: 'b' },
          ],
        },
        { not: { field: 'source.motion', is: 'c' } },
        { field: 'source.campaign', is: 'd' },
      ],
    });
    expect(holds({ fields })).toBe(true);
    expect(asked).toEqual(['source.channel', 'source.motion']);
  });

  it('reads what an object has itself, also where somebody taught all objects a field', () => {
    const taught = 'lead.owner';
    Object.defineProperty(Object.prototype, taught, { value: 'mallory', configurable: true });
    try {
      const asked: Condition = { field: taught, is: 'mallory' };
      expect(compileCondition(asked)({ fields: {} })).toBe(evaluateCondition(asked, { fields: {} }));
    } finally {
      Reflect.deleteProperty(Object.prototype, taught);
    }
  });
});
