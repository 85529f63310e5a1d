import { type EventType, fieldCheck, type PersonalTree, personalFields } from '@sameteam/model';
import type { ReadValue } from '../map/compile-cell.ts';
import type { PlacedLeaf, ValueLeaf } from '../map/compile-value.ts';
import { createLeafText, type LeafText } from './leaf-text.ts';

/** A leaf that may say something else in each row, as it is written. */
export interface WrittenLeaf {
  readonly leaf: ValueLeaf;
  readonly read: ReadValue;
  readonly text: LeafText;
  /** Its place among all leaves of the event. */
  readonly place: number;
  /** What it adds to the number that tells which leaves are there. */
  readonly bit: number;
  /** What it adds instead where it says that a personal field has no value; `null` where nobody asks for that. */
  readonly nullBit: number | null;
}

/** So many bits a number can tell apart, and some to spare. */
const mostBits = 50;

/**
 * The leaves of an event that are read in each row. Those that say the same of every row are part of how it is written.
 * @returns `null` where there are too many of them, or one of them cannot be checked for itself
 */
export function writtenLeaves(type: EventType, placed: readonly PlacedLeaf[]): readonly WrittenLeaf[] | null {
  const leaves: WrittenLeaf[] = [];
  const personal = personalFields(type);
  let bits = 0;
  for (const [place, { leaf, path }] of placed.entries()) {
    if (leaf.isConstant) continue;
    const check = fieldCheck(type, ['data', ...path]);
    if (check === null || bits + 2 > mostBits) return null;
    const bit = 2 ** bits++;
    const nullBit = isPersonal(personal, path) ? 2 ** bits++ : null;
    leaves.push({ leaf, read: leaf.read, text: createLeafText(check), place, bit, nullBit });
  }
  return leaves;
}

function isPersonal(tree: PersonalTree | null, path: PlacedLeaf['path']): boolean {
  let at: PersonalTree[string] | undefined = tree ?? undefined;
  for (const step of path) {
    if (at === undefined || at === true) break;
    at = Object.hasOwn(at, step) ? at[step] : undefined;
  }
  return at === true;
}
