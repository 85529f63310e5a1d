import type { CompiledCondition, DurationText, SlaClause } from '@sameteam/agreement';
import type { Payload } from '../story/story.ts';

/** What an event is to a clause; several may be true of one event. */
export const slaRole = { start: 1, keep: 2, unless: 4 } as const;

/** An SLA clause of the timed form, compiled. */
export interface TimedClause {
  /** Address, such as `sla.hot_first_attempt`. */
  readonly address: string;
  readonly of: string;
  /** The head team that it is part of. */
  readonly side: string;
  readonly grain: 'lead' | 'cycle' | 'opportunity';
  readonly repeat: boolean;
  /** Name of a calendar, or `owner`, `team`, `lead`. */
  readonly calendar: string;
  readonly within: DurationText;
  /** So many satisfying events keep it. */
  readonly times: number;
  /** Which leads; `null` for all. */
  readonly applies: CompiledCondition | null;
  /** By rank: what events of the type may be to it, bits of `slaRole`. Zero for most, which need not be looked at. */
  readonly roles: Uint8Array;
  /** Whether an event of a type that may start it does. */
  starts(rank: number, payload: Payload): boolean;
  /** Whether an event of a type that may keep it does. */
  keeps(rank: number, payload: Payload): boolean;
  /** Why an event ends it although nothing was owed any more; `null` where it does not. */
  unless(rank: number, payload: Payload): 'connected' | 'replied' | null;
  readonly source: Extract<SlaClause, { readonly kept: unknown }>;
}
