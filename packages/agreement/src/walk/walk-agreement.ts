import type { Agreement } from '../agreement.ts';
import { evaluateCondition } from '../condition/evaluate-condition.ts';
import type { WitnessLead, WitnessStep } from '../lint/witness.ts';
import { findLead } from '../solve/find-lead.ts';
import { leadContext } from '../solve/solved-lead.ts';
import { firstClocks } from './clocks.ts';
import { always, conditionText } from './combine-conditions.ts';
import { holdWithTeam } from './hold-with-team.ts';
import { judgeNew } from './judge-new.ts';
import { landWithTeam } from './land-with-team.ts';
import { leaveProgram } from './leave-program.ts';
import type { Expansion, PossibleHole, Standing, StateIdentity, TrailStep } from './standing.ts';
import { newState } from './state-identities.ts';
import type { Walk, WalkClock, WalkHole, WalkHoleKind, WalkState, WalkStep } from './walk.ts';
import { type FindLead, type WalkContext, walkContext } from './walk-context.ts';

/** What is walked. */
export interface WalkOptions {
  /** Only leads of this segment, by the first that matches; `null` for leads of none, which is what is walked when absent. */
  readonly segment?: string | null;
  /** Finds example leads; `findLead` when absent. */
  readonly findLead?: FindLead;
}

/**
 * Every way that a lead can go under an agreement: new, to a team or into a program, accepted, qualified, a deal, and
 * back for each reason, until nothing more is owed. It is decided for all leads at once: each state, step and hole is
 * one that some lead reaches, and each hole has such a lead. The meaning of every step is written down in
 * docs/lint/black-hole.md.
 * @param agreement the one that holds for the leads, see `effectiveAgreement`
 * @returns plain data; nothing in it where there is no lead of the segment
 * @throws AgreementError `search-too-large` of `findLead`
 * @example walkAgreement(defaultAgreement).states[0]?.id // 'new/hot'
 */
export function walkAgreement(agreement: Agreement, options: WalkOptions = {}): Walk {
  const { segment = null, findLead: find = findLead } = options;
  const book = new WalkBook();
  for (const readiness of [...agreement.order.readiness, null]) {
    walkLeads(walkContext(agreement, { segment, readiness }, find), book);
  }
  return book.walk(agreement);
}

function walkLeads(context: WalkContext, book: WalkBook): void {
  const owner = context.firstTeams[0] ?? null;
  const start: Standing = {
    at: 'new',
    state: newState(context.readiness, owner),
    given: always,
    met: [],
    clocks: firstClocks(context),
    handed: false,
    trail: [{ state: 'inquiry', event: 'lead.captured', owner, by: null }],
  };
  const open: Standing[] = [start];
  const seen = new Set([keyOf(start)]);
  if (!context.isThere(start.given)) return;
  book.visit(start.state);
  for (let standing = open.shift(); standing !== undefined; standing = open.shift()) {
    const { outcomes, holes, clocks } = expand(context, standing);
    book.time(standing.state, clocks);
    for (const hole of holes) book.report(context, hole);
    for (const { event, clause, to } of outcomes) {
      if (!context.isThere(to.given)) continue;
      book.visit(to.state);
      book.step({ from: standing.state.id, to: to.state.id, event, clause });
      const key = keyOf(to);
      if (seen.has(key)) continue;
      seen.add(key);
      open.push(to);
    }
  }
}

function expand(context: WalkContext, standing: Standing): Expansion {
  switch (standing.at) {
    case 'new':
      return judgeNew(context, standing);
    case 'program':
      return leaveProgram(context, standing);
    case 'arrived':
      return landWithTeam(context, standing);
    case 'held':
      return holdWithTeam(context, standing);
    case 'settled':
      return { outcomes: [], holes: [], clocks: [] };
  }
}

/** Two standings with one key go the same ways and have the same place to mend. */
function keyOf(standing: Standing): string {
  const { at, state, given, met, clocks, handed } = standing;
  const asked = 'all' in given ? given.all.map(conditionText).sort() : [conditionText(given)];
  const running = [...clocks].map(([id, leads]) => [id, conditionText(leads)]).sort();
  const through = at === 'arrived' ? standing.through : at === 'held' ? standing.before : null;
  const place = at === 'arrived' || at === 'held' ? standing.place : null;
  return JSON.stringify([at, state.id, asked, met, running, handed, through, place]);
}

/** What was found on a walk, each state, step and hole once. */
class WalkBook {
  readonly #states = new Map<string, StateIdentity>();
  readonly #clocks = new Map<string, Map<string, WalkClock>>();
  readonly #steps = new Map<string, WalkStep>();
  readonly #inHole = new Set<string>();
  readonly #holes = new Map<string, WalkHole>();

  visit(state: StateIdentity): void {
    if (!this.#states.has(state.id)) this.#states.set(state.id, state);
  }

  time(state: StateIdentity, clocks: readonly WalkClock[]): void {
    const known = this.#clocks.get(state.id) ?? new Map<string, WalkClock>();
    for (const clock of clocks) known.set(clock.clause, clock);
    this.#clocks.set(state.id, known);
  }

  step(step: WalkStep): void {
    if (step.from !== step.to) this.#steps.set(JSON.stringify(step), step);
  }

  report(context: WalkContext, hole: PossibleHole): void {
    const { kind, path, atKey, state, team } = hole;
    const key = JSON.stringify([kind, path]);
    if (this.#holes.has(key) && this.#inHole.has(state.id)) return;
    const lead = context.find(hole.leads);
    if (lead === null) return;
    this.visit(state);
    this.#inHole.add(state.id);
    if (this.#holes.has(key)) return;
    this.#holes.set(key, { kind, state: state.id, team, path, atKey, lead, steps: stepsOf(context, hole, lead) });
  }

  walk(agreement: Agreement): Walk {
    const holes = withoutRepeats(agreement, [...this.#holes.values()]);
    const states = [...this.#states.values()].map((state): WalkState => {
      const clocks = [...(this.#clocks.get(state.id)?.values() ?? [])];
      return { ...state, clocks, isHole: this.#inHole.has(state.id) };
    });
    return { states, steps: [...this.#steps.values()], holes };
  }
}

/** A hole of a hand-off is one hole, whether the lead is handed off by its readiness, a reason or a program. */
function withoutRepeats({ reasons, programs }: Agreement, holes: readonly WalkHole[]): readonly WalkHole[] {
  const isOfHandOff = (kind: WalkHoleKind, id: string) =>
    holes.some(({ kind: other, path }) => other === kind && path[0] === 'handOffs' && path[1] === id);
  return holes.filter(({ kind, path: [section, name = ''] }) => {
    const reason = section === 'reasons' ? reasons[name] : undefined;
    if (reason !== undefined && 'handOff' in reason) return !isOfHandOff(kind, reason.handOff);
    const next = section === 'programs' ? programs[name]?.next : undefined;
    return next === undefined || next === 'disqualify' || 'program' in next || !isOfHandOff(kind, next.handOff);
  });
}

/** The way of a lead, each step with the clause that leads on from it. */
function stepsOf(context: WalkContext, { trail, after }: PossibleHole, lead: WitnessLead): readonly WitnessStep[] {
  const way = trail.flatMap((step, index) => (index === 0 ? [step, ...qualifiedStep(context, step, lead)] : [step]));
  return way.map(({ state, event, owner }, index) => {
    const isBeforeLast = index === way.length - 2 && after !== null;
    return { state, event, owner, clause: isBeforeLast ? `sla.${after}` : (way[index + 1]?.by ?? null) };
  });
}

function qualifiedStep({ agreement }: WalkContext, { owner }: TrailStep, lead: WitnessLead): readonly TrailStep[] {
  const { qualified } = agreement;
  if (qualified === undefined || !evaluateCondition(qualified.when, leadContext(lead, agreement))) return [];
  return [{ state: 'mql', event: 'lead.qualified', owner: owner === null ? null : qualified.by, by: 'qualified' }];
}
