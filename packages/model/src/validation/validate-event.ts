import { eventSchema } from '../events/event-schema.ts';
import type { LeadEvent } from '../events/lead-event.ts';
import { isEventType } from '../vocabulary/event-rank.ts';
import type { EventIssue } from './event-issue.ts';

/** What became of a check: the event, or everything that is wrong with it. */
export type EventValidation =
  | { readonly success: true; readonly event: LeadEvent }
  | { readonly success: false; readonly issues: readonly EventIssue[] };

/** Checks an event. */
export function validateEvent(value: unknown): EventValidation {
  const type = typeof value === 'object' && value !== null && 'type' in value ? String(value.type) : '';
  if (!isEventType(type)) {
    return {
      success: false,
      issues: [
        {
          code: 'unknown-type',
          pointer: '/type',
          found: type,
          expected: 'a type of event',
          message: `"${type}" is not a type of event.`,
        },
      ],
    };
  }
  const result = eventSchema(type).safeParse(value);
  if (result.success) return { success: true, event: value as LeadEvent };
  return {
    success: false,
    issues: result.error.issues.map((issue) => ({
      code: 'wrong-type',
      pointer: issue.path.map((part) => `/${String(part)}`).join(''),
      found: '',
      expected: issue.message,
      message: issue.message,
    })),
  };
}
