import type { CompanyState, ConditionContext } from '@sameteam/agreement';
import type { SegmentRules } from '../rules/fact-rules.ts';
import { wholeUnits } from '../rules/whole-units.ts';
import type { FoldedLead } from '../story/story.ts';
import type { DealState } from './deal-state.ts';
import { statesBy } from './lead-states.ts';
import { noStates } from './row-parts.ts';

const dayMs = 86_400_000;

/**
 * What is known of an opportunity when a clause of it is asked for: what was said of it, and of its lead what the rows of the
 * lead tell. What they do not tell, such as the exact number of employees, is not known and satisfies nothing.
 */
export function dealContext(
  lead: FoldedLead | null,
  { state, atMs, isOpen }: { readonly state: DealState; readonly atMs: number; readonly isOpen: boolean },
  { agreement, lists }: SegmentRules,
): ConditionContext {
  const known = lead === null ? noStates : statesBy(lead, atMs);
  const row = lead?.lead ?? null;
  const companyStates: CompanyState[] = isOpen ? ['open_deal'] : [];
  if (row !== null && row.at_won !== null && row.at_won <= atMs) companyStates.push('customer');
  return {
    fields: {
      'opportunity.amount':
        state.amount === null || state.currency === null
          ? null
          : wholeUnits(agreement, { amountMinor: state.amount, currency: state.currency }, atMs),
      'opportunity.closeDate':
        state.closeDay === null ? null : new Date(state.closeDay * dayMs).toISOString().slice(0, 10),
      'opportunity.owner': state.owner,
      'opportunity.pipeline': state.pipeline,
      'opportunity.kind': state.kind,
      'opportunity.stage': state.stage,
      'opportunity.forecastCategory': state.forecastCategory,
      'opportunity.reason': state.reason,
      'opportunity.competitor': state.competitor,
      'source.channel': row?.channel,
      'source.medium': row?.medium,
      'source.campaign': row?.campaign,
      'source.landingPage': row?.landing_page,
      'source.motion': row?.motion,
      'lead.product': row?.product,
      'lead.owner': known.owner,
      'company.industry': known.industry,
      'company.country': known.country,
    },
    lists,
    grade: known.grade,
    readiness: known.readiness,
    segment: row?.segment ?? null,
    companyStates,
    nowMs: atMs,
  };
}
