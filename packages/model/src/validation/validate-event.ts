import { envelopeSchema } from '../events/envelope-schema.ts';
import type { LeadEvent } from '../events/lead-event.ts';
import { withoutLoneSurrogates } from '../text/lone-surrogates.ts';
import { nearestName } from '../text/nearest-name.ts';
import { parseInstant } from '../time/parse-instant.ts';
import { isEventType } from '../vocabulary/event-rank.ts';
import { type EventType, eventTypes } from '../vocabulary/event-types.ts';
import { limits } from '../vocabulary/limits.ts';
import { isNewerMinor, readSchemaVersion, schemaMajor, schemaVersion } from '../vocabulary/schema-version.ts';
import { compileCheck } from './compile-check.ts';
import { describePersonalValue, describeValue } from './describe-value.ts';
import { type EventIssue, eventIssue } from './event-issue.ts';
import { type Check, type Finding, fail } from './finding.ts';
import { isPlainObject } from './plain-object.ts';

/** What became of a check: the very object that was given, or what is wrong with it. */
export type EventValidation =
  | { readonly success: true; readonly event: LeadEvent }
  | { readonly success: false; readonly issues: readonly EventIssue[] };

/** What an event is checked against beside its schema. */
export interface ValidateOptions {
  /**
   * The clock of the one who receives it, in UTC milliseconds: an event whose time lies more than `limits.clockSkewMs`
   * after it is refused. Without it any time of the years 1970 to 9999 will do.
   */
  readonly nowMs?: number | undefined;
}

/** Checks that were made so far, each on its first use: making all of them would take some milliseconds at the start. */
const made = { known: new Map<EventType, Check>(), newer: new Map<EventType, Check>() };

/**
 * Checks an event: its envelope, its subject, and its data by the schema of its type. Never throws.
 * Unknown attributes of the envelope are kept; unknown fields of the data are refused with the nearest name,
 * unless `dataschema` names a newer minor version, of which they are kept. What is kept must still be JSON that
 * every store can hold. A field that is `undefined` counts as absent. O(size), about a microsecond for a typical event.
 * @param value anything, usually from JSON.parse; it is not changed
 * @param options.nowMs the receiver's clock, to refuse what has not happened yet
 * @returns the same object as an event, or at most 20 issues
 * @example
 * validateEvent({ specversion: '1.0', id: '1', source: '/form', type: 'lead.captured', subject: 'lead/42',
 *   time: '2026-10-01T09:30:00Z', data: { source: { channel: 'email' } } }).success // true
 */
export function validateEvent(value: unknown, { nowMs }: ValidateOptions = {}): EventValidation {
  const findings: Finding[] = [];
  try {
    if (checkEvent(value, findings) && (nowMs === undefined || checkHasCome(value as LeadEvent, nowMs, findings)))
      return { success: true, event: value as LeadEvent };
    return { success: false, issues: findings.map(toIssue) };
  } catch (cause) {
    return { success: false, issues: [unreadable(cause)] };
  }
}

function checkEvent(value: unknown, findings: Finding[]): boolean {
  if (!isPlainObject(value)) return fail(findings, 'not-an-event', value, 'an object');
  const { type, dataschema } = value;
  const check = dataschema === undefined ? made.known.get(type as EventType) : undefined;
  if (check !== undefined) return check(value, findings);
  if (type === undefined) return fail(findings, 'missing', type, 'a type of event', null, 'type');
  if (typeof type !== 'string') return fail(findings, 'wrong-type', type, 'a type of event', null, 'type');
  if (!isEventType(type))
    return fail(findings, 'unknown-type', type, 'a type of event', nearestName(type, eventTypes), 'type');
  if (dataschema === undefined) return checkOf(type, false)(value, findings);
  const version = typeof dataschema === 'string' ? readSchemaVersion(dataschema) : null;
  if (version === null) return checkOf(type, false)(value, findings);
  if (version === 'unreadable' || version.name !== type || version.major !== schemaMajor) {
    return fail(findings, 'unknown-version', dataschema, `version ${schemaVersion} of ${type}`, null, 'dataschema');
  }
  return checkOf(type, isNewerMinor(String(dataschema)))(value, findings);
}

function checkHasCome({ time }: LeadEvent, nowMs: number, findings: Finding[]): boolean {
  if (parseInstant(time) <= nowMs + limits.clockSkewMs) return true;
  const expected = `a time up to ${new Date(nowMs).toISOString()}`;
  return fail(findings, 'time-in-future', time, expected, null, 'time');
}

function checkOf(type: EventType, isNewer: boolean): Check {
  const checks = isNewer ? made.newer : made.known;
  let check = checks.get(type);
  if (check === undefined) {
    check = compileCheck(envelopeSchema(type, { keepsUnknown: false }), { keepsUnknown: isNewer });
    checks.set(type, check);
  }
  return check;
}

function toIssue({ code, value, expected, nearest, path, isPersonal }: Finding): EventIssue {
  const pointer = path
    .toReversed()
    .map((key) => `/${escapeKey(String(key))}`)
    .join('');
  const found = isPersonal ? describePersonalValue(value) : describeValue(value);
  return eventIssue({ code, pointer, found, expected, nearest });
}

function escapeKey(key: string): string {
  // The cut may go through a character, and the key itself may be half of one.
  const shown = withoutLoneSurrogates(key.length > 100 ? `${key.slice(0, 100)}…` : key);
  return shown.replaceAll('~', '~0').replaceAll('/', '~1');
}

function unreadable(cause: unknown): EventIssue {
  const found = cause instanceof Error ? describeValue(cause.message) : 'a field throws';
  return eventIssue({ code: 'unreadable', pointer: '', found, expected: 'plain data', nearest: null });
}
