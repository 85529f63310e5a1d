import type { FactRowOf } from '../schema/fact-schema.ts';
import type { StateValues } from './state-values.ts';

/** Columns of a cycle that say how it stood when sales sent it back. */
type ReturnedStates = Pick<
  FactRowOf<'cycles'>,
  Extract<keyof FactRowOf<'cycles'>, `${string}_at_rejected` | `${string}_at_recycled`>
>;

type Writable = { -readonly [C in keyof ReturnedStates]: ReturnedStates[C] };

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
