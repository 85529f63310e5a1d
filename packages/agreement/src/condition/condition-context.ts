import type { EventType } from '@sameteam/model';
import type { CompanyState, ConsentStatus, MeetingStatus } from '../vocabulary/states.ts';

/** A value of a field; `null` and absence are the same: it has none. */
export type FieldValue = string | number | boolean | null | undefined;

/** Something that a lead did. */
export interface ContextEngagement {
  readonly activity: string;
  /** UTC milliseconds. */
  readonly timeMs: number;
}

/** What a person said last, for one purpose and channel; a channel of `null` means all. */
export interface ContextConsent {
  readonly purpose: string;
  readonly channel: string | null;
  readonly status: ConsentStatus;
}

/** What is known of a lead when a condition is asked. What is left out is not known, and satisfies nothing. */
export interface ConditionContext {
  /** By address, such as `company.employees`. Money is in whole units of the agreement's currency. */
  readonly fields: Readonly<Record<string, FieldValue>>;
  /** Entries of the declared lists, by name. */
  readonly lists?: Readonly<Record<string, ReadonlySet<string>>>;
  readonly grade?: string | null;
  readonly readiness?: string | null;
  readonly segment?: string | null;
  /** Points of engagement. */
  readonly engagementPoints?: number;
  readonly engagements?: readonly ContextEngagement[];
  /** The answer that holds, by question. */
  readonly answers?: Readonly<Record<string, string | null>>;
  readonly consents?: readonly ContextConsent[];
  readonly companyStates?: readonly CompanyState[];
  /** The last event of each type, UTC milliseconds. */
  readonly lastEventMs?: Readonly<Partial<Record<EventType, number>>>;
  /** The state of each meeting of the lead. */
  readonly meetings?: readonly MeetingStatus[];
  /** When the condition is asked, UTC milliseconds; needed by `within` and `daysSince`. */
  readonly nowMs?: number;
}
