import { statesAt } from '../deal/lead-states.ts';
import { noStates, sourceOf } from '../deal/row-parts.ts';
import { companySize } from '../lead/company-size.ts';
import type { StateValues } from '../lead/state-values.ts';
import type { FactRules } from '../rules/fact-rules.ts';
import type { CompanyStory, FoldedCompany, FoldedLead } from '../story/story.ts';
import { changeRows } from './change-rows.ts';
import { type CompanyHistory, companyHistory } from './company-history.ts';
import { earliest } from './earliest.ts';
import { firstLead } from './first-lead.ts';
import { qualifiedAccountMs } from './qualified-account.ts';

/**
 * Folds a company with its leads and opportunities.
 *
 * Leads and opportunities that an exclusion takes out do not count; a company that has no others is taken out with them. It
 * stands where its first lead does: source, segment and states are those of the lead that was captured first, at its capture.
 * A company without a lead has them missing, but for what its own events say of it. O(n log n) in events, leads and
 * opportunities.
 */
export function foldCompany(story: CompanyStory, rules: FactRules): FoldedCompany {
  const leads = counted(story.leads, ({ lead }) => lead.excluded);
  const opportunities = counted(story.opportunities, ({ opportunity }) => opportunity.excluded);
  const first = firstLead(leads);
  const wins = opportunities.flatMap(({ opportunity }) => (opportunity.at_won === null ? [] : [opportunity.at_won]));
  const history = companyHistory(story.events, wins);
  const common = {
    company: story.company,
    excluded: first?.lead.excluded ?? null,
    segment: first?.lead.segment ?? null,
    ...sourceOf(first?.lead ?? null),
  };
  return {
    company: {
      ...common,
      at_captured: earliest(leads, ({ lead }) => lead.at_captured),
      at_mql: earliest(leads, ({ lead }) => lead.at_mql),
      at_mqa: qualifiedAccountMs(leads, rules),
      at_opportunity: earlier(
        earliest(opportunities, ({ opportunity }) => opportunity.at_opportunity),
        earliest(leads, ({ lead }) => lead.at_opportunity),
      ),
      at_customer: earlier(
        earliest(wins, (atMs) => atMs),
        earliest(leads, ({ lead }) => lead.at_won),
      ),
      at_churned: history.churnedMs,
      leads: leads.length,
      opportunities: opportunities.length,
      term_end_day: history.termEndDay,
      ...statesOf(first, history),
    },
    changes: changeRows({ common, first, opportunities, changes: history.changes }, rules),
  };
}

/** The rows that count, or all of them where none does. */
function counted<T>(rows: readonly T[], excludedOf: (row: T) => string | null): readonly T[] {
  const standing = rows.filter((row) => excludedOf(row) === null);
  return standing.length === 0 ? rows : standing;
}

function earlier(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.min(a, b);
}

function statesOf(first: FoldedLead | null, { employees, industry, country }: CompanyHistory): StateValues {
  if (first !== null) return statesAt(first.lead, 'captured');
  return { ...noStates, company_size: companySize(employees), industry, country };
}
