import { type EventType, type StageId, stages } from '@sameteam/model';
import { isMovingEvent, type LeadState, lifecycle, recordedState, stateOfStage } from './lifecycle.ts';

/** Where a lead stands after an event. */
export interface NextState {
  /** `null` while the lead was not captured. */
  readonly state: LeadState | null;
  /** Whether the lifecycle allows the event here. What is not legal is kept all the same, and flagged. */
  readonly legal: boolean;
}

/**
 * Where a lead stands after an event, by the lifecycle table. Events that no lead moves by leave the state. An
 * event that is not legal moves the lead as recorded, but never back to an earlier stage and never away from
 * `customer`: only `lead.stage_reset` takes a stage back. O(1).
 * @param state `null` before the capture
 * @param options.to the stage that `lead.stage_reset` names
 * @example nextState('inquiry', 'lead.qualified') // { state: 'mql', legal: true }
 */
export function nextState(
  state: LeadState | null,
  type: EventType,
  options: { readonly to?: StageId } = {},
): NextState {
  if (type === 'lead.stage_reset') return resetState(state, options.to);
  if (!isMovingEvent(type)) return { state, legal: state !== null || !type.startsWith('lead.') };
  const next = lifecycle[state ?? 'new'][type];
  if (next !== undefined) return { state: next, legal: true };
  const recorded = recordedState[type];
  return { state: state !== null && isBack(state, recorded) ? state : recorded, legal: false };
}

function resetState(state: LeadState | null, to: StageId | undefined): NextState {
  if (to === undefined) return { state, legal: state !== null };
  const target = stateOfStage[to];
  return { state: target, legal: state !== null && (rankOf(state) ?? stages.length) >= stages.indexOf(to) };
}

function isBack(from: LeadState, to: LeadState): boolean {
  if (from === 'customer') return true;
  const [before, after] = [rankOf(from), rankOf(to)];
  return before !== null && after !== null && after <= before;
}

/** Place among the stages; `null` for a state off the path. */
function rankOf(state: LeadState): number | null {
  if (state === 'revived') return stages.indexOf('handed_off');
  const rank = stages.findIndex((stage) => stateOfStage[stage] === state);
  return rank < 0 ? null : rank;
}
