import type { Condition } from '../condition/condition.ts';

/** Which readiness a condition can hold for, and for which it holds whatever else is true of the lead. */
export interface ReadinessOfCondition {
  readonly possible: ReadonlySet<string>;
  readonly certain: ReadonlySet<string>;
}

/**
 * What a condition says of the readiness, read from its form alone: what else it asks for can be true or false.
 * O(size of the condition × readiness).
 * @param all every readiness of the agreement
 */
export function readinessOfCondition(condition: Condition, all: readonly string[]): ReadinessOfCondition {
  if ('all' in condition || 'any' in condition) {
    const isAll = 'all' in condition;
    const parts = (isAll ? condition.all : condition.any).map((part) => readinessOfCondition(part, all));
    const holds = (name: string, key: keyof ReadinessOfCondition) =>
      isAll ? parts.every((part) => part[key].has(name)) : parts.some((part) => part[key].has(name));
    return {
      possible: new Set(all.filter((name) => holds(name, 'possible'))),
      certain: new Set(all.filter((name) => holds(name, 'certain'))),
    };
  }
  if ('not' in condition) {
    const { possible, certain } = readinessOfCondition(condition.not, all);
    return {
      possible: new Set(all.filter((name) => !certain.has(name))),
      certain: new Set(all.filter((name) => !possible.has(name))),
    };
  }
  if ('readiness' in condition) {
    const named = new Set(condition.readiness);
    return { possible: named, certain: named };
  }
  const isAlways = Object.keys(condition).length === 0;
  return { possible: new Set(all), certain: new Set(isAlways ? all : []) };
}
