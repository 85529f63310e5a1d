import type { Condition, ConditionContext, ConditionField, FieldValue } from '@sameteam/agreement';
import { modelFields, traitsOf } from '@sameteam/agreement';
import { eventTypes } from '@sameteam/model';
import fc from 'fast-check';

const dayMs = 86_400_000;
const nowMs = Date.UTC(2026, 9, 1, 12);

/** Texts that a careless engine takes for one another, or for its own. */
const texts = [
  ...['partner', 'Partner', 'partner ', '', '0', '5', 'true', 'null', 'NULL', 'constructor', '__proto__'],
  ...["o'neil", "'; DROP TABLE known_leads; --", '$c1', '{c1:String}', '%', '_', '\\', '\\n', '"', '\t', '\u{1F600}'],
  ...[
    'nul',
    '\ufffd',
    'half\ufffd',
    '\u00e4',
    'a\u0308',
    '\u212b',
    'stra\u00dfe',
    'STRASSE',
    '\uffff',
    '\ufb01',
    '\u200b',
  ],
];
/** Texts that no store holds; a condition may still name them. */
const unheld = ['nul\0', 'half\ud800', '\udc00'];
const numbers = [
  0,
  -0,
  1,
  5,
  200,
  0.1,
  0.2,
  0.1 + 0.2,
  0.07,
  0.29,
  1.005,
  1e15,
  2 ** 53,
  2 ** 53 - 1,
  -7.5,
  1e-300,
  1e300,
];
const names = ['timeline', 'budget', 'constructor', 'toString'];
const activities = ['webinar', 'visit', 'constructor'];
const purposes = ['newsletter', 'call'];
const channels = ['email', 'phone'];
const readiness = ['hot', 'warm', 'raw'];
const segments = ['partner', 'outbound'];
const grades = ['A', 'B', 'C', 'D'] as const;
const statuses = ['granted', 'denied', 'withdrawn'] as const;
const companyStates = ['customer', 'open_deal'] as const;
const meetings = ['scheduled', 'rescheduled', 'completed', 'no_show', 'canceled'] as const;
const events = [...eventTypes.slice(0, 3), 'lead.engaged', 'lead.replied'] as const;
const attributes = ['trial', 'constructor', '__proto__', "o'neil"].map(
  (name): ConditionField => `lead.attributes.${name}`,
);

/** Lists that all leads share; `absent` is declared by nobody. */
export const randomLists: Readonly<Record<string, ReadonlySet<string>>> = {
  named: new Set(['partner', '\u00e4', '']),
  rivals: new Set(["o'neil", '5', '\u{1F600}']),
  empty: new Set(),
};

const one = <T>(values: readonly T[]) => fc.constantFrom(...values);
const some = <T>(values: fc.Arbitrary<T>) => fc.array(values, { minLength: 1, maxLength: 4 });
const text = one(texts);
/** Whole parts; those that a product with 100 or a quotient by it misses come most. */
const minor = fc.oneof(
  { weight: 3, arbitrary: one([0, 7, 14, 28, 29, 56, 57, 58, 113, 114, -7, -29]) },
  fc.integer({ min: -300, max: 300 }),
  fc.maxSafeInteger(),
  one([Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER]),
);
const number = fc.oneof(one(numbers), fc.double({ noNaN: true }), fc.integer());

/** Contexts such as the tables of what is known can hold, money of a currency with so many digits. */
export function randomContext(digits: number): fc.Arbitrary<ConditionContext> {
  const money = minor.map((whole) => whole / 10 ** digits);
  const aValueOf = (field: ConditionField): fc.Arbitrary<FieldValue> => {
    const { type } = traitsOf(field);
    if (type === 'money') return money;
    if (type === 'number') return fc.oneof(number, one([Number.NaN, Infinity, -Infinity]));
    return type === 'any' ? fc.oneof(text, number, fc.boolean(), fc.constant(Number.NaN)) : text;
  };
  const fields = Object.fromEntries(
    [...modelFields, ...attributes].map((field) => [field, fc.option(aValueOf(field), { freq: 3 })]),
  );
  const timeMs = fc.oneof(
    fc.integer({ min: 0, max: 12 }).map((halves) => nowMs - (halves * dayMs) / 2),
    fc.integer({ min: -2, max: 4 * dayMs }).map((ago) => nowMs - ago),
  );
  const allFields = fc.record(fields);
  return fc.record(
    {
      fields: allFields,
      lists: fc.constant(randomLists),
      grade: fc.option(one(grades)),
      readiness: fc.option(one(readiness)),
      segment: fc.option(one(segments)),
      engagementPoints: fc.integer({ min: -2000, max: 60_000 }).map((thousandths) => thousandths / 1000),
      engagements: fc.array(fc.record({ activity: one(activities), timeMs }), { maxLength: 6 }),
      answers: fc.dictionary(one(names), fc.option(text)),
      consents: fc.array(
        fc.record({ purpose: one(purposes), channel: fc.option(one(channels)), status: one(statuses) }),
        { maxLength: 3 },
      ),
      companyStates: fc.uniqueArray(one(companyStates)),
      lastEventMs: fc.dictionary(one(events), timeMs),
      meetings: fc.array(one(meetings), { maxLength: 3 }),
      nowMs: fc.constant(nowMs),
    },
    { requiredKeys: ['fields', 'lists'] },
  );
}

const conditionText = fc.oneof({ weight: 9, arbitrary: text }, one(unheld));
const conditionNumber = fc.oneof(
  number,
  minor.map((whole) => whole / 100),
  minor.map((whole) => whole / 1000),
);
const conditionValue = fc.oneof(conditionText, conditionNumber, fc.boolean());
const field = one([...modelFields, ...attributes].filter((name) => traitsOf(name).personal !== true));
/** Those that are neither text alone: most questions to texts are about numbers otherwise. */
const measured = one([
  'company.employees' as const,
  'company.annualRevenue' as const,
  'opportunity.amount' as const,
  ...attributes,
]);
const days = fc.integer({ min: 0, max: 5 });

const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ field, is: conditionValue }),
  fc.record({ field, in: some(conditionValue) }),
  fc.record({ field: measured, is: conditionNumber }),
  fc.record({ field: measured, in: some(conditionNumber) }),
  fc.record({
    field: measured,
    between: fc.tuple(conditionNumber, conditionNumber).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const),
  }),
  fc.record({ field: measured, atLeast: conditionNumber }),
  fc.record({ field: measured, atMost: conditionNumber }),
  fc.record({ field, atLeast: conditionNumber }),
  fc.record({ field, atMost: conditionNumber }),
  fc.record({ field, inList: one(['named', 'rivals', 'empty', 'absent', 'constructor']) }),
  fc.record({ field: one([...modelFields, ...attributes]), exists: fc.boolean() }),
  fc.record({ grade: some(one(grades)) }),
  fc.record({ readiness: some(one(readiness)) }),
  fc.record({ segment: some(one(segments)) }),
  fc.record({ engagement: fc.record({ atLeast: conditionNumber }) }),
  fc.record({
    engagement: fc.record(
      {
        activity: some(one(activities)),
        count: fc.integer({ min: 1, max: 3 }),
        within: one(['1d', '2d', '36h', '1m', '99999d'] as const),
      },
      { requiredKeys: ['count'] },
    ),
  }),
  fc.record({ answer: fc.dictionary(one(names), some(conditionText), { minKeys: 1, maxKeys: 2 }) }),
  fc.record({
    consent: fc.record(
      { purpose: one(purposes), channel: one(channels), status: one(statuses) },
      { requiredKeys: ['status'] },
    ),
  }),
  fc.record({ company: some(one(companyStates)) }),
  fc.record({ daysSince: fc.record({ event: one(events), atLeast: days }) }),
  fc.record({ daysSince: fc.record({ event: one(events), atMost: days }) }),
  fc.record({ daysSince: fc.record({ event: one(events), atLeast: days, atMost: days }) }),
  fc.record({ meeting: some(one(meetings)) }),
  fc.constant({}),
);

/** Conditions of the whole language, of every form and nested. */
export const randomCondition: fc.Arbitrary<Condition> = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 4, arbitrary: leaf },
    fc.record({ not: tie('condition') }),
    fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 4 }) }),
    fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 4 }) }),
  ),
})).condition;
