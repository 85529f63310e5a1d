import { type Document, isMap, isNode, isPair, type LineCounter, type Node } from 'yaml';
import type { MapPath } from './references.ts';

/**
 * The line and column of a path in a YAML document; of its nearest existing parent when it is missing.
 * @param atKey point at the key and not at its value
 */
export function findPlace(
  document: Document,
  counter: LineCounter,
  path: MapPath,
  atKey = false,
): { readonly line: number; readonly column: number } {
  for (let depth = path.length; depth >= 0; depth -= 1) {
    const node = atKey && depth === path.length ? keyNode(document, path) : document.getIn(path.slice(0, depth), true);
    const offset = isNode(node) ? node.range?.[0] : undefined;
    if (offset === undefined) continue;
    const { line, col } = counter.linePos(offset);
    return { line, column: col };
  }
  return { line: 1, column: 1 };
}

function keyNode(document: Document, path: MapPath): Node | undefined {
  const parent = document.getIn(path.slice(0, -1), true);
  if (!isMap(parent)) return undefined;
  const pair = parent.items.find(
    (item) => isPair(item) && isNode(item.key) && String(item.key.toJSON()) === String(path.at(-1)),
  );
  return isNode(pair?.key) ? pair.key : undefined;
}
