import type { PathStep } from '../issue/agreement-issue.ts';
import type { LeadState } from '../lifecycle/lifecycle.ts';
import type { WitnessLead, WitnessStep } from '../lint/witness.ts';

/** The ways that leads can go under one agreement: plain data, for pictures, lint and simulation. */
export interface Walk {
  /** Only those that some lead reaches, in the order in which they were found: new leads first. */
  readonly states: readonly WalkState[];
  readonly steps: readonly WalkStep[];
  /** Where a lead has no owner or no next step with a time; empty where all is well. */
  readonly holes: readonly WalkHole[];
}

/** What kind of place a lead can be in. */
export type WalkStateKind =
  /** New, or back from nurture: about to be judged. */
  | 'new'
  /** To be handed off, but a field that the hand-off requires is not there. */
  | 'waiting'
  /** In a program. */
  | 'program'
  /** Sent back for a reason without a program. */
  | 'recycled'
  /** With a team that it was handed off to. */
  | 'team'
  /** Handed off, and nobody gets it. */
  | 'nobody'
  /** Customer or disqualified. */
  | 'end';

/** A place that a lead can be in: it is owned by one team, and has one next step. */
export interface WalkState {
  /** `new/hot`, `waiting/to_sales`, `program/drip`, `recycled/no_budget`, `team/sales/sal`, `nobody/to_sales`, `end/customer`. */
  readonly id: string;
  readonly kind: WalkStateKind;
  readonly lead: LeadState;
  /** The readiness of new leads; `null` for leads that no readiness takes, and in every other state. */
  readonly readiness: string | null;
  /** A team; `null` for nobody, and at the end. */
  readonly owner: string | null;
  /** The clause that says what the state is: `handOffs.to_sales`, `programs.drip`; `null` at the end. */
  readonly clause: string | null;
  /** What must happen next, and by when; empty for a state that is passed at once, for an end, and for a hole. */
  readonly clocks: readonly WalkClock[];
  /** Whether some lead has no owner here, or no next step with a time. */
  readonly isHole: boolean;
}

/** A time by which something has to happen to a lead. */
export interface WalkClock {
  /** Address, such as `sla.decision` or `programs.drip.atMost`. */
  readonly clause: string;
  /** As written, such as `3wd`. */
  readonly within: string;
}

/** A way from one state to another. */
export interface WalkStep {
  /** Id of a state. */
  readonly from: string;
  /** Id of a state. */
  readonly to: string;
  /** The event that takes the lead there, such as `lead.handed_off`. */
  readonly event: string;
  /** The clause that says so, such as `handOffs.to_sales` or `reasons.not_ready`; `null` where a person decides. */
  readonly clause: string | null;
}

/** What is missing where a lead falls into a hole. */
export type WalkHoleKind =
  /** No hand-off and no program takes leads of a readiness. */
  | 'not-taken'
  /** A program is over, and nothing comes then. */
  | 'program-over'
  /** A field that a hand-off requires is not there, and nobody has to enter it. */
  | 'field-lacking'
  /** A hand-off gives the lead to nobody. */
  | 'no-owner'
  /** A team has the lead, and need not decide in any time. */
  | 'undecided'
  /** A team has accepted it, and nothing more is owed in any time. */
  | 'accepted'
  /** A team has qualified it, and nothing more is owed in any time. */
  | 'sales-qualified'
  /** A deal is open, and nothing has to happen to it in any time. */
  | 'deal-open'
  /** A deal is lost, and the lead cannot be handed on for the reason. */
  | 'deal-lost'
  /** Hand-offs pass the lead round and round at once. */
  | 'circle'
  /** A team can send a lead back, and there is no reason that says where to. */
  | 'no-reason';

/** A state in which some lead has no owner or no next step with a time. */
export interface WalkHole {
  readonly kind: WalkHoleKind;
  /** Id of the state. */
  readonly state: string;
  /** The team that has the lead, or that it was to go to; `null` for nobody. */
  readonly team: string | null;
  /** The clause to mend, in the agreement that was walked. */
  readonly path: readonly PathStep[];
  /** Whether the key of the clause is meant, rather than its value. */
  readonly atKey: boolean;
  /** A lead that falls into it. */
  readonly lead: WitnessLead;
  /** Its way there. */
  readonly steps: readonly WitnessStep[];
}
