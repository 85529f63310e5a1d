import { compileCell, type ReadValue, type ValueScope } from './compile-cell.ts';
import { compileTemplate } from './compile-place.ts';
import type { ValueSpec } from './map-schema.ts';
import { isCell } from './references.ts';

/** Compiles what a field is made of: a template, a constant, a cell, a list or a group of fields. */
export function compileValue(spec: ValueSpec, scope: ValueScope): ReadValue {
  if (typeof spec === 'string') return compileTemplate(spec, scope.slots).read;
  if (typeof spec !== 'object' || spec === null) return () => spec;
  if (Array.isArray(spec)) return compileItems((spec as readonly ValueSpec[]).map((item) => compileValue(item, scope)));
  if (isCell(spec)) return compileCell(spec, scope);
  const read = compileFields(spec as Readonly<Record<string, ValueSpec>>, scope);
  return (row) => {
    const group = read(row);
    for (const _ in group) return group;
    return undefined;
  };
}

/**
 * Compiles a group of fields. Its objects have their keys in the order of UTF-16 units, so that `JSON.stringify` of them
 * is their canonical form (RFC 8785).
 */
export function compileFields(
  fields: Readonly<Record<string, ValueSpec>>,
  scope: ValueScope,
): (row: Parameters<ReadValue>[0]) => Record<string, unknown> {
  const names = Object.keys(fields).sort();
  const readers = names.map((name) => compileValue(fields[name] as ValueSpec, scope));
  return (row) => {
    const group: Record<string, unknown> = {};
    for (let index = 0; index < names.length; index += 1) {
      const value = (readers[index] as ReadValue)(row);
      if (value !== undefined) group[names[index] as string] = value;
    }
    return group;
  };
}

function compileItems(readers: readonly ReadValue[]): ReadValue {
  return (row) => {
    const items = readers.map((read) => read(row)).filter((value) => value !== undefined);
    return items.length === 0 ? undefined : items;
  };
}
