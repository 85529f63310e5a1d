import type { EventType } from '@sameteam/model';
import { type Clocks, clocksAfter, type WalkEvent } from './clocks.ts';
import { allOf, anyOf, conditionText, firstOf, isNever, notOf } from './combine-conditions.ts';
import { type CoveringClock, coveringClocks } from './covering-clocks.ts';
import { handOffsFrom } from './hand-offs-from.ts';
import { clocksOfDeal, handOn } from './hand-on.ts';
import { narrowTo } from './judge-new.ts';
import { meetingsAskedFor } from './narrow-condition.ts';
import { sendBack } from './send-back.ts';
import type { Covered, Expansion, Outcome, PossibleHole, Standing } from './standing.ts';
import { endState, teamState } from './state-identities.ts';
import type { WalkHoleKind } from './walk.ts';
import type { WalkContext } from './walk-context.ts';

export type HeldStanding = Extract<Standing, { readonly at: 'held' }>;

const missing = {
  waiting: 'field-lacking',
  handed_off: 'undecided',
  sal: 'accepted',
  sql: 'sales-qualified',
  opportunity: 'deal-open',
  lost: 'deal-lost',
} as const satisfies Readonly<Record<HeldStanding['stage'], WalkHoleKind>>;

/** What becomes of leads that a team has: it decides, they answer, a meeting takes place, they are sent back. */
export function holdWithTeam(context: WalkContext, standing: HeldStanding): Expansion {
  const covers = coveringClocks(context, standing);
  const back = sendBack(context, standing);
  const met = meetings(context, standing, covers);
  return {
    outcomes: [
      ...forward(context, standing, covers),
      ...contacted(context, standing, covers),
      ...met.outcomes,
      ...back.outcomes,
    ],
    holes: [...ownHoles(standing, covers), ...met.holes, ...back.holes],
    clocks: covers.map(({ id, clause }) => ({ clause: `sla.${id}`, within: clause.within.time })),
  };
}

/** The team must have a clock for them; where one ended just before, that is the clause to mend. */
function ownHoles(standing: HeldStanding, covers: readonly CoveringClock[]): readonly PossibleHole[] {
  const { state, stage, team, place, given, trail, before } = standing;
  // A lost deal is sent back at once; what stays is looked at there.
  if (stage === 'lost') return [];
  const uncovered = notOf(anyOf(covers.map(({ leads }) => leads)));
  const hole = { kind: missing[stage], state, team, trail };
  if (before === null) return [{ ...hole, ...place, leads: allOf([given, uncovered]), after: null }];
  return firstOf(before.map(({ leads }) => leads)).map((leads, index): PossibleHole => {
    const ended = before[index];
    return { ...hole, ...(ended?.place ?? place), leads: allOf([given, uncovered, leads]), after: ended?.id ?? null };
  });
}

function forward(context: WalkContext, standing: HeldStanding, covers: readonly CoveringClock[]): readonly Outcome[] {
  const { stage, met, clocks } = standing;
  if (stage === 'handed_off') return [moved(context, standing, covers, 'sal', 'lead.accepted')];
  if (stage === 'sal') return [moved(context, standing, covers, 'sql', 'lead.sales_qualified')];
  if (stage === 'sql') {
    const opened = moved(context, standing, covers, 'opportunity', 'opportunity.opened');
    return [{ ...opened, to: { ...opened.to, clocks: clocksOfDeal(context, clocks, standing) } }];
  }
  if (stage !== 'opportunity') return [];
  const won: Standing = { ...standing, at: 'settled', state: endState('customer') };
  const lost = moved(context, standing, covers, 'lost', 'opportunity.lost');
  return [
    { event: 'opportunity.won', clause: null, to: won },
    { ...lost, to: { ...lost.to, met } },
  ];
}

function moved(
  context: WalkContext,
  standing: HeldStanding,
  covers: readonly CoveringClock[],
  stage: Exclude<HeldStanding['stage'], 'waiting'>,
  event: EventType,
): Outcome & { readonly to: HeldStanding } {
  const { team, trail, clocks, met } = standing;
  const to: HeldStanding = {
    ...standing,
    state: teamState(team, stage),
    stage,
    clocks: clocksAfter(context, clocks, { type: event }, met),
    before: covers.map((cover) => coveredBy(cover, 'kept')),
    trail: [...trail, { state: stage, event, owner: team, by: null }],
  };
  return { event, clause: null, to };
}

function coveredBy({ id, leads }: CoveringClock, key: 'kept' | 'unless'): Covered {
  return { id, leads, place: { path: ['sla', id, key], atKey: true } };
}

/** The lead is reached, or answers: that may end an SLA, and start another one. */
function contacted(context: WalkContext, standing: HeldStanding, covers: readonly CoveringClock[]): readonly Outcome[] {
  const events: readonly WalkEvent[] = [
    { type: 'lead.attempted', ends: 'connected' },
    { type: 'lead.replied', ends: 'replied' },
  ];
  return events.flatMap((event): readonly Outcome[] => {
    const { team, trail, clocks, met, stage } = standing;
    const ending = context.timed.filter(
      ({ clause }) => event.ends !== undefined && clause.unless?.includes(event.ends),
    );
    const after = clocksAfter(context, clocks, event, met);
    if (stage === 'lost' || ending.length === 0 || isSame(clocks, after)) return [];
    const isEnded = (id: string) => ending.some((one) => one.id === id);
    const before = covers.map((cover) => coveredBy(cover, isEnded(cover.id) ? 'unless' : 'kept'));
    const step = { state: stage, event: event.type, owner: team, by: null };
    return [{ event: event.type, clause: null, to: { ...standing, clocks: after, before, trail: [...trail, step] } }];
  });
}

function isSame(before: Clocks, after: Clocks): boolean {
  const textOf = (clocks: Clocks) => JSON.stringify([...clocks].map(([id, leads]) => [id, conditionText(leads)]));
  return textOf(before) === textOf(after);
}

/** A meeting that makes a hand-off of the team possible passes the lead on. */
function meetings(
  context: WalkContext,
  standing: HeldStanding,
  covers: readonly CoveringClock[],
): Pick<Expansion, 'outcomes' | 'holes'> {
  const { team, stage, trail } = standing;
  if (stage !== 'handed_off' && stage !== 'sal' && stage !== 'sql') return { outcomes: [], holes: [] };
  const own = Object.values(context.agreement.handOffs).filter(({ from }) => from === team);
  const statuses = meetingsAskedFor(own.map(({ when }) => when)).filter((status) => !standing.met.includes(status));
  const each = statuses.map((status) => {
    const met = [...standing.met, status].sort();
    const event: WalkEvent = { type: 'meeting.changed', status };
    const after: HeldStanding = {
      ...standing,
      met,
      clocks: clocksAfter(context, standing.clocks, event, met),
      before: covers.map((cover) => coveredBy(cover, 'kept')),
      trail: [...trail, { state: stage, event: 'meeting.changed', owner: team, by: null }],
    };
    const handOffs = handOffsFrom(context, [team], met);
    const passed = handOffs.map(({ id, passes }) =>
      handOn(context, narrowTo(after, passes), {
        id,
        clause: `handOffs.${id}`,
        place: { path: ['handOffs', id], atKey: true },
        through: [],
      }),
    );
    const rest = narrowTo(after, notOf(anyOf(handOffs.map(({ passes }) => passes))));
    const stayed: Outcome = { event: 'meeting.changed', clause: null, to: rest };
    return {
      outcomes: [...passed.flatMap(({ outcomes }) => outcomes), ...(isNever(rest.given) ? [] : [stayed])],
      holes: passed.flatMap(({ holes }) => holes),
    };
  });
  return { outcomes: each.flatMap(({ outcomes }) => outcomes), holes: each.flatMap(({ holes }) => holes) };
}
