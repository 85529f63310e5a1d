import type { ConditionField } from '@sameteam/agreement';

/** Fields that a clause on opportunities can ask for: what was said of the deal, and what the row of its lead tells. */
export const dealFields: ReadonlySet<ConditionField> = new Set([
  ...(['opportunity.amount', 'opportunity.closeDate', 'opportunity.owner', 'opportunity.pipeline'] as const),
  ...(['opportunity.kind', 'opportunity.stage', 'opportunity.forecastCategory', 'opportunity.reason'] as const),
  'opportunity.competitor',
  ...(['source.channel', 'source.medium', 'source.campaign', 'source.landingPage', 'source.motion'] as const),
  ...(['lead.product', 'lead.owner', 'company.industry', 'company.country'] as const),
]);

/** Kinds of conditions of which nothing is known there. */
export const unknownOfDeals: ReadonlySet<string> = new Set(['engagement', 'answer', 'consent', 'daysSince', 'meeting']);
