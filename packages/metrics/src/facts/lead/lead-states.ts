import type { FactRules } from '../rules/fact-rules.ts';
import type { Payload, StoryEvent } from '../story/story.ts';
import { companySize } from './company-size.ts';
import { KnownFacts } from './known-facts.ts';
import { isTakenBack, type LeadStages } from './lead-stages.ts';
import { ranks } from './ranks.ts';

/** What is read at an anchor, of a lead after one of its events. It never changes. */
export interface LeadState {
  readonly owner: string | null;
  readonly readiness: string | null;
  readonly grade: string | null;
  readonly reason: string | null;
  /** The team that it was handed off to last. */
  readonly handedTo: string | null;
  readonly handOffs: number;
  readonly companySize: string | null;
  readonly industry: string | null;
  readonly country: string | null;
}

/** Before the first event. */
export const unknownState: LeadState = {
  owner: null,
  readiness: null,
  grade: null,
  reason: null,
  handedTo: null,
  handOffs: 0,
  companySize: null,
  industry: null,
  country: null,
};

/** The states of a lead after each of its events, one object for as long as nothing changes. */
export interface LeadStates {
  readonly after: readonly LeadState[];
  /** What is known after the last event. */
  readonly known: KnownFacts;
}

/** What else the states of a lead depend on. */
export interface LeadStateParts {
  readonly stages: Pick<LeadStages, 'corrections'>;
  /** Place of the decision that implies the first hand-off, which counts as one; -1 for none. */
  readonly impliedAt: number;
  readonly deals: ReadonlySet<string>;
}

/** Folds the states of a lead. O(events). */
export function leadStates(
  events: readonly StoryEvent[],
  { stages, impliedAt, deals }: LeadStateParts,
  rules: Pick<FactRules, 'rootOf'>,
): LeadStates {
  const known = new KnownFacts(rules);
  const after: LeadState[] = [];
  let state = unknownState;
  for (let index = 0; index < events.length; index++) {
    const event = events[index] as StoryEvent;
    if (known.take(event, deals)) state = withFacts(state, known);
    else if (event.rank !== ranks.handedOff || !isTakenBack(stages, event)) state = stateAfter(state, event);
    if (index === impliedAt) state = { ...state, handOffs: state.handOffs + 1 };
    after.push(state);
  }
  return { after, known };
}

function withFacts(state: LeadState, known: KnownFacts): LeadState {
  const size = companySize(known.employees);
  const country = known.companyCountry ?? known.contactCountry;
  const { industry } = known;
  if (size === state.companySize && industry === state.industry && country === state.country) return state;
  const { owner, readiness, grade, reason, handedTo, handOffs } = state;
  return { owner, readiness, grade, reason, handedTo, handOffs, companySize: size, industry, country };
}

function stateAfter(state: LeadState, { rank, payload }: StoryEvent): LeadState {
  switch (rank) {
    case ranks.assigned:
      return { ...state, owner: saidText(payload, 'to', state.owner) };
    case ranks.qualified:
      return {
        ...state,
        readiness: saidText(payload, 'readiness', state.readiness),
        grade: saidText(payload, 'grade', state.grade),
      };
    case ranks.handedOff:
      return { ...state, handedTo: saidText(payload, 'to', state.handedTo), handOffs: state.handOffs + 1 };
    case ranks.rejected:
    case ranks.recycled:
    case ranks.disqualified:
      return { ...state, reason: saidText(payload, 'reason', state.reason) };
    default:
      return state;
  }
}

function saidText(payload: Payload, field: string, before: string | null): string | null {
  const value = payload[field];
  return typeof value === 'string' || value === null ? value : before;
}
