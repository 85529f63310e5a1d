import { compileCell, type ReadValue, type ValueScope } from './compile-cell.ts';
import { compileTemplate } from './compile-place.ts';
import type { ValueSpec } from './map-schema.ts';
import { isCell } from './references.ts';

/** What a field is made of: groups and lists of what is taken from a row. */
export type ValueTree = ValueLeaf | ValueGroup | ValueList;

/** A template, a constant or a cell. */
export interface ValueLeaf {
  readonly kind: 'leaf';
  readonly read: ReadValue;
  /** Whether it says the same of every row. */
  readonly isConstant: boolean;
}

/** A group of fields, in the order of UTF-16 units. */
export interface ValueGroup {
  readonly kind: 'group';
  readonly names: readonly string[];
  readonly values: readonly ValueTree[];
}

/** A list. */
export interface ValueList {
  readonly kind: 'list';
  readonly values: readonly ValueTree[];
}

/** A leaf of a tree, and the keys that lead to it. */
export interface PlacedLeaf {
  readonly leaf: ValueLeaf;
  readonly path: readonly (string | number)[];
}

/** Compiles what a field is made of: a template, a constant, a cell, a list or a group of fields. */
export function compileValue(spec: ValueSpec, scope: ValueScope): ValueTree {
  if (typeof spec === 'string') {
    const { read, slot } = compileTemplate(spec, scope.slots);
    return { kind: 'leaf', read, isConstant: slot === null };
  }
  if (typeof spec !== 'object' || spec === null) return { kind: 'leaf', read: () => spec, isConstant: true };
  if (Array.isArray(spec))
    return { kind: 'list', values: (spec as readonly ValueSpec[]).map((item) => compileValue(item, scope)) };
  if (isCell(spec)) return { kind: 'leaf', read: compileCell(spec, scope), isConstant: false };
  return compileGroup(spec as Readonly<Record<string, ValueSpec>>, scope);
}

/** Compiles a group of fields. */
export function compileGroup(fields: Readonly<Record<string, ValueSpec>>, scope: ValueScope): ValueGroup {
  const names = Object.keys(fields).sort();
  return { kind: 'group', names, values: names.map((name) => compileValue(fields[name] as ValueSpec, scope)) };
}

/** The leaves of a tree, in the order in which they are read. */
export function leavesOf(tree: ValueTree, path: readonly (string | number)[] = []): readonly PlacedLeaf[] {
  if (tree.kind === 'leaf') return [{ leaf: tree, path }];
  return tree.values.flatMap((value, index) =>
    leavesOf(value, [...path, tree.kind === 'group' ? (tree.names[index] as string) : index]),
  );
}
