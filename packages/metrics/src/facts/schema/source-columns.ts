import type { FactColumns } from './fact-column.ts';

/** Where a lead came from: what its first capture says. */
export const sourceColumns = {
  channel: 'term',
  medium: 'term',
  campaign: 'term',
  landing_page: 'term',
  motion: 'term',
  product: 'term',
} as const satisfies FactColumns;

/**
 * What is read at an anchor (rule 17), from the fold up to and including its event.
 * - `owner`: the rep; `team`: the team of that rep by the roster, else the one that the lead was last handed off to
 * - `readiness`, `grade`: what was last said of it
 * - `reason`: of the last rejection, recycling or disqualification
 * - `version`: of the agreement by which the event is judged, `cycle`: `first`, `repeat` once it was handed off again
 * - `company_size`: a band of employees; `industry`, `country` of the company (else of the contact)
 */
export const stateColumns = {
  owner: 'term',
  team: 'term',
  readiness: 'term',
  grade: 'term',
  reason: 'term',
  version: 'term',
  cycle: 'term',
  company_size: 'term',
  industry: 'term',
  country: 'term',
} as const satisfies FactColumns;

/** Name of a state. */
export type StateName = keyof typeof stateColumns;

/** Names of all states, in their order. */
export const stateNames = Object.keys(stateColumns) as readonly StateName[];
