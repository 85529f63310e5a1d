import { clocksAfter } from './clocks.ts';
import { allOf, anyOf, notOf } from './combine-conditions.ts';
import { coveringClocks } from './covering-clocks.ts';
import { hasRequired } from './hand-offs-from.ts';
import { handOn } from './hand-on.ts';
import type { HeldStanding } from './hold-with-team.ts';
import { narrowTo } from './judge-new.ts';
import { intoProgram } from './leave-program.ts';
import type { Expansion, Outcome, PossibleHole, Standing } from './standing.ts';
import { endState, recycledState } from './state-identities.ts';
import type { WalkContext } from './walk-context.ts';

type Ways = Pick<Expansion, 'outcomes' | 'holes'>;

const none: Ways = { outcomes: [], holes: [] };

/** What becomes of leads that a team gives back, for each reason. A deal that is open must be lost first. */
export function sendBack(context: WalkContext, standing: HeldStanding): Ways {
  if (standing.stage === 'opportunity' || standing.stage === 'waiting') return none;
  const ways = Object.keys(context.agreement.reasons).map((id) => byReason(context, standing, id));
  if (ways.length === 0) return { outcomes: [], holes: [noReason(standing)] };
  return { outcomes: ways.flatMap(({ outcomes }) => outcomes), holes: ways.flatMap(({ holes }) => holes) };
}

function noReason({ state, team, given, trail, stage }: HeldStanding): PossibleHole {
  const event = stage === 'handed_off' ? 'lead.rejected' : 'lead.recycled';
  const steps = stage === 'lost' ? trail : [...trail, { state: 'rejected', event, owner: null, by: null }];
  return { kind: 'no-reason', path: ['reasons'], atKey: true, state, team, leads: given, trail: steps, after: null };
}

function byReason(context: WalkContext, standing: HeldStanding, id: string): Ways {
  const reason = context.agreement.reasons[id];
  if (reason === undefined) return none;
  const clause = `reasons.${id}`;
  const { trail, team, met } = standing;
  if (reason.then === 'disqualify') {
    const to: Standing = { ...standing, at: 'settled', state: endState('disqualified') };
    return { outcomes: [{ event: 'lead.disqualified', clause, to }], holes: [] };
  }
  if (reason.then === 'recycle') {
    const owner = reason.program === undefined ? null : (context.agreement.programs[reason.program]?.owner ?? null);
    const back = {
      ...standing,
      clocks: clocksAfter(context, standing.clocks, { type: 'lead.recycled' }, met),
      trail: [...trail, { state: 'recycled', event: 'lead.recycled', owner, by: clause }],
    };
    const settled: Outcome = {
      event: 'lead.recycled',
      clause,
      to: { ...back, at: 'settled', state: recycledState(id) },
    };
    const outcome = reason.program === undefined ? settled : intoProgram(context, back, reason.program, clause);
    return { outcomes: [{ ...outcome, event: 'lead.recycled' }], holes: [] };
  }
  const rejected =
    standing.stage === 'handed_off' ? [{ state: 'rejected', event: 'lead.rejected', owner: team, by: clause }] : [];
  const clocks =
    rejected.length === 0 ? standing.clocks : clocksAfter(context, standing.clocks, { type: 'lead.rejected' }, met);
  return handedOn(context, { ...standing, clocks, trail: [...trail, ...rejected] }, standing, {
    id,
    handOff: reason.handOff,
  });
}

/** On to another team. What lacks a field for it stays, which only a lost deal cannot. */
function handedOn(
  context: WalkContext,
  given: HeldStanding,
  standing: HeldStanding,
  reason: { readonly id: string; readonly handOff: string },
): Ways {
  const handOff = context.agreement.handOffs[reason.handOff];
  if (handOff === undefined) return none;
  const clause = `reasons.${reason.id}`;
  const place = { path: ['reasons', reason.id, 'handOff'], atKey: true };
  const has = hasRequired(context.agreement, handOff);
  const handed = handOn(context, narrowTo(given, has), { id: reason.handOff, clause, place, through: [] });
  if (standing.stage !== 'lost') return handed;
  const covered = coveringClocks(context, standing).map(({ leads }) => leads);
  const hole: PossibleHole = {
    kind: 'deal-lost',
    ...place,
    state: standing.state,
    team: standing.team,
    leads: allOf([standing.given, notOf(has), notOf(anyOf(covered))]),
    trail: standing.trail,
    after: null,
  };
  return { outcomes: handed.outcomes, holes: [...handed.holes, hole] };
}
