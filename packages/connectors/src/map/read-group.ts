import type { ValueGroup, ValueLeaf, ValueTree } from './compile-value.ts';

/** Reads a value of whatever leaves are read from; `undefined` is no value, and leaves the field out. */
type Reader<From> = (from: From) => unknown;

/**
 * Makes the function that puts a group of fields together. Its objects have their keys in the order of UTF-16 units, so
 * that `JSON.stringify` of them is their canonical form (RFC 8785).
 * @param readerOf how a leaf is read
 */
export function readGroup<From>(
  { names, values }: ValueGroup,
  readerOf: (leaf: ValueLeaf) => Reader<From>,
): (from: From) => Record<string, unknown> {
  const readers = values.map((value) => readTree(value, readerOf));
  return (from) => {
    const group: Record<string, unknown> = {};
    for (let index = 0; index < names.length; index += 1) {
      const value = (readers[index] as Reader<From>)(from);
      if (value !== undefined) group[names[index] as string] = value;
    }
    return group;
  };
}

/** A group or a list in which nothing stands is no value. */
function readTree<From>(tree: ValueTree, readerOf: (leaf: ValueLeaf) => Reader<From>): Reader<From> {
  if (tree.kind === 'leaf') return readerOf(tree);
  if (tree.kind === 'list') return readItems(tree.values.map((value) => readTree(value, readerOf)));
  const read = readGroup(tree, readerOf);
  return (from) => {
    const group = read(from);
    for (const _ in group) return group;
    return undefined;
  };
}

function readItems<From>(readers: readonly Reader<From>[]): Reader<From> {
  return (from) => {
    const items = readers.map((read) => read(from)).filter((value) => value !== undefined);
    return items.length === 0 ? undefined : items;
  };
}
