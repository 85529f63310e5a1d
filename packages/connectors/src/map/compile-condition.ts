import type { ConditionSpec } from './map-schema.ts';
import type { RowContext } from './row-context.ts';
import type { Slots } from './slots.ts';

/** Compiles `when`. A cell without a value is in no list. */
export function compileCondition(spec: ConditionSpec, slots: Slots): (row: RowContext) => boolean {
  if ('all' in spec) {
    const parts = spec.all.map((part) => compileCondition(part, slots));
    return (row) => parts.every((holds) => holds(row));
  }
  if ('any' in spec) {
    const parts = spec.any.map((part) => compileCondition(part, slots));
    return (row) => parts.some((holds) => holds(row));
  }
  const slot = slots.of(spec.column);
  const { present, is } = spec;
  const among = spec.in === undefined ? null : new Set(spec.in);
  const notAmong = spec.notIn === undefined ? null : new Set(spec.notIn);
  return (row) => {
    const value = row.values[slot];
    if (present !== undefined && present !== (value !== undefined)) return false;
    if (is !== undefined && value !== is) return false;
    if (among !== null && (value === undefined || !among.has(value))) return false;
    return notAmong === null || (value !== undefined && !notAmong.has(value));
  };
}
