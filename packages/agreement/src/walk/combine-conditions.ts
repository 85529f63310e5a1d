import type { Condition } from '../condition/condition.ts';

/** Holds for every lead. */
export const always: Condition = {};

/** Holds for no lead. */
export const never: Condition = { not: {} };

/** Whether a condition holds for every lead by its form alone. */
export function isAlways(condition: Condition): boolean {
  return Object.keys(condition).length === 0;
}

/** Whether a condition holds for no lead by its form alone. */
export function isNever(condition: Condition): boolean {
  return 'not' in condition && isAlways(condition.not);
}

/** Every one holds; what decides nothing is left out. */
export function allOf(conditions: readonly Condition[]): Condition {
  const parts = distinct(conditions.flatMap((one) => ('all' in one ? one.all : [one])).filter((one) => !isAlways(one)));
  if (parts.some(isNever)) return never;
  const [first] = parts;
  if (first === undefined) return always;
  return parts.length === 1 ? first : { all: parts };
}

/** At least one holds; what decides nothing is left out. */
export function anyOf(conditions: readonly Condition[]): Condition {
  const parts = distinct(conditions.flatMap((one) => ('any' in one ? one.any : [one])).filter((one) => !isNever(one)));
  if (parts.some(isAlways)) return always;
  const [first] = parts;
  if (first === undefined) return never;
  return parts.length === 1 ? first : { any: parts };
}

/** It does not hold. */
export function notOf(condition: Condition): Condition {
  return 'not' in condition ? condition.not : { not: condition };
}

/** Each of a list, for leads for which none before it holds: the first that matches. */
export function firstOf(conditions: readonly Condition[]): readonly Condition[] {
  return conditions.map((condition, index) => allOf([condition, ...conditions.slice(0, index).map(notOf)]));
}

const texts = new WeakMap<Condition, string>();

/** A condition as text, by which equal ones are found. It is kept, since a walk asks for that of the same ones often. */
export function conditionText(condition: Condition): string {
  const known = texts.get(condition);
  if (known !== undefined) return known;
  const text =
    'all' in condition
      ? `{"all":[${condition.all.map(conditionText).join()}]}`
      : 'any' in condition
        ? `{"any":[${condition.any.map(conditionText).join()}]}`
        : 'not' in condition
          ? `{"not":${conditionText(condition.not)}}`
          : JSON.stringify(condition);
  texts.set(condition, text);
  return text;
}

function distinct(conditions: readonly Condition[]): readonly Condition[] {
  if (conditions.length < 2) return conditions;
  const seen = new Map(conditions.map((condition) => [conditionText(condition), condition]));
  return [...seen.values()];
}
