import type { Agreement } from '../agreement.ts';
import { evaluateCondition } from '../condition/evaluate-condition.ts';
import { engagementPoints } from '../scoring/engagement-points.ts';
import { gradeOf, profilePoints } from '../scoring/profile-points.ts';
import { readinessOf } from '../scoring/readiness-of.ts';
import { type LeadInput, leadContext, type SolvedLead } from './solved-lead.ts';

/**
 * What an agreement makes of a lead: segment, points, grade, readiness, in this order, since each may be asked for by
 * the next. O(size of the agreement × what the lead did).
 * @param agreement the one that holds for the lead: of its segment, where that has its own
 * @param input what is known of the lead; what was derived before is not read
 * @example judgeLead(agreement, { ...unknownLead, answers: { timeline: 'within_a_year' } }).readiness // 'warm'
 */
export function judgeLead(agreement: Agreement, input: LeadInput): SolvedLead {
  const { fields, answers, engagements, consents, companyStates, meetings, daysSince, lists = {} } = input;
  const raw = { fields, answers, engagements, consents, companyStates, meetings, daysSince, lists };
  const known = leadContext(raw, agreement);
  const segment = agreement.segments.find(({ when }) => evaluateCondition(when, known))?.id ?? null;
  const fitting = profilePoints(agreement, { ...known, segment });
  const grade = gradeOf(agreement, fitting);
  const points = engagementPoints(agreement, known) / 1000;
  const readiness = readinessOf(agreement, { ...known, segment, grade, engagementPoints: points });
  return {
    ...raw,
    segment,
    grade,
    readiness,
    engagementPoints: points,
    profilePoints: fitting === null ? null : fitting / 1000,
  };
}
