import type { FactRules } from '../rules/fact-rules.ts';
import type { FactRowOf } from '../schema/fact-schema.ts';
import { type Deal, dealRules } from './deal-rules.ts';
import { dealStates } from './deal-states.ts';
import { stageProbability } from './stage-probability.ts';

/**
 * The rows of the times in which an opportunity was open and did not change. What is known, and the probability of the stage,
 * are those of the instant at which the time began.
 */
export function spanRows(
  { history, lead, marketing, isQualified, common }: Deal,
  rules: FactRules,
): readonly FactRowOf<'spans'>[] {
  const { stays } = history;
  return stays.map(({ state, beganMs, began, leftMs, left }, index) => ({
    ...common,
    ...dealStates(lead, { atMs: beganMs, owner: state.owner, stage: began === 'opened' ? 'opportunity' : null }, rules),
    at_began: beganMs,
    at_left: leftMs,
    began,
    left,
    kind: state.kind,
    pipeline: state.pipeline,
    stage: state.stage,
    forecast_category: state.forecastCategory,
    amount: state.amount,
    currency: state.currency,
    probability: stageProbability(dealRules(rules, { atMs: beganMs, segment: common.segment }).agreement, state),
    close_day: state.closeDay,
    next_close_day: left === 'changed' ? (stays[index + 1]?.state.closeDay ?? null) : null,
    marketing,
    qualified: isQualified ? 1 : 0,
  }));
}
