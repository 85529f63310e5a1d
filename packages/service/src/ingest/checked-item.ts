import type { ItemIssue } from '@sameteam/api';
import { type LeadEvent, validateEvent } from '@sameteam/model';
import type { SentItem } from '../cloud-events/decode-events.ts';

/** An item that was looked at, before it is stored. */
export interface CheckedItem {
  readonly value: unknown;
  readonly raw: () => string;
  /** Place in its request, from 0. */
  readonly index: number;
  /** `null` where it is none: then there are issues. */
  readonly event: LeadEvent | null;
  readonly issues: readonly ItemIssue[];
}

/** Checks an item as an event that has happened by now. */
export function checkedItem({ value, raw }: SentItem, index: number, nowMs: number): CheckedItem {
  const checked = validateEvent(value, { nowMs });
  return checked.success
    ? { value, raw, index, event: withoutImplied(checked.event), issues: [] }
    : { value, raw, index, event: null, issues: checked.issues };
}

/**
 * `datacontenttype` can only say what is so without it. It goes, so that an event is the same in structured and in binary
 * mode, where it is a header that every request has.
 */
function withoutImplied(event: LeadEvent): LeadEvent {
  if (!('datacontenttype' in event)) return event;
  const { datacontenttype: _, ...rest } = event;
  return rest as LeadEvent;
}

/** Longest attribute that is given back. */
const longestAttribute = 2048;

/**
 * An attribute of an item as far as it can be read.
 * @returns `null` where the item has no such text, and for one too long to be given back
 */
export function attributeOf(value: unknown, name: 'source' | 'id' | 'subject'): string | null {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return null;
  const found = (value as Readonly<Record<string, unknown>>)[name];
  return typeof found === 'string' && found.length <= longestAttribute ? found : null;
}
