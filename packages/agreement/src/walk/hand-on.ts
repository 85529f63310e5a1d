import type { Agreement } from '../agreement.ts';
import type { Condition } from '../condition/condition.ts';
import { type Clocks, clocksAfter, clocksOfNewCycle } from './clocks.ts';
import { allOf, anyOf, firstOf, notOf } from './combine-conditions.ts';
import type { Outcome, Place, PossibleHole, Standing, TrailStep, Travelled } from './standing.ts';
import { nobodyState, teamState } from './state-identities.ts';
import type { WalkContext } from './walk-context.ts';

/** How leads come to be handed off. */
export interface HandingOn {
  /** Id of the hand-off. */
  readonly id: string;
  /** The clause that says so: the hand-off itself, a reason, a program. */
  readonly clause: string;
  readonly place: Place;
  /** The teams that they went through without a time. */
  readonly through: readonly string[];
}

/** Hands leads off: to the team, to that of their territory, or to nobody. */
export function handOn(
  context: WalkContext,
  from: Travelled,
  handing: HandingOn,
): { readonly outcomes: readonly Outcome[]; readonly holes: readonly PossibleHole[] } {
  const handOff = context.agreement.handOffs[handing.id];
  if (handOff === undefined) return { outcomes: [], holes: [] };
  const { teams, ownerless } = receivers(context, handOff, from);
  return {
    outcomes: teams.map(({ team, leads }) => received(context, from, handing, { team, leads, handOff })),
    holes: ownerless.map((leads): PossibleHole => {
      const state = nobodyState(handing.id);
      const step: TrailStep = { state: 'handed_off', event: 'lead.handed_off', owner: null, by: handing.clause };
      return {
        kind: 'no-owner',
        path: ['handOffs', handing.id, 'assign'],
        atKey: true,
        state,
        team: handOff.to,
        leads: allOf([from.given, leads]),
        trail: [...from.trail, step],
        after: null,
      };
    }),
  };
}

interface Receivers {
  readonly teams: readonly { readonly team: string; readonly leads: Condition }[];
  /** Leads that nobody gets. */
  readonly ownerless: readonly Condition[];
}

function receivers(
  { agreement, narrow }: WalkContext,
  { to, assign = { rotate: 'even' } }: Agreement['handOffs'][string],
  { met }: Travelled,
): Receivers {
  const all = { team: to, leads: {} };
  if ('rotate' in assign) return { teams: [all], ownerless: [] };
  // Whether a company has an owner is known of no lead in advance.
  if ('owner' in assign) return { teams: [all], ownerless: assign.otherwise === undefined ? [{}] : [] };
  const territories = agreement.territories.map(({ when }) => narrow(when, met));
  const own = firstOf(territories).map((leads, index) => ({ team: agreement.territories[index]?.team ?? to, leads }));
  const rest = notOf(anyOf(territories));
  return assign.otherwise === undefined
    ? { teams: own, ownerless: [rest] }
    : { teams: [...own, { team: to, leads: rest }], ownerless: [] };
}

function received(
  context: WalkContext,
  from: Travelled,
  handing: HandingOn,
  {
    team,
    leads,
    handOff,
  }: { readonly team: string; readonly leads: Condition; readonly handOff: Agreement['handOffs'][string] },
): Outcome {
  const { met } = from;
  const before = from.handed ? clocksOfNewCycle(context, from.clocks) : from.clocks;
  const handed = clocksAfter(context, before, { type: 'lead.handed_off' }, met);
  const travelled = {
    given: allOf([from.given, leads]),
    met,
    clocks: clocksAfter(context, handed, { type: 'lead.assigned' }, met),
    handed: true,
    trail: [...from.trail, { state: 'handed_off', event: 'lead.handed_off', owner: team, by: handing.clause }],
  };
  const { place, through } = handing;
  const to: Standing =
    handOff.opens === undefined
      ? { at: 'arrived', state: teamState(team, 'handed_off'), ...travelled, team, place, through }
      : {
          at: 'held',
          ...withDeal(context, travelled, team),
          team,
          stage: 'opportunity',
          place: opensPlace(handing),
          before: null,
        };
  return { event: 'lead.handed_off', clause: handing.clause, to };
}

function opensPlace({ id, place }: HandingOn): Place {
  return place.path[0] === 'handOffs' ? { path: ['handOffs', id, 'opens'], atKey: true } : place;
}

/** What leads have once a deal was opened for them; the stages that they skipped count as passed. */
function withDeal(context: WalkContext, travelled: Travelled, team: string): Travelled & Pick<Standing, 'state'> {
  const { met } = travelled;
  const accepted = clocksAfter(context, travelled.clocks, { type: 'lead.accepted' }, met);
  const clocks = clocksAfter(context, accepted, { type: 'lead.sales_qualified' }, met);
  return {
    ...travelled,
    state: teamState(team, 'opportunity'),
    clocks: clocksOfDeal(context, clocks, travelled),
    trail: [...travelled.trail, { state: 'opportunity', event: 'opportunity.opened', owner: team, by: null }],
  };
}

/** The clocks once a deal is open: it may be moved and changed at any time. */
export function clocksOfDeal(context: WalkContext, clocks: Clocks, { met }: Travelled): Clocks {
  const opened = clocksAfter(context, clocks, { type: 'opportunity.opened' }, met);
  const moved = clocksAfter(context, opened, { type: 'opportunity.moved', onlyStarts: true }, met);
  return clocksAfter(context, moved, { type: 'opportunity.changed', onlyStarts: true }, met);
}
