import type { Condition } from '@sameteam/agreement';

/** A condition that asks something itself, rather than combining others. */
export type ConditionLeaf = Exclude<
  Condition,
  { readonly all: unknown } | { readonly any: unknown } | { readonly not: unknown }
>;

/**
 * SQL of how a condition combines what it asks.
 * @param leafSql SQL of what it asks, never NULL: then the whole is never NULL
 */
export function logicSql(condition: Condition, leafSql: (leaf: ConditionLeaf) => string): string {
  if ('all' in condition) return joined(condition.all, 'AND', leafSql);
  if ('any' in condition) return joined(condition.any, 'OR', leafSql);
  if ('not' in condition) return `(NOT ${logicSql(condition.not, leafSql)})`;
  return leafSql(condition);
}

function joined(parts: readonly Condition[], by: 'AND' | 'OR', leafSql: (leaf: ConditionLeaf) => string): string {
  if (parts.length === 0) return by === 'AND' ? 'TRUE' : 'FALSE';
  return `(${parts.map((part) => logicSql(part, leafSql)).join(` ${by} `)})`;
}
