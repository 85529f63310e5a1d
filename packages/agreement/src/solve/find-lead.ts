import type { Agreement } from '../agreement.ts';
import { AgreementError } from '../agreement-error.ts';
import type { Condition } from '../condition/condition.ts';
import { evaluateCondition } from '../condition/evaluate-condition.ts';
import { EngagementSearch } from './engagement-search.ts';
import { judgeLead } from './judge-lead.ts';
import { leadOf } from './lead-of.ts';
import { leadQuestion } from './lead-question.ts';
import { LeadSearch } from './lead-search.ts';
import { leadContext, type SolvedLead } from './solved-lead.ts';
import type { Spend } from './sum-set.ts';

/** Steps of a search after which it is given up: some seconds. */
const mostWork = 20_000_000;

/**
 * Finds a lead for which a condition holds, with everything that the agreement derives from it: segment, points,
 * grade and readiness. Complete: `null` proves that there is no such lead. A lead that is found was judged again by
 * `judgeLead` and `evaluateCondition`.
 *
 * What a lead can be: a field has any value that the model admits for it, or none; a text can stand on any list that is
 * kept in a file, and on no list that nobody declares; a question has one of its answers, or none; the last word on a
 * purpose and channel is one, and a word on all channels stands beside it; a company can be a customer with and
 * without an open deal; meetings and engagements there can be any number of, engagements of any age. What belongs
 * together in a log does here: the days since `lead.engaged` are those since the last engagement, an answer that holds
 * was given (`lead.answered`), there is a meeting if and only if there is a `meeting.changed`. Other events are
 * independent of each other, and of the age of engagements.
 * @param agreement the one that holds for the lead: effective for its segment
 * @param wanted any condition, also one that asks for what is derived
 * @param options.segment the lead belongs to exactly this segment, or to none for `null`; to any when absent
 * @throws AgreementError `search-too-large`: the search was given up, and nothing is said about such leads
 * @example findLead(agreement, { readiness: ['hot'] })?.engagementPoints // 40
 */
export function findLead(
  agreement: Agreement,
  wanted: Condition,
  options: { readonly segment?: string | null } = {},
): SolvedLead | null {
  let work = 0;
  const spend: Spend = (more) => {
    work += more;
    if (work > mostWork) throw new AgreementError('search-too-large', { mostWork });
  };
  const question = leadQuestion(agreement, wanted, options);
  const engagement = new EngagementSearch(question.formulas, question.rules, spend);
  const solution = new LeadSearch(question.formulas, engagement, spend).find(question.root);
  if (solution === null) return null;
  const lead = judgeLead(agreement, leadOf(agreement, question.variables, solution));
  const isRight = options.segment === undefined || lead.segment === options.segment;
  if (isRight && evaluateCondition(wanted, leadContext(lead, agreement))) return lead;
  throw new Error(
    `The lead that was found is not the one that was wanted, which is a fault of Sameteam. Please report it: ${JSON.stringify({ wanted, lead })}`,
  );
}
