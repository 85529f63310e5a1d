import type { ItemIssue } from '@sameteam/api';
import { type LeadEvent, validateEvent } from '@sameteam/model';
import type { SentItem } from '../cloud-events/decode-events.ts';
import { saidAt } from '../quality/said-at.ts';
import { foreignRetraction } from './item-issues.ts';

/** An item that was looked at, before it is stored. */
export interface CheckedItem {
  readonly value: unknown;
  readonly raw: () => string;
  /** Place in its request, from 0. */
  readonly index: number;
  /** `null` where it is none: then there are issues. */
  readonly event: LeadEvent | null;
  readonly issues: readonly ItemIssue[];
  /** What it is about, as far as that can be read: of what is about somebody who was erased nothing is kept. */
  readonly subjects: readonly string[];
}

/** Checks an item as an event that has happened by now. */
export function checkedItem({ value, raw }: SentItem, index: number, nowMs: number): CheckedItem {
  const checked = validateEvent(value, { nowMs });
  const subjects = [saidAt(value, ['subject']), saidAt(value, ['data', 'contact', 'ref'])].filter(isText);
  if (!checked.success) return { value, raw, index, subjects, event: null, issues: checked.issues };
  const foreign = foreignRetraction(checked.event);
  return {
    value,
    raw,
    index,
    subjects,
    event: foreign === null ? checked.event : null,
    issues: foreign === null ? [] : [foreign],
  };
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** Longest attribute that is given back. */
const longestAttribute = 2048;

/**
 * An attribute of an item as far as it can be read.
 * @returns `null` where the item has no such text, and for one too long to be given back
 */
export function attributeOf(value: unknown, name: 'source' | 'id' | 'subject'): string | null {
  const found = saidAt(value, [name]);
  return typeof found === 'string' && found.length <= longestAttribute ? found : null;
}
