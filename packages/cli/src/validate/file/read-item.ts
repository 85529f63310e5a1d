import type { Item } from '@sameteam/connectors/items';
import { type LeadEvent, validateEvent } from '@sameteam/model';
import type { FileIssue } from './file-issue.ts';

/** An item of a file: an event that the model takes, or why there is none. */
export interface ReadItem {
  /** From 0. */
  readonly index: number;
  readonly line: number;
  /** What was read, sound or not; `undefined` where it could not be read at all. */
  readonly value: unknown;
  readonly event: LeadEvent | null;
  /** Why there is no event; empty where there is one. */
  readonly issues: readonly FileIssue[];
  /** Of a flat lead: whether it names its time. What names none has the time of the run. */
  readonly timeGiven?: boolean;
  /** `source` of flat leads that were refused, which their fields do not say. */
  readonly source?: string;
}

const none: readonly FileIssue[] = [];

/** Checks an item of JSON. */
export function readItem({ index, line, value, fault }: Item, nowMs: number): ReadItem {
  if (fault !== null) return { index, line, value, event: null, issues: [textIssue(fault)] };
  const checked = validateEvent(value, { nowMs });
  if (checked.success) return { index, line, value, event: checked.event, issues: none };
  return { index, line, value, event: null, issues: checked.issues };
}

/** What is wrong with the text of an item. */
export function textIssue({ code, position, found, expected, message }: NonNullable<Item['fault']>): FileIssue {
  const where = position === null ? {} : { position };
  return { code, pointer: '', ...where, found, expected, nearest: null, message };
}
