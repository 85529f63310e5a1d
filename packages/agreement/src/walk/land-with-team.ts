import { anyOf, notOf } from './combine-conditions.ts';
import { handOffsFrom } from './hand-offs-from.ts';
import { handOn } from './hand-on.ts';
import { entered, narrowTo, programsFor } from './judge-new.ts';
import type { Expansion, Outcome, Standing } from './standing.ts';
import type { WalkContext } from './walk-context.ts';

type Arrived = Extract<Standing, { readonly at: 'arrived' }>;

/**
 * What becomes of leads that a team has just got: hand-offs of that team pass them on at once, programs take those
 * that came back to a team with new leads, and the team holds the rest.
 */
export function landWithTeam(context: WalkContext, standing: Arrived): Expansion {
  const { team, through, met, place, trail, state } = standing;
  if (through.includes(team)) {
    const hole = { kind: 'circle', ...place, state, team, leads: standing.given, trail, after: null } as const;
    return { outcomes: [], holes: [hole], clocks: [] };
  }
  const handOffs = handOffsFrom(context, [team], met);
  const passed = handOffs.map(({ id, passes }) =>
    handOn(context, narrowTo(standing, passes), {
      id,
      clause: `handOffs.${id}`,
      place: { path: ['handOffs', id], atKey: true },
      through: [...through, team],
    }),
  );
  const kept = narrowTo(standing, notOf(anyOf(handOffs.map(({ passes }) => passes))));
  const programs = context.firstTeams.includes(team) ? programsFor(context) : [];
  const rest = narrowTo(kept, notOf(anyOf(programs.map(({ takes }) => takes))));
  const { given, clocks, handed } = rest;
  const held: Outcome = {
    event: 'lead.assigned',
    clause: null,
    to: { at: 'held', state, given, met, clocks, handed, trail, team, stage: 'handed_off', place, before: null },
  };
  return {
    outcomes: [...passed.flatMap(({ outcomes }) => outcomes), ...entered(context, kept, programs), held],
    holes: passed.flatMap(({ holes }) => holes),
    clocks: [],
  };
}
