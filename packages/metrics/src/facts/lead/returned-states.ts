import type { FactRowOf } from '../schema/fact-schema.ts';
import type { StateValues } from './state-values.ts';

/** Columns of a cycle that say how it stood when sales sent it back. */
export type ReturnedStates = Pick<
  FactRowOf<'cycles'>,
  Extract<keyof FactRowOf<'cycles'>, `${string}_at_rejected` | `${string}_at_recycled`>
>;

type Writable = { -readonly [C in keyof ReturnedStates]: ReturnedStates[C] };

/** Those of a cycle that was not sent back. */
export const notSentBack: ReturnedStates = {
  owner_at_rejected: null,
  team_at_rejected: null,
  readiness_at_rejected: null,
  grade_at_rejected: null,
  reason_at_rejected: null,
  company_size_at_rejected: null,
  industry_at_rejected: null,
  country_at_rejected: null,
  owner_at_recycled: null,
  team_at_recycled: null,
  readiness_at_recycled: null,
  grade_at_recycled: null,
  reason_at_recycled: null,
  company_size_at_recycled: null,
  industry_at_recycled: null,
  country_at_recycled: null,
};

/** Writes the states of a cycle at its first rejection. */
export function writeRejected(row: Writable, states: StateValues): void {
  row.owner_at_rejected = states.owner;
  row.team_at_rejected = states.team;
  row.readiness_at_rejected = states.readiness;
  row.grade_at_rejected = states.grade;
  row.reason_at_rejected = states.reason;
  row.company_size_at_rejected = states.company_size;
  row.industry_at_rejected = states.industry;
  row.country_at_rejected = states.country;
}

/** Writes the states of a cycle at its first recycling. */
export function writeRecycled(row: Writable, states: StateValues): void {
  row.owner_at_recycled = states.owner;
  row.team_at_recycled = states.team;
  row.readiness_at_recycled = states.readiness;
  row.grade_at_recycled = states.grade;
  row.reason_at_recycled = states.reason;
  row.company_size_at_recycled = states.company_size;
  row.industry_at_recycled = states.industry;
  row.country_at_recycled = states.country;
}
