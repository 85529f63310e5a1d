import type { ConditionValue, FieldCondition } from '../condition/condition.ts';
import type { FieldValue } from '../condition/condition-context.ts';
import { evaluateCondition } from '../condition/evaluate-condition.ts';
import { type ConditionField, type FieldType, traitsOf } from '../vocabulary/fields.ts';

/** What the model admits beside the type of a field. */
const closedValues: Readonly<Partial<Record<ConditionField, readonly string[]>>> = {
  'source.motion': ['inbound', 'outbound'],
};

/** What else decides the values that matter. */
export interface FieldSurroundings {
  /** A text that no condition and no known list has. */
  readonly fresh: string;
  /** Decimals of the agreement's currency. */
  readonly minorDigits: number;
  /** Entries of the lists whose entries are known, by name. */
  readonly known: Readonly<Record<string, ReadonlySet<string>>>;
  /** Whether a text may stand on a list that another field is looked up in, too; such a text is kept for itself. */
  readonly isShared: (text: string) => boolean;
}

/**
 * Values of a field, one for each way in which the tests can come out: no value, each constant, what lies beside and
 * between numbers as far as the model has such values, entries of known lists, a text that nobody names. Lists that
 * are kept in files are left out: a text may stand on any of them.
 * @param tests all tests of this field
 * @returns no value first
 */
export function fieldValues(
  field: ConditionField,
  tests: readonly FieldCondition[],
  surroundings: FieldSurroundings,
): readonly FieldValue[] {
  const seen = new Set<string>();
  // Clauses ask the same again and again.
  const asked = [...new Map(tests.map((test) => [JSON.stringify(test), test])).values()];
  return [...new Set(candidates(field, asked, surroundings))].filter((value) => {
    if (typeof value === 'string' && surroundings.isShared(value)) return true;
    const context = { fields: { [field]: value }, lists: surroundings.known };
    // Whether it is a text decides whether it can stand on a list.
    let outcome = typeof value === 'string' ? 'text ' : '';
    for (const test of asked) outcome += evaluateCondition(test, context) ? '1' : '0';
    if (seen.has(outcome)) return false;
    seen.add(outcome);
    return true;
  });
}

function candidates(
  field: ConditionField,
  tests: readonly FieldCondition[],
  { fresh, minorDigits, known }: FieldSurroundings,
): readonly FieldValue[] {
  const { type } = traitsOf(field);
  const closed = closedValues[field];
  if (closed !== undefined) return [null, ...closed];
  const constants = tests.flatMap(constantsOf);
  const entries = tests.flatMap((test) => ('inList' in test ? [...(known[test.inList] ?? [])] : []));
  const texts = constants.filter((value) => typeof value === 'string');
  const booleans = constants.filter((value) => typeof value === 'boolean');
  const numbers = constants.filter((value) => typeof value === 'number');
  const found: readonly FieldValue[] = [null, ...texts, ...entries, ...booleans, ...beside(numbers, type, minorDigits)];
  return type === 'number' || type === 'money' ? [...found, 1] : [...found, fresh];
}

function constantsOf(test: FieldCondition): readonly ConditionValue[] {
  if ('is' in test) return [test.is];
  if ('in' in test) return test.in;
  if ('between' in test) return test.between;
  if ('atLeast' in test) return [test.atLeast];
  return 'atMost' in test ? [test.atMost] : [];
}

/** The numbers themselves and their neighbours, as far as a field of the type can have them. */
function beside(numbers: readonly number[], type: FieldType, minorDigits: number): readonly number[] {
  if (type === 'any') {
    const sorted = [...numbers].sort((a, b) => a - b);
    const between = sorted.map((number, index) => (number + (sorted[index + 1] ?? number + 2)) / 2);
    const below = sorted.slice(0, 1).map((number) => number - 1);
    return [...numbers, ...between, ...below].filter((number) => Math.abs(number) <= Number.MAX_SAFE_INTEGER);
  }
  // Numbers of people are whole, amounts of money are whole minor units.
  const scale = type === 'money' ? 10 ** minorDigits : 1;
  const units = [0, 1, -1].flatMap((step) => numbers.map((number) => Math.round(number * scale) + step));
  return units
    .filter((unit) => Number.isSafeInteger(unit) && (type === 'money' || unit >= 0))
    .map((unit) => unit / scale);
}
