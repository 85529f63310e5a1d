import { foldCompany } from '../account/fold-company.ts';
import { foldOpportunity } from '../deal/fold-opportunity.ts';
import { foldLead } from '../lead/fold-lead.ts';
import { foldPulse } from '../ledger/fold-pulse.ts';
import { foldSpend } from '../ledger/fold-spend.ts';
import { compileRules } from '../rules/compile-rules.ts';
import type { FactRulesInput } from './fact-rules.ts';
import type { FactSink } from './fact-sink.ts';
import { foldStories, type WantedFacts } from './fold-stories.ts';
import { needsCompanyDeals } from './needs-company-deals.ts';
import type { StoryLog } from './story-log.ts';
import { storyTeller } from './story-teller.ts';

export type { FactRulesInput } from './fact-rules.ts';
export type { WantedFacts } from './fold-stories.ts';

/** Types of events that concern everybody: who works where, and which channel a campaign is of. */
export const commonTypes = ['roster.changed', 'campaign.planned'] as const;

/**
 * Folds the events of a log into facts of every grain, and gives each row to a sink.
 * @param wanted whose rows; what they depend on must be in the log
 */
export function foldFacts(
  log: StoryLog,
  input: Omit<FactRulesInput, 'common'>,
  wanted: WantedFacts,
  sink: FactSink,
): void {
  const agreements = [input.agreement, ...(input.history?.periods ?? []).map(({ agreement }) => agreement)];
  const teller = storyTeller(log, { withCompanyDeals: agreements.some(needsCompanyDeals) });
  const rules = compileRules({ ...input, common: { events: teller.eventsOfTypes(commonTypes) } });
  foldStories(
    teller,
    {
      lead: (story) => foldLead(story, rules),
      opportunity: (story) => foldOpportunity(story, rules),
      company: (story) => foldCompany(story, rules),
      spend: (event) => foldSpend(event, rules),
      pulse: (event) => foldPulse(event, rules),
    },
    wanted,
    sink,
  );
}
