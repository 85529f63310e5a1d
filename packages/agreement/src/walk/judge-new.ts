import type { Condition } from '../condition/condition.ts';
import { allOf, anyOf, never, notOf } from './combine-conditions.ts';
import { handOffsFrom } from './hand-offs-from.ts';
import { handOn } from './hand-on.ts';
import type { Expansion, Outcome, Place, PossibleHole, Standing, TrailStep, Travelled } from './standing.ts';
import { programState, waitingState } from './state-identities.ts';
import type { WalkContext } from './walk-context.ts';

/** What becomes of new leads: a hand-off takes them, they lack a field for it, or a program takes them. */
export function judgeNew(context: WalkContext, standing: Standing): Expansion {
  const handOffs = handOffsFrom(context, context.firstTeams, []);
  const passed = handOffs.map(({ id, passes }) =>
    handOn(context, narrowTo(standing, passes), {
      id,
      clause: `handOffs.${id}`,
      place: { path: ['handOffs', id], atKey: true },
      through: [],
    }),
  );
  const untaken = notOf(anyOf(handOffs.map(({ matches }) => matches)));
  const programs = programsFor(context);
  const staying = handOffs.map(({ lacks }) => narrowTo(standing, lacks));
  const waiting = handOffs.map(({ id, handOff }, index) => {
    const place: Place = { path: ['handOffs', id, 'requires'], atKey: true };
    return waitFor(staying[index] ?? standing, { handOff: id, team: handOff.from, place, programs });
  });
  return {
    outcomes: [
      ...passed.flatMap(({ outcomes }) => outcomes),
      ...waiting,
      ...[...staying, narrowTo(standing, untaken)].flatMap((from) => entered(context, from, programs)),
    ],
    holes: [...passed.flatMap(({ holes }) => holes), notTaken(context, narrowTo(standing, untaken), standing.state)],
    clocks: [],
  };
}

type Programs = readonly { readonly id: string; readonly takes: Condition }[];

/** Programs, and the leads that they take by their readiness: those that would not leave at once. */
export function programsFor({ agreement, readiness, narrow }: WalkContext): Programs {
  return Object.entries(agreement.programs).map(([id, { for: takes = [], exit }]) => ({
    id,
    takes:
      readiness !== null && takes.includes(readiness) ? notOf(exit === undefined ? never : narrow(exit, [])) : never,
  }));
}

/** Leads that enter a program by their readiness. */
export function entered(context: WalkContext, from: Travelled, programs: Programs): readonly Outcome[] {
  return programs.map(({ id, takes }): Outcome => {
    const clause = `programs.${id}`;
    const state = programState(context.agreement, id);
    const step: TrailStep = { state: `program ${id}`, event: 'nurture.entered', owner: state.owner, by: clause };
    const travelled = { ...narrowTo(from, takes), trail: [...from.trail, step] };
    return { event: 'nurture.entered', clause, to: { ...travelled, at: 'program', state, program: id } };
  });
}

/** The same way, for some of the leads. */
export function narrowTo<T extends Travelled>(from: T, leads: Condition): T {
  return { ...from, given: allOf([from.given, leads]) };
}

/** Leads that lack a field: no program takes them, and the team must do something about it. */
export function waitFor(
  from: Travelled,
  waiting: { readonly handOff: string; readonly team: string; readonly place: Place; readonly programs: Programs },
): Outcome {
  const { handOff, team, place, programs } = waiting;
  const { given, met, clocks, handed, trail } = narrowTo(from, notOf(anyOf(programs.map(({ takes }) => takes))));
  const state = waitingState(handOff, team);
  const travelled = { given, met, clocks, handed, trail };
  return {
    event: trail.at(-1)?.event ?? 'lead.captured',
    clause: `handOffs.${handOff}`,
    to: { at: 'held', state, team, stage: 'waiting', place, before: null, ...travelled },
  };
}

function notTaken(context: WalkContext, from: Travelled, state: Standing['state']): PossibleHole {
  const { readiness } = context;
  return {
    kind: 'not-taken',
    path: readiness === null ? ['readiness'] : ['readiness', readiness],
    atKey: true,
    state,
    team: null,
    leads: allOf([from.given, notOf(anyOf(programsFor(context).map(({ takes }) => takes)))]),
    trail: from.trail.map((step) => ({ ...step, owner: null })),
    after: null,
  };
}
