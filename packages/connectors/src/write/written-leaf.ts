import { type EventType, fieldCheck } from '@sameteam/model';
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
}

/** So many bits a number can tell apart, and some to spare. */
const mostLeaves = 50;

/**
 * The leaves of an event that are read in each row. Those that say the same of every row are part of how it is written.
 * @returns `null` where there are too many of them, or one of them cannot be checked for itself
 */
export function writtenLeaves(type: EventType, placed: readonly PlacedLeaf[]): readonly WrittenLeaf[] | null {
  const leaves: WrittenLeaf[] = [];
  for (const [place, { leaf, path }] of placed.entries()) {
    if (leaf.isConstant) continue;
    const check = fieldCheck(type, ['data', ...path]);
    if (check === null || leaves.length === mostLeaves) return null;
    leaves.push({ leaf, read: leaf.read, text: createLeafText(check), place, bit: 2 ** leaves.length });
  }
  return leaves;
}
