import type { Agreement } from '../agreement.ts';
import type { HeldStage } from './covering-clocks.ts';
import type { StateIdentity } from './standing.ts';

const nothing = { readiness: null, owner: null, clause: null };

/** Leads about to be judged, of one readiness. */
export function newState(readiness: string | null, owner: string | null): StateIdentity {
  const clause = readiness === null ? 'readiness' : `readiness.${readiness}`;
  return {
    id: readiness === null ? 'new' : `new/${readiness}`,
    kind: 'new',
    lead: 'inquiry',
    readiness,
    owner,
    clause,
  };
}

/** Leads that lack a field which a hand-off requires. */
export function waitingState(handOff: string, owner: string): StateIdentity {
  const clause = `handOffs.${handOff}`;
  return { ...nothing, id: `waiting/${handOff}`, kind: 'waiting', lead: 'mql', owner, clause };
}

/** Leads in a program. */
export function programState(agreement: Agreement, program: string): StateIdentity {
  const owner = agreement.programs[program]?.owner ?? null;
  return {
    ...nothing,
    id: `program/${program}`,
    kind: 'program',
    lead: 'recycled',
    owner,
    clause: `programs.${program}`,
  };
}

/** Leads that a team has. */
export function teamState(team: string, stage: Exclude<HeldStage, 'waiting'>): StateIdentity {
  return { ...nothing, id: `team/${team}/${stage}`, kind: 'team', lead: stage, owner: team };
}

/** Leads that were handed off to nobody. */
export function nobodyState(handOff: string): StateIdentity {
  const clause = `handOffs.${handOff}`;
  return { ...nothing, id: `nobody/${handOff}`, kind: 'nobody', lead: 'handed_off', clause };
}

/** Leads that were sent back for a reason that names no program. */
export function recycledState(reason: string): StateIdentity {
  return { ...nothing, id: `recycled/${reason}`, kind: 'recycled', lead: 'recycled', clause: `reasons.${reason}` };
}

/** Leads of which nothing more is owed. */
export function endState(lead: 'customer' | 'disqualified'): StateIdentity {
  return { ...nothing, id: `end/${lead}`, kind: 'end', lead };
}
