import { firstClocks } from './clocks.ts';
import { allOf, anyOf, notOf } from './combine-conditions.ts';
import { coveringClocks } from './covering-clocks.ts';
import { handOffsFrom, hasRequired } from './hand-offs-from.ts';
import { handOn } from './hand-on.ts';
import { entered, narrowTo, programsFor, waitFor } from './judge-new.ts';
import type { Expansion, Outcome, Place, PossibleHole, Standing, Travelled } from './standing.ts';
import { endState, newState, programState } from './state-identities.ts';
import type { WalkContext } from './walk-context.ts';

type InProgram = Extract<Standing, { readonly at: 'program' }>;

const nothing: Expansion = { outcomes: [], holes: [], clocks: [] };

/** What becomes of leads when their time in a program is over. Those that leave by `exit` are judged as new. */
export function leaveProgram(context: WalkContext, standing: InProgram): Expansion {
  const { program: id } = standing;
  const program = context.agreement.programs[id];
  if (program?.atMost === undefined) return nothing;
  const clause = `programs.${id}`;
  const clocks = [{ clause: `${clause}.atMost`, within: program.atMost }];
  const left = {
    ...standing,
    trail: [
      ...standing.trail,
      { state: 'recycled', event: 'nurture.left', owner: program.owner, by: `${clause}.atMost` },
    ],
  };
  const { next } = program;
  if (next === undefined) return { ...judgedAgain(context, left), clocks };
  if (next === 'disqualify') {
    return {
      outcomes: [
        { event: 'lead.disqualified', clause, to: { ...left, at: 'settled', state: endState('disqualified') } },
      ],
      holes: [],
      clocks,
    };
  }
  if ('program' in next)
    return { outcomes: [intoProgram(context, standing, next.program, `${clause}.next`)], holes: [], clocks };
  return { ...handedOn(context, left, next.handOff, program.owner), clocks };
}

/** Leads that are put into a program, whatever their readiness. */
export function intoProgram(context: WalkContext, from: Travelled, id: string, clause: string): Outcome {
  const state = programState(context.agreement, id);
  const step = { state: `program ${id}`, event: 'nurture.entered', owner: state.owner, by: clause };
  const { given, met, clocks, handed } = from;
  const to: Standing = { at: 'program', state, program: id, given, met, clocks, handed, trail: [...from.trail, step] };
  return { event: 'nurture.entered', clause, to };
}

function judgedAgain(context: WalkContext, left: InProgram): Omit<Expansion, 'clocks'> {
  const { agreement, readiness, firstTeams } = context;
  const handOffs = handOffsFrom(context, firstTeams, []);
  const others = programsFor(context).filter(({ id }) => id !== left.program);
  const waiting = handOffs.flatMap(({ handOff, lacks }) =>
    coveringClocks(context, { team: handOff.from, stage: 'waiting', met: [], clocks: firstClocks(context) }).map(
      ({ leads }) => allOf([lacks, leads]),
    ),
  );
  const taken = anyOf([...handOffs.map(({ passes }) => passes), ...others.map(({ takes }) => takes), ...waiting]);
  const hole: PossibleHole = {
    kind: 'program-over',
    path: ['programs', left.program, 'atMost'],
    atKey: true,
    state: left.state,
    team: agreement.programs[left.program]?.owner ?? null,
    leads: allOf([left.given, notOf(taken)]),
    trail: left.trail.map((step, index) => (index === left.trail.length - 1 ? { ...step, owner: null } : step)),
    after: null,
  };
  const state = newState(readiness, firstTeams[0] ?? null);
  const again: Standing = { ...narrowTo(left, taken), at: 'settled', state };
  return { outcomes: [{ event: 'nurture.left', clause: `programs.${left.program}`, to: again }], holes: [hole] };
}

function handedOn(context: WalkContext, left: InProgram, id: string, owner: string): Omit<Expansion, 'clocks'> {
  const handOff = context.agreement.handOffs[id];
  if (handOff === undefined) return nothing;
  const has = hasRequired(context.agreement, handOff);
  const place: Place = { path: ['programs', left.program, 'next'], atKey: true };
  const programs = programsFor(context).filter((one) => one.id !== left.program);
  const lacking = narrowTo(left, notOf(has));
  const handed = handOn(context, narrowTo(left, has), {
    id,
    clause: `programs.${left.program}.next`,
    place,
    through: [],
  });
  const waiting = waitFor(lacking, { handOff: id, team: owner, place, programs });
  return {
    outcomes: [...handed.outcomes, ...entered(context, lacking, programs), waiting],
    holes: handed.holes,
  };
}
