import type { Agreement } from '../agreement.ts';
import type { PathStep } from '../issue/agreement-issue.ts';
import type { WalkHole, WalkHoleKind } from '../walk/walk.ts';
import { namesInWords } from './in-words.ts';
import { leadInWords } from './lead-in-words.ts';
import type { WitnessStep } from './witness.ts';

/** What is told of a hole. */
export interface HoleInWords {
  readonly message: string;
  readonly remedy: string;
  /** The example lead and its way, step by step. */
  readonly sentence: string;
}

/** What a hole is, what to do, and how a lead gets there. */
export function holeInWords(agreement: Agreement, hole: WalkHole): HoleInWords {
  const way = hole.steps.map(stepInWords).join('; ');
  return {
    message: `${what[hole.kind](agreement, hole)} ${exampleInWords(hole)}`,
    remedy: remedies[hole.kind](hole),
    sentence: `${leadInWords(hole.lead)} Its way: ${way}. ${ends[hole.kind]}`,
  };
}

/** `Leads that are "hot"`, as an example of those that fall into the hole. */
function exampleInWords({ lead: { readiness }, steps }: WalkHole): string {
  const kind = readiness === null ? 'A lead of no readiness' : `A lead that is "${readiness}"`;
  return `${kind} gets there like this: ${steps.map(({ event }) => event).join(', ')}.`;
}

type Describe = (agreement: Agreement, hole: WalkHole) => string;

const what: Readonly<Record<WalkHoleKind, Describe>> = {
  'not-taken': (_, { lead: { readiness } }) =>
    readiness === null
      ? 'There are leads of no readiness that no hand-off takes: nobody has them, and nothing happens next.'
      : `There are leads that are "${readiness}" which no hand-off and no program takes: nobody has them, and nothing happens next.`,
  'program-over': ({ programs }, { path }) =>
    `When the time of the program "${idOf(path)}" is over (${programs[idOf(path)]?.atMost ?? ''}), nothing is next: there are leads that no hand-off and no other program takes then.`,
  'field-lacking': ({ handOffs }, hole) => {
    const id = hole.state.replace('waiting/', '');
    const fields = namesInWords(handOffs[id]?.requires ?? [], 'or');
    return `A lead that lacks ${fields} is not passed on by "${id}" and stays with "${hole.team}", where no program takes it and nothing has to be done about it in any time${afterUnless(hole)}.`;
  },
  'no-owner': ({ handOffs }, { path }) => {
    const assign = handOffs[idOf(path)]?.assign;
    const lead =
      assign !== undefined && 'territory' in assign ? 'is in no territory' : 'has a company without an owner';
    return `The hand-off "${idOf(path)}" gives a lead to nobody when it ${lead}.`;
  },
  undecided: (_, hole) =>
    hole.path[0] === 'sla'
      ? `${ended(hole)}, and then "${hole.team}" has the lead and need not decide about it in any time.`
      : `${brought(hole)} a lead to "${hole.team}", which need not decide about it in any time: no SLA with a time that holds for it is kept only by what takes the lead on or back.`,
  accepted: (_, hole) => `${begun(hole)} "${hole.team}" has accepted a lead, nothing more is owed to it in any time.`,
  'sales-qualified': (_, hole) =>
    `${begun(hole)} "${hole.team}" has qualified a lead (SQL), nothing more is owed to it in any time.`,
  'deal-open': (_, hole) =>
    `${begun(hole)} a deal is open with "${hole.team}", nothing has to happen to it in any time: no SLA with grain opportunity holds for it until it is won or lost.`,
  'deal-lost': (_, { path, team }) =>
    `A lead whose deal is lost and that lacks what the hand-off of the reason "${idOf(path)}" requires stays with "${team}", and nothing has to be done about it in any time.`,
  circle: (_, { path, team }) =>
    `The hand-offs pass a lead round in a circle at once: ${namedClause(path)} brings it back to "${team}", which passes it on again.`,
  'no-reason': (_, { team }) => `"${team}" can send a lead back, and there is no reason that says where it goes then.`,
};

const remedies: Readonly<Record<WalkHoleKind, (hole: WalkHole) => string>> = {
  'not-taken': ({ lead: { readiness } }) =>
    readiness === null
      ? 'Let the last readiness take all leads that are left ({}), and add a program for it.'
      : `Add a program with "for: ${readiness}" and without an exit that holds for them, or a hand-off that takes them.`,
  'program-over': () => 'Say what comes with "next": another program, a hand-off, or disqualify.',
  'field-lacking': ({ team }) =>
    `Add a program for these leads, or an SLA of "${team}" from lead.captured, kept by lead.handed_off or lead.disqualified.`,
  'no-owner': () => 'Add "otherwise: { rotate: even }", so that somebody of the team gets it.',
  undecided: ({ team }) =>
    `Add an SLA of "${team}" from lead.assigned, kept by lead.accepted, lead.rejected, lead.recycled or lead.disqualified, for all leads that it gets and without "unless".`,
  accepted: ({ team }) =>
    `Add an SLA of "${team}" from lead.accepted, kept by opportunity.opened, lead.recycled or lead.disqualified.`,
  'sales-qualified': ({ team }) =>
    `Add an SLA of "${team}" from lead.sales_qualified, kept by opportunity.opened, lead.recycled or lead.disqualified.`,
  'deal-open': ({ team }) =>
    `Add an SLA of "${team}" with "grain: opportunity" from opportunity.moved, kept by opportunity.moved, opportunity.won or opportunity.lost.`,
  'deal-lost': () => 'Require nothing for that hand-off, or let the reason recycle the lead.',
  circle: () => 'Let the conditions of the hand-offs exclude each other, or take one of them away.',
  'no-reason': () => 'Add at least one reason with what comes then: recycle, hand_off or disqualify.',
};

const ends: Readonly<Record<WalkHoleKind, string>> = {
  'not-taken': 'Nobody has it there.',
  'program-over': 'Nothing takes it there.',
  'field-lacking': 'There it stays.',
  'no-owner': 'Nobody has it there.',
  undecided: 'There it may stay undecided for ever.',
  accepted: 'There it may stay for ever.',
  'sales-qualified': 'There it may stay for ever.',
  'deal-open': 'There it may stay open for ever.',
  'deal-lost': 'There it stays.',
  circle: 'From there it goes round.',
  'no-reason': 'Nothing says where it goes.',
};

function stepInWords({ event, state, owner, clause }: WitnessStep): string {
  const by = clause === null ? '' : `, on by ${clause}`;
  return `${event} (${state}, ${owner === null ? 'with nobody' : `with ${owner}`}${by})`;
}

function idOf(path: readonly PathStep[]): string {
  return String(path[1] ?? '');
}

function brought({ path }: WalkHole): string {
  return `${capital(namedClause(path))} brings`;
}

function namedClause([section, id]: readonly PathStep[]): string {
  const names: Readonly<Record<string, string>> = {
    handOffs: 'hand-off',
    reasons: 'reason',
    programs: 'program',
    sla: 'SLA',
  };
  return `the ${names[String(section)] ?? section} "${id}"`;
}

function ended({ path }: WalkHole): string {
  const why = path[2] === 'unless' ? 'ends once the lead was reached or has replied' : 'is kept';
  return `The SLA "${idOf(path)}" ${why}`;
}

function afterUnless({ path }: WalkHole): string {
  return path[2] === 'unless' ? ` once "${idOf(path)}" has ended by "unless"` : '';
}

/** `Once`, or what comes before it where an SLA ended. */
function begun(hole: WalkHole): string {
  return hole.path[0] === 'sla' ? `${ended(hole)}: once` : `By ${namedClause(hole.path)}, once`;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
