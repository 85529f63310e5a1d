import type { StateValues } from '../lead/state-values.ts';
import type { FactRowOf } from '../schema/fact-schema.ts';

/**
 * A row of `opportunities` while it is made: every column, empty at first. A class, because an object with so many keys is
 * made by it much quicker than it is put together from parts.
 */
export class OpportunityRow implements FactRowOf<'opportunities'> {
  opportunity: string | null = null;
  lead: string | null = null;
  company: string | null = null;
  excluded: string | null = null;
  segment: string | null = null;
  at_opportunity: number | null = null;
  at_won: number | null = null;
  at_lost: number | null = null;
  at_closed: number | null = null;
  implied: number | null = 0;
  outcome: string | null = null;
  kind: string | null = null;
  pipeline: string | null = null;
  stage: string | null = null;
  forecast_category: string | null = null;
  competitor: string | null = null;
  lost_reason: string | null = null;
  amount: number | null = null;
  currency: string | null = null;
  probability: number | null = null;
  close_day: number | null = null;
  pushes: number | null = 0;
  at_first_push: number | null = null;
  at_last_moved: number | null = null;
  moves: number | null = 0;
  marketing: string | null = null;
  qualified: number | null = 0;
  revived: number | null = 0;
  leads: number | null = 0;
  path_to_opportunity: string | null = null;
  path_to_won: string | null = null;
  ages_to_opportunity: string | null = null;
  ages_to_won: string | null = null;
  marks_to_opportunity: string | null = null;
  marks_to_won: string | null = null;
  channel: string | null = null;
  medium: string | null = null;
  campaign: string | null = null;
  landing_page: string | null = null;
  motion: string | null = null;
  product: string | null = null;
  owner_at_opportunity: string | null = null;
  owner_at_won: string | null = null;
  owner_at_closed: string | null = null;
  owner_at_now: string | null = null;
  team_at_opportunity: string | null = null;
  team_at_won: string | null = null;
  team_at_closed: string | null = null;
  team_at_now: string | null = null;
  readiness_at_opportunity: string | null = null;
  readiness_at_won: string | null = null;
  readiness_at_closed: string | null = null;
  readiness_at_now: string | null = null;
  grade_at_opportunity: string | null = null;
  grade_at_won: string | null = null;
  grade_at_closed: string | null = null;
  grade_at_now: string | null = null;
  reason_at_opportunity: string | null = null;
  reason_at_won: string | null = null;
  reason_at_closed: string | null = null;
  reason_at_now: string | null = null;
  version_at_opportunity: string | null = null;
  version_at_won: string | null = null;
  version_at_closed: string | null = null;
  version_at_now: string | null = null;
  cycle_at_opportunity: string | null = null;
  cycle_at_won: string | null = null;
  cycle_at_closed: string | null = null;
  cycle_at_now: string | null = null;
  company_size_at_opportunity: string | null = null;
  company_size_at_won: string | null = null;
  company_size_at_closed: string | null = null;
  company_size_at_now: string | null = null;
  industry_at_opportunity: string | null = null;
  industry_at_won: string | null = null;
  industry_at_closed: string | null = null;
  industry_at_now: string | null = null;
  country_at_opportunity: string | null = null;
  country_at_won: string | null = null;
  country_at_closed: string | null = null;
  country_at_now: string | null = null;
}

/** Instants at which states of an opportunity are read. */
export type DealAnchor = 'opportunity' | 'won' | 'closed' | 'now';

/** Writes the states of an anchor, each column by its name: an object that is written by computed names becomes slow. */
export function writeStates(row: OpportunityRow, at: DealAnchor, states: StateValues): void {
  switch (at) {
    case 'opportunity':
      row.owner_at_opportunity = states.owner;
      row.team_at_opportunity = states.team;
      row.readiness_at_opportunity = states.readiness;
      row.grade_at_opportunity = states.grade;
      row.reason_at_opportunity = states.reason;
      row.version_at_opportunity = states.version;
      row.cycle_at_opportunity = states.cycle;
      row.company_size_at_opportunity = states.company_size;
      row.industry_at_opportunity = states.industry;
      row.country_at_opportunity = states.country;
      return;
    case 'won':
      row.owner_at_won = states.owner;
      row.team_at_won = states.team;
      row.readiness_at_won = states.readiness;
      row.grade_at_won = states.grade;
      row.reason_at_won = states.reason;
      row.version_at_won = states.version;
      row.cycle_at_won = states.cycle;
      row.company_size_at_won = states.company_size;
      row.industry_at_won = states.industry;
      row.country_at_won = states.country;
      return;
    case 'closed':
      row.owner_at_closed = states.owner;
      row.team_at_closed = states.team;
      row.readiness_at_closed = states.readiness;
      row.grade_at_closed = states.grade;
      row.reason_at_closed = states.reason;
      row.version_at_closed = states.version;
      row.cycle_at_closed = states.cycle;
      row.company_size_at_closed = states.company_size;
      row.industry_at_closed = states.industry;
      row.country_at_closed = states.country;
      return;
    case 'now':
      row.owner_at_now = states.owner;
      row.team_at_now = states.team;
      row.readiness_at_now = states.readiness;
      row.grade_at_now = states.grade;
      row.reason_at_now = states.reason;
      row.version_at_now = states.version;
      row.cycle_at_now = states.cycle;
      row.company_size_at_now = states.company_size;
      row.industry_at_now = states.industry;
      row.country_at_now = states.country;
      return;
  }
}
