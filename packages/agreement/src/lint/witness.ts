import type { EventType } from '@sameteam/model';
import type { ContextConsent, FieldValue } from '../condition/condition-context.ts';
import type { CompanyState, Grade, MeetingStatus } from '../vocabulary/states.ts';

/** An example that shows a fault: plain JSON, so that it can be kept, sent and tried again. */
export interface Witness {
  /** The lead; `null` where every lead does. */
  readonly lead: WitnessLead | null;
  /** What happens to it, in order; empty where the lead alone shows it. */
  readonly steps: readonly WitnessStep[];
  /** The example in a sentence. */
  readonly sentence: string;
}

/** What is known of an example lead, and what the agreement makes of it. */
export interface WitnessLead {
  /** The segment whose agreement holds for it; `null` for none. */
  readonly segment: string | null;
  /** By address, such as `company.employees`. */
  readonly fields: Readonly<Record<string, FieldValue>>;
  /** By question. */
  readonly answers: Readonly<Record<string, string>>;
  readonly engagements: readonly WitnessEngagement[];
  readonly consents: readonly ContextConsent[];
  readonly companyStates: readonly CompanyState[];
  readonly meetings: readonly MeetingStatus[];
  /** Whole days of 24 hours since the last event of a type. */
  readonly daysSince: Readonly<Partial<Record<EventType, number>>>;
  readonly grade: Grade | null;
  readonly readiness: string | null;
  /** Points of engagement. */
  readonly engagementPoints: number;
}

/** Something that an example lead did, so many times on one day. */
export interface WitnessEngagement {
  readonly activity: string;
  /** Whole days of 24 hours ago. */
  readonly daysAgo: number;
  readonly times: number;
}

/** One step of the way that an example lead goes. */
export interface WitnessStep {
  /** Where the lead stands after it. */
  readonly state: string;
  /** What leads there. */
  readonly event: string;
  /** The team that has the lead then; `null` for nobody. */
  readonly owner: string | null;
  /** Address of the clause that leads on from here; `null` where none does. */
  readonly clause: string | null;
}
