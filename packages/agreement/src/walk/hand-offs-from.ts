import type { Agreement } from '../agreement.ts';
import type { Condition } from '../condition/condition.ts';
import type { MeetingStatus } from '../vocabulary/states.ts';
import { allOf, firstOf, notOf } from './combine-conditions.ts';
import { hasFields } from './has-fields.ts';
import type { WalkContext } from './walk-context.ts';

/** A hand-off, and the leads that it is for. */
export interface PossibleHandOff {
  readonly id: string;
  readonly handOff: Agreement['handOffs'][string];
  /** Leads for which it is the first that matches. */
  readonly matches: Condition;
  /** Those of them that have what it requires: they are passed on. */
  readonly passes: Condition;
  /** Those that lack some of it: they stay where they are. */
  readonly lacks: Condition;
}

/** The hand-offs of these teams, in their order. The first that matches takes a lead. */
export function handOffsFrom(
  context: WalkContext,
  teams: readonly string[],
  met: readonly MeetingStatus[],
): readonly PossibleHandOff[] {
  const { agreement } = context;
  const own = agreement.order.handOffs.flatMap((id) => {
    const handOff = agreement.handOffs[id];
    return handOff !== undefined && teams.includes(handOff.from) ? [{ id, handOff }] : [];
  });
  const first = firstOf(own.map(({ handOff }) => context.narrow(handOff.when, met)));
  return own.map(({ id, handOff }, index) => {
    const matches = first[index] ?? {};
    const has = hasRequired(agreement, handOff);
    return { id, handOff, matches, passes: allOf([matches, has]), lacks: allOf([matches, notOf(has)]) };
  });
}

/** That a lead has what a hand-off requires, beside what every lead has. */
export function hasRequired(agreement: Agreement, { requires }: Agreement['handOffs'][string]): Condition {
  const always = agreement.terms.lead?.requires ?? [];
  return hasFields(
    agreement,
    requires.filter((field) => !always.includes(field)),
  );
}
