import type { Condition } from '../condition/condition.ts';
import type { PathStep } from '../issue/agreement-issue.ts';
import type { MeetingStatus } from '../vocabulary/states.ts';
import type { Clocks } from './clocks.ts';
import type { HeldStage } from './covering-clocks.ts';
import type { WalkClock, WalkHoleKind, WalkState } from './walk.ts';

/** A state as it is known before the walk has been there. */
export type StateIdentity = Omit<WalkState, 'clocks' | 'isHole'>;

/** What leads come with, wherever they are. */
export interface Travelled {
  /** Which leads: those for which it holds. */
  readonly given: Condition;
  readonly met: readonly MeetingStatus[];
  readonly clocks: Clocks;
  /** Whether they were handed off before. */
  readonly handed: boolean;
  readonly trail: readonly TrailStep[];
}

/** A step of the way that leads went. */
export interface TrailStep {
  readonly state: string;
  readonly event: string;
  readonly owner: string | null;
  /** The clause that led here. */
  readonly by: string | null;
}

/** A clause to mend. */
export interface Place {
  readonly path: readonly PathStep[];
  readonly atKey: boolean;
}

/** A clause that covered the state before, with the leads that it covered there, and the place to mend in it. */
export interface Covered {
  readonly id: string;
  readonly leads: Condition;
  readonly place: Place;
}

/** Leads of one kind at one point of their way. */
export type Standing = Travelled & { readonly state: StateIdentity } & (
    | { readonly at: 'new' }
    | { readonly at: 'program'; readonly program: string }
    | {
        /** Just handed off: hand-offs of the team that match pass them on at once. */
        readonly at: 'arrived';
        readonly team: string;
        /** The clause that brought them. */
        readonly place: Place;
        /** The teams that they went through without a time. */
        readonly through: readonly string[];
      }
    | {
        readonly at: 'held';
        readonly team: string;
        readonly stage: HeldStage;
        readonly place: Place;
        /** What covered the state before; `null` where the team has just got them. */
        readonly before: readonly Covered[] | null;
      }
    /** An end, or a state from which every way was walked already. */
    | { readonly at: 'settled' }
  );

/** Where leads can go from a standing. */
export interface Outcome {
  readonly event: string;
  readonly clause: string | null;
  readonly to: Standing;
}

/** Leads without an owner or a next step, if there are any. */
export interface PossibleHole extends Place {
  readonly kind: WalkHoleKind;
  readonly state: StateIdentity;
  readonly team: string | null;
  readonly leads: Condition;
  readonly trail: readonly TrailStep[];
  /** The SLA that ended before; `null` where none did. */
  readonly after: string | null;
}

/** What becomes of leads at a standing. */
export interface Expansion {
  readonly outcomes: readonly Outcome[];
  readonly holes: readonly PossibleHole[];
  readonly clocks: readonly WalkClock[];
}
