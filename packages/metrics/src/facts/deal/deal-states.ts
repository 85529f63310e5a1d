import type { StageId } from '@sameteam/model';
import type { StateValues } from '../lead/state-values.ts';
import type { FactRules } from '../rules/fact-rules.ts';
import type { FoldedLead } from '../story/story.ts';
import { statesAt, statesBy } from './lead-states.ts';
import { noStates } from './row-parts.ts';

/** An instant of an opportunity, and who owned it then. */
export interface DealMoment {
  /** `now` for as-of. */
  readonly atMs: number | 'now';
  readonly owner: string | null;
  /** The stage of the lead that is attained by it, where it is one. */
  readonly stage?: StageId | null;
}

/**
 * What is known of an opportunity at an instant: the owner is its own, the team that of its owner, the version the one that
 * judges the instant; all else is known of the lead that it is counted with, and missing where it has none.
 */
export function dealStates(
  lead: FoldedLead | null,
  { atMs, owner, stage = null }: DealMoment,
  rules: FactRules,
): StateValues {
  const instant = atMs === 'now' ? rules.asOfMs : atMs;
  const known = lead === null ? noStates : atMs === 'now' ? statesAt(lead.lead, 'now') : statesBy(lead, atMs, stage);
  return {
    ...known,
    owner,
    team: owner === null ? null : rules.teamOf(owner, instant),
    version: rules.versionAt(instant).version,
  };
}
