import type { Agreement } from '../agreement.ts';
import type { Condition } from '../condition/condition.ts';
import { findLead } from './find-lead.ts';
import type { SolvedLead } from './solved-lead.ts';

/**
 * The lead with the most points among those that can have at most so many.
 * @param below points in whole thousandths that no lead has
 * @param reached a lead with so many points or more, `null` when there is none
 * @param pointsOf points of a lead in whole thousandths
 * @returns `null` when there is no lead at all
 */
function mostPoints(
  below: number,
  reached: (thousandths: number | null) => SolvedLead | null,
  pointsOf: (lead: SolvedLead) => number,
): SolvedLead | null {
  let best = reached(null);
  if (best === null) return null;
  let [low, high] = [pointsOf(best), below];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    const lead = reached(middle);
    if (lead === null) high = middle;
    else {
      best = lead;
      low = pointsOf(lead);
    }
  }
  return best;
}

/**
 * The lead with the most points of engagement of those that a condition holds for.
 * @param below points that none of them has
 * @returns `null` when the condition holds for no lead
 */
export function mostEngagement(
  agreement: Agreement,
  wanted: Condition,
  options: { readonly segment?: string | null; readonly below: number },
): SolvedLead | null {
  return mostPoints(
    Math.round(options.below * 1000),
    (thousandths) => {
      const enough: Condition = thousandths === null ? {} : { engagement: { atLeast: thousandths / 1000 } };
      return findLead(agreement, { all: [wanted, enough] }, options);
    },
    ({ engagementPoints }) => Math.round(engagementPoints * 1000),
  );
}

/**
 * The lead that fits the profile best of those that a condition holds for, which asks for no grade.
 * @param below points of the profile that none of them has
 * @returns `null` when the condition holds for no lead, or there is no profile
 */
export function mostFitting(
  agreement: Agreement,
  wanted: Condition,
  options: { readonly segment?: string | null; readonly below: number },
): SolvedLead | null {
  const { profile } = agreement;
  if (profile === undefined) return null;
  return mostPoints(
    Math.round(options.below * 1000),
    (thousandths) => {
      if (thousandths === null) return findLead(agreement, { all: [wanted, { not: { grade: [] } }] }, options);
      // A grade is how a condition can ask for points of the profile.
      const asked = { ...agreement, profile: { ...profile, grades: { A: thousandths / 1000 } } };
      return findLead(asked, { all: [wanted, { grade: ['A'] }] }, options);
    },
    ({ profilePoints }) => Math.round((profilePoints ?? 0) * 1000),
  );
}
