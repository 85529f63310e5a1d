import type { FactRules } from '../rules/fact-rules.ts';
import type { StateName } from '../schema/source-columns.ts';
import type { LeadState } from './lead-states.ts';

/** The states of an anchor as columns hold them. */
export type StateValues = Readonly<Record<StateName, string | null>>;

/**
 * Reads the states of a lead for an anchor. The team is that of the owner by the roster of that instant, else the one that
 * the lead was handed off to.
 * @param version of the agreement, where it is not the one that judges the instant
 */
export function stateValues(
  state: LeadState,
  atMs: number,
  rules: FactRules,
  version: string = rules.versionAt(atMs).version,
): StateValues {
  const { owner, readiness, grade, reason, handOffs, companySize, industry, country } = state;
  return {
    owner,
    team: teamAt(state, atMs, rules),
    readiness,
    grade,
    reason,
    version,
    cycle: handOffs > 1 ? 'repeat' : 'first',
    company_size: companySize,
    industry,
    country,
  };
}

/** The team that has a lead at an instant. */
export function teamAt({ owner, handedTo }: LeadState, atMs: number, rules: Pick<FactRules, 'teamOf'>): string | null {
  return (owner === null ? null : rules.teamOf(owner, atMs)) ?? handedTo;
}
