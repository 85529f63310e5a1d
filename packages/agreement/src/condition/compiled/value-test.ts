import type { ConditionValue, FieldCondition } from '../condition.ts';
import type { ConditionContext, FieldValue } from '../condition-context.ts';
import { own } from '../own.ts';

type ValueTestKind = 'text' | 'either' | 'range' | 'set' | 'list' | 'exists' | 'other';

/** What is asked of a value. All tests have the same keys, so that one piece of machine code reads every one of them. */
export interface ValueTest {
  readonly kind: ValueTestKind;
  /** The text for `text` and `either`; the name of the list for `list`. */
  readonly text: string;
  readonly orText: string;
  readonly low: number;
  readonly high: number;
  readonly set: ReadonlySet<ConditionValue>;
  readonly exists: boolean;
  readonly other: ConditionValue;
}

const blank: Omit<ValueTest, 'kind'> = {
  text: '',
  orText: '',
  low: Number.NEGATIVE_INFINITY,
  high: Number.POSITIVE_INFINITY,
  set: new Set(),
  exists: true,
  other: '',
};

/** What a condition asks of the value of its field. */
export function valueTest(condition: FieldCondition): ValueTest {
  if ('exists' in condition) return { ...blank, kind: 'exists', exists: condition.exists };
  if ('is' in condition) return equalTest(condition.is);
  if ('in' in condition) return amongTest(condition.in);
  if ('inList' in condition) return { ...blank, kind: 'list', text: condition.inList };
  if ('between' in condition) {
    const [low, high] = condition.between;
    return { ...blank, kind: 'range', low, high };
  }
  if ('atLeast' in condition) return { ...blank, kind: 'range', low: condition.atLeast };
  return { ...blank, kind: 'range', high: condition.atMost };
}

function equalTest(value: ConditionValue): ValueTest {
  return typeof value === 'string'
    ? { ...blank, kind: 'text', text: value }
    : { ...blank, kind: 'other', other: value };
}

/** Whether a value is among some that are asked for. */
export function amongTest(values: readonly ConditionValue[]): ValueTest {
  const [first, second = first] = values;
  if (values.length <= 2 && typeof first === 'string' && typeof second === 'string') {
    return { ...blank, kind: 'either', text: first, orText: second };
  }
  return { ...blank, kind: 'set', set: new Set(values) };
}

/** Whether a value is what is asked for. A set compares as `Array.includes` does. */
export function valueHolds(test: ValueTest, value: FieldValue, context: ConditionContext): boolean {
  switch (test.kind) {
    case 'text':
      return value === test.text;
    case 'either':
      return value === test.text || value === test.orText;
    case 'range':
      return typeof value === 'number' && value >= test.low && value <= test.high;
    case 'set':
      return value !== null && value !== undefined && test.set.has(value);
    case 'list':
      return typeof value === 'string' && own(context.lists, test.text)?.has(value) === true;
    case 'exists':
      return (value !== null && value !== undefined) === test.exists;
    case 'other':
      return value === test.other;
  }
}
