import { type Agreement, evaluateCondition, type MeetingStatus } from '@sameteam/agreement';
import type { JudgedLead } from './simulated-lead.ts';

/** A fault that the simulation ran into. */
export interface FoundHole {
  readonly kind: string;
  /** Where it is, such as `sla.decision.kept`. */
  readonly place: string;
}

/** Something that happened to the lead. */
interface Happened {
  readonly event: string;
  readonly status?: MeetingStatus;
  readonly reached?: 'connected' | 'replied';
  /** The deal can be moved and changed at any time, so that this starts clocks and stops none. */
  readonly starting?: true;
  /** Ids of the SLAs that apply to the lead when it happens. */
  readonly applying: readonly string[];
}

type Stage = 'fresh' | 'waiting' | 'received' | 'accepted' | 'sales qualified' | 'deal' | 'lost deal';

/** One moment in the life of a lead. */
export interface Moment {
  readonly where: 'new' | 'program' | 'arrival' | 'team' | 'over';
  readonly team: string | null;
  readonly stage: Stage;
  readonly program: string | null;
  readonly met: readonly MeetingStatus[];
  readonly log: readonly Happened[];
  readonly place: string;
  /** The place to mend when it is not looked after now and was before; `null` at the start, `''` where it was not. */
  readonly mend: string | null;
  readonly passed: readonly string[];
}

/** What can happen next. */
export interface Next {
  /** None where the lead only stays. */
  readonly events: readonly string[];
  readonly owner: string | null;
  readonly to: Moment;
}

/** What can happen next, and what is wrong at this moment. */
export interface Played {
  readonly next: readonly Next[];
  readonly holes: readonly FoundHole[];
}

const moves = {
  waiting: 'handed_off accepted sales_qualified opened won lost disqualified',
  received: 'handed_off accepted sales_qualified rejected recycled disqualified opened won lost',
  accepted: 'handed_off sales_qualified recycled disqualified opened won lost',
  'sales qualified': 'handed_off recycled disqualified opened won lost',
  deal: 'recycled disqualified won lost',
  'lost deal': 'handed_off qualified recycled disqualified opened reopened won',
} as const;

const impossible = {
  waiting: 'qualified rejected recycled reopened',
  received: 'qualified reopened',
  accepted: 'qualified rejected reopened',
  'sales qualified': 'qualified rejected reopened',
  deal: 'qualified rejected',
  'lost deal': 'accepted sales_qualified rejected',
} as const;

const moving =
  /^(?:lead\.(?:captured|qualified|handed_off|accepted|sales_qualified|rejected|recycled|disqualified)|opportunity\.(?:opened|reopened|won|lost))$/;

/** What a hole may still be told with: a step, and what brought it about, that nobody comes back from. */
function isFall(events: readonly string[]): boolean {
  const falls = ['lead.handed_off', 'nurture.left', 'lead.rejected', 'lead.recycled'];
  const before = ['nurture.left', 'lead.rejected', 'meeting.changed'];
  const [last, cause] = [...events].reverse();
  if (last !== undefined && !falls.includes(last)) return false;
  return events.length < 2 || (events.length === 2 && before.includes(cause ?? ''));
}

function has(words: string, event: string): boolean {
  return words.split(' ').includes(event.split('.')[1] ?? '');
}

const kindOf: Readonly<Record<Stage, string>> = {
  fresh: '',
  waiting: 'field-lacking',
  received: 'undecided',
  accepted: 'accepted',
  'sales qualified': 'sales-qualified',
  deal: 'deal-open',
  'lost deal': 'deal-lost',
};

/** Plays the life of one concrete lead by hand-written rules, without anything of the walk. */
export class LeadSimulation {
  readonly #agreement: Agreement;
  readonly #lead: JudgedLead;
  /** Of all SLAs. */
  readonly #ids: readonly string[];
  readonly #applying = new Map<string, readonly string[]>();
  /** What conditions came to, by the meetings since. */
  readonly #answers = new Map<string, { readonly lead: JudgedLead; readonly held: Map<object, boolean> }>();
  /** What was read in a log. */
  readonly #running = new Map<readonly Happened[], readonly string[]>();

  constructor(agreement: Agreement, lead: JudgedLead) {
    this.#agreement = agreement;
    this.#lead = lead;
    this.#ids = Object.keys(agreement.sla);
  }

  /** Whether the lead counts at all: it is not excluded, and what every lead must have is there. */
  get isWalked(): boolean {
    const { exclusions, terms } = this.#agreement;
    if (exclusions.some(({ when }) => evaluateCondition(when, this.#lead))) return false;
    return (terms.lead?.requires ?? []).every((field) => this.#known(field));
  }

  get start(): Moment {
    const { qualified } = this.#agreement;
    const blank: Moment = {
      where: 'new',
      team: null,
      stage: 'fresh',
      program: null,
      met: [],
      log: [],
      place: '',
      mend: null,
      passed: [],
    };
    const captured = this.#after(blank, 'lead.captured');
    return qualified !== undefined && this.#holds(qualified.when, [])
      ? this.#after(captured, 'lead.qualified')
      : captured;
  }

  /** Everything that can go wrong with the lead, whatever people do. */
  holes(): readonly FoundHole[] {
    const holes = new Map<string, FoundHole>();
    const seen = new Set<string>();
    const open = [this.start];
    for (let moment = open.pop(); moment !== undefined; moment = open.pop()) {
      const key = this.#key(moment);
      if (seen.has(key)) continue;
      seen.add(key);
      const played = this.play(moment);
      for (const hole of played.holes) holes.set(`${hole.kind} ${hole.place}`, hole);
      open.push(...played.next.map(({ to }) => to));
    }
    return [...holes.values()];
  }

  /**
   * Whether a way, event by event, leads to a hole. The last step may be the one that falls into it, which the
   * simulation does not take.
   */
  confirms(steps: readonly { readonly event: string; readonly owner: string | null }[], hole: FoundHole): boolean {
    const first = this.start.log.length;
    const captured = steps.slice(0, first).map(({ event }) => event);
    if (captured.join() !== this.start.log.map(({ event }) => event).join()) return false;
    return this.#follows(this.start, steps.slice(first), hole, 0);
  }

  #follows(moment: Moment, steps: Parameters<LeadSimulation['confirms']>[0], hole: FoundHole, idle: number): boolean {
    const { next, holes } = this.play(moment);
    const isThere = holes.some(({ kind, place }) => kind === hole.kind && place === hole.place);
    if (isThere && isFall(steps.map(({ event }) => event))) return true;
    return next.some(({ events, owner, to }) => {
      if (events.length === 0) return idle < 3 && this.#follows(to, steps, hole, idle + 1);
      const taken = steps.slice(0, events.length);
      const isSame = events.every((event, index) => taken[index]?.event === event) && taken.at(-1)?.owner === owner;
      return isSame && this.#follows(to, steps.slice(events.length), hole, 0);
    });
  }

  play(moment: Moment): Played {
    if (moment.where === 'new') return this.#judged(moment);
    if (moment.where === 'program') return this.#programOver(moment);
    if (moment.where === 'arrival') return this.#arrived(moment);
    return moment.where === 'team' ? this.#withTeam(moment) : { next: [], holes: [] };
  }

  #key(moment: Moment): string {
    const { where, team, stage, program, met, place, mend, passed } = moment;
    const running = this.#allRunning(moment);
    const handed = moment.log.some(({ event }) => event === 'lead.handed_off');
    return JSON.stringify([where, team, stage, program, [...met].sort(), place, mend, passed, running, handed]);
  }

  #holds(condition: Parameters<typeof evaluateCondition>[0], met: readonly MeetingStatus[]): boolean {
    const key = met.join();
    const known = this.#answers.get(key) ?? {
      lead: { ...this.#lead, meetings: [...this.#lead.meetings, ...met] },
      held: new Map<object, boolean>(),
    };
    this.#answers.set(key, known);
    const before = known.held.get(condition);
    if (before !== undefined) return before;
    const holds = evaluateCondition(condition, known.lead);
    known.held.set(condition, holds);
    return holds;
  }

  #known(field: string): boolean {
    if (!field.startsWith('answers.'))
      return this.#lead.fields[field] !== null && this.#lead.fields[field] !== undefined;
    return this.#lead.answers?.[field.slice(8)] !== undefined;
  }

  #after(moment: Moment, event: string, more: Pick<Happened, 'status' | 'reached' | 'starting'> = {}): Moment {
    const key = [...moment.met].sort().join();
    const applying =
      this.#applying.get(key) ??
      Object.entries(this.#agreement.sla).flatMap(([id, { applies = {} }]) =>
        this.#holds(applies, moment.met) ? [id] : [],
      );
    this.#applying.set(key, applying);
    return { ...moment, log: [...moment.log, { event, applying, ...more }] };
  }

  /** Ids of the SLAs whose clock runs, in their order. */
  #allRunning({ log }: Moment): readonly string[] {
    const known = this.#running.get(log);
    if (known !== undefined) return known;
    const running = this.#ids.filter((id) => this.#runs(id, log));
    this.#running.set(log, running);
    return running;
  }

  /** Reads in the log whether the clock of an SLA runs. */
  #runs(id: string, log: readonly Happened[]): boolean {
    const clause = this.#agreement.sla[id];
    if (clause === undefined || !('kept' in clause)) return false;
    let running = false;
    let handedOffBefore = false;
    for (const { event, status, reached, starting, applying } of log) {
      if (event === 'lead.handed_off') {
        if (handedOffBefore && clause.grain !== 'lead') running = false;
        handedOffBefore = true;
      }
      const keptBy =
        'meeting' in clause.kept
          ? status !== undefined && clause.kept.meeting.includes(status)
          : Array.isArray(clause.kept) && clause.kept.some((one) => one === event);
      if (keptBy && !clause.repeat && starting === undefined && clause.from !== event) running = false;
      if (clause.from === event && applying.includes(id)) running = true;
      if (reached !== undefined && clause.unless?.includes(reached) === true) running = false;
    }
    return running;
  }

  #handOffs(teams: readonly string[]): readonly (readonly [string, Agreement['handOffs'][string]])[] {
    const { order, handOffs } = this.#agreement;
    return order.handOffs.flatMap((id) => {
      const handOff = handOffs[id];
      return handOff !== undefined && teams.includes(handOff.from) ? [[id, handOff] as const] : [];
    });
  }

  /** The first hand-off that matches, and whether the lead has what it requires. */
  #firstHandOff(teams: readonly string[], met: readonly MeetingStatus[]) {
    const found = this.#handOffs(teams).find(([, { when }]) => this.#holds(when, met));
    if (found === undefined) return null;
    const [id, handOff] = found;
    return { id, handOff, complete: handOff.requires.every((field) => this.#known(field)) };
  }

  get #firstTeams(): readonly string[] {
    const { qualified, engagement, order, handOffs } = this.#agreement;
    const all = Object.values(handOffs);
    const teams = all.map(({ from }) => from).filter((team) => all.every(({ to }) => to !== team));
    if (qualified !== undefined) teams.push(qualified.by);
    if (teams.length > 0) return teams;
    const first = order.handOffs[0];
    if (first !== undefined) return [handOffs[first]?.from ?? ''];
    return engagement === undefined ? [] : [engagement.owner];
  }

  #programs(): readonly string[] {
    return Object.entries(this.#agreement.programs).flatMap(([id, { for: readiness = [], exit }]) => {
      const isFor = this.#lead.readiness !== null && readiness.includes(this.#lead.readiness);
      return isFor && (exit === undefined || !this.#holds(exit, [])) ? [id] : [];
    });
  }

  #enter(moment: Moment, program: string, before: readonly string[] = []): Next {
    const owner = this.#agreement.programs[program]?.owner ?? null;
    const to: Moment = {
      ...moment,
      where: 'program',
      program,
      team: owner,
      stage: 'fresh',
      mend: null,
      passed: [],
      place: '',
    };
    return { events: [...before, 'nurture.entered'], owner, to };
  }

  #wait(moment: Moment, team: string, place: string): Next {
    const to: Moment = { ...moment, where: 'team', team, stage: 'waiting', place, mend: null, passed: [] };
    return { events: [], owner: team, to };
  }

  #judged(moment: Moment): Played {
    const found = this.#firstHandOff(this.#firstTeams, []);
    if (found?.complete === true) return this.#give(moment, found.id, `handOffs.${found.id}`, []);
    const programs = this.#programs();
    if (programs.length > 0) return { next: programs.map((id) => this.#enter(moment, id)), holes: [] };
    if (found !== null)
      return { next: [this.#wait(moment, found.handOff.from, `handOffs.${found.id}.requires`)], holes: [] };
    const { readiness } = this.#lead;
    return {
      next: [],
      holes: [{ kind: 'not-taken', place: readiness === null ? 'readiness' : `readiness.${readiness}` }],
    };
  }

  #programOver(moment: Moment): Played {
    const id = moment.program ?? '';
    const program = this.#agreement.programs[id];
    if (program?.atMost === undefined) return { next: [], holes: [] };
    const { next } = program;
    const others = this.#programs().filter((one) => one !== id);
    if (next === 'disqualify') return { next: [], holes: [] };
    if (next !== undefined && 'program' in next) return { next: [this.#enter(moment, next.program)], holes: [] };
    if (next !== undefined) {
      const handOff = this.#agreement.handOffs[next.handOff];
      if (handOff?.requires.every((field) => this.#known(field)) === true) {
        return this.#give(moment, next.handOff, `programs.${id}.next`, [], ['nurture.left']);
      }
      if (others.length > 0)
        return { next: others.map((one) => this.#enter(moment, one, ['nurture.left'])), holes: [] };
      return {
        next: [{ ...this.#wait(moment, program.owner, `programs.${id}.next`), events: ['nurture.left'] }],
        holes: [],
      };
    }
    const found = this.#firstHandOff(this.#firstTeams, []);
    const waits = found === null ? null : this.#wait(this.start, found.handOff.from, '').to;
    const taken =
      found?.complete === true || others.length > 0 || (waits !== null && this.#lookedAfterBy(waits).length > 0);
    return { next: [], holes: taken ? [] : [{ kind: 'program-over', place: `programs.${id}.atMost` }] };
  }

  #give(moment: Moment, id: string, place: string, passed: readonly string[], before: readonly string[] = []): Played {
    const handOff = this.#agreement.handOffs[id];
    if (handOff === undefined) return { next: [], holes: [] };
    const { assign } = handOff;
    let team: string | null = handOff.to;
    const holes: FoundHole[] = [];
    const nobody = { kind: 'no-owner', place: `handOffs.${id}.assign` };
    if (assign !== undefined && 'owner' in assign && assign.otherwise === undefined) holes.push(nobody);
    if (assign !== undefined && 'territory' in assign) {
      const territory = this.#agreement.territories.find(({ when }) => this.#holds(when, moment.met));
      if (territory !== undefined) team = territory.team;
      else if (assign.otherwise === undefined) {
        holes.push(nobody);
        team = null;
      }
    }
    if (team === null) return { next: [], holes };
    let to = this.#after({ ...moment, team, place, mend: null, program: null, passed }, 'lead.handed_off');
    to = this.#after(to, 'lead.assigned');
    if (handOff.opens === undefined)
      return {
        next: [
          { events: [...before, 'lead.handed_off'], owner: team, to: { ...to, where: 'arrival', stage: 'received' } },
        ],
        holes,
      };
    to = this.#after(this.#after(to, 'lead.accepted'), 'lead.sales_qualified');
    const opens = place === `handOffs.${id}` ? `${place}.opens` : place;
    return {
      next: [
        {
          events: [...before, 'lead.handed_off', 'opportunity.opened'],
          owner: team,
          to: { ...this.#deal(to), where: 'team', place: opens, mend: null },
        },
      ],
      holes,
    };
  }

  #deal(moment: Moment): Moment {
    const opened = this.#after({ ...moment, stage: 'deal' }, 'opportunity.opened');
    return this.#after(this.#after(opened, 'opportunity.moved', { starting: true }), 'opportunity.changed', {
      starting: true,
    });
  }

  #arrived(moment: Moment): Played {
    const team = moment.team ?? '';
    if (moment.passed.includes(team)) return { next: [], holes: [{ kind: 'circle', place: moment.place }] };
    const found = this.#firstHandOff([team], moment.met);
    if (found?.complete === true) return this.#give(moment, found.id, `handOffs.${found.id}`, [...moment.passed, team]);
    const programs = this.#firstTeams.includes(team) ? this.#programs() : [];
    if (programs.length > 0) return { next: programs.map((id) => this.#enter(moment, id)), holes: [] };
    return { next: [{ events: [], owner: team, to: { ...moment, where: 'team', passed: [] } }], holes: [] };
  }

  /** Ids of the SLAs that see to it that the lead does not stay where it is, in their order. */
  #lookedAfterBy(moment: Moment): readonly string[] {
    const owing = new Set<string>();
    for (let team = moment.team ?? undefined; team !== undefined; team = this.#agreement.teams[team]?.partOf)
      owing.add(team);
    const running = this.#allRunning(moment);
    return Object.entries(this.#agreement.sla).flatMap(([id, clause]) => {
      if (!('kept' in clause) || !owing.has(clause.of) || !running.includes(id)) return [];
      if (moment.stage === 'deal' && clause.grain !== 'opportunity') return [];
      if (moment.stage !== 'deal' && moment.stage !== 'lost deal' && clause.grain === 'opportunity') return [];
      return this.#endsIt(clause, moment) ? [id] : [];
    });
  }

  #endsIt(clause: Extract<Agreement['sla'][string], { readonly kept: unknown }>, moment: Moment): boolean {
    const { kept } = clause;
    const { stage, met } = moment;
    if (stage === 'fresh') return false;
    if (stage === 'deal' && clause.repeat) return true;
    if ('attempt' in kept || 'attempts' in kept) return false;
    if ('meeting' in kept) {
      if (stage !== 'received' && stage !== 'accepted' && stage !== 'sales qualified') return false;
      return kept.meeting.every(
        (status) => this.#firstHandOff([moment.team ?? ''], [...met, status])?.complete === true,
      );
    }
    let moves_ = false;
    for (const event of kept) {
      if (stage === 'deal' && event === clause.from) {
        moves_ = true;
        continue;
      }
      const isQualified = moment.log.some((one) => one.event === 'lead.qualified');
      const leaving = stage === 'waiting' && isQualified ? `${moves.waiting} rejected recycled` : moves[stage];
      if (!moving.test(event)) return false;
      if (event === 'lead.handed_off' && stage !== 'deal') moves_ ||= this.#canBeHandedOn(moment);
      else if (has(leaving, event)) moves_ = true;
      else if (!has(impossible[stage], event)) return false;
    }
    return moves_;
  }

  #canBeHandedOn({ team, stage, met }: Moment): boolean {
    if (stage === 'waiting' || Object.values(this.#agreement.reasons).some(({ then }) => then === 'hand_off'))
      return true;
    const statuses = [null, 'scheduled', 'rescheduled', 'completed', 'no_show', 'canceled'] as const;
    return this.#handOffs([team ?? '']).some(([, { when }]) =>
      statuses.some((status) => this.#holds(when, status === null ? met : [...met, status])),
    );
  }

  #withTeam(moment: Moment): Played {
    const { stage, team, place, mend } = moment;
    const after = this.#lookedAfterBy(moment);
    const wrong = mend === null ? place : mend;
    const holes =
      stage !== 'lost deal' && after.length === 0 && wrong !== '' ? [{ kind: kindOf[stage], place: wrong }] : [];
    const ended = (key: (id: string) => 'kept' | 'unless') =>
      after[0] === undefined ? '' : `sla.${after[0]}.${key(after[0])}`;
    const kept = ended(() => 'kept');
    const parts: Played[] = [{ next: [], holes }, this.#back(moment)];
    const step = (event: string, to: Moment) =>
      parts.push({ next: [{ events: [event], owner: team, to: { ...to, mend: kept } }], holes: [] });
    if (stage === 'received') step('lead.accepted', { ...this.#after(moment, 'lead.accepted'), stage: 'accepted' });
    if (stage === 'accepted')
      step('lead.sales_qualified', { ...this.#after(moment, 'lead.sales_qualified'), stage: 'sales qualified' });
    if (stage === 'sales qualified') step('opportunity.opened', this.#deal(moment));
    if (stage === 'deal') step('opportunity.lost', { ...this.#after(moment, 'opportunity.lost'), stage: 'lost deal' });
    if (stage !== 'lost deal') parts.push({ next: this.#reached(moment, ended), holes: [] });
    if (stage === 'received' || stage === 'accepted' || stage === 'sales qualified')
      parts.push(...this.#meetings(moment, kept));
    return { next: parts.flatMap(({ next }) => next), holes: parts.flatMap((part) => part.holes) };
  }

  #reached(moment: Moment, ended: (key: (id: string) => 'kept' | 'unless') => string): readonly Next[] {
    const ways = [
      ['lead.attempted', 'connected'],
      ['lead.replied', 'replied'],
    ] as const;
    return ways.flatMap(([event, reached]): readonly Next[] => {
      const isEnded = (id: string) => {
        const clause = this.#agreement.sla[id];
        return clause !== undefined && 'kept' in clause && clause.unless?.includes(reached) === true;
      };
      if (!Object.keys(this.#agreement.sla).some(isEnded)) return [];
      const to = this.#after(moment, event, { reached });
      const before = this.#allRunning(moment);
      // Where no clock starts or stops, nothing is different.
      if (before.join() === this.#allRunning(to).join()) return [];
      return [
        { events: [event], owner: moment.team, to: { ...to, mend: ended((id) => (isEnded(id) ? 'unless' : 'kept')) } },
      ];
    });
  }

  #meetings(moment: Moment, kept: string): readonly Played[] {
    const statuses = (['scheduled', 'rescheduled', 'completed', 'no_show', 'canceled'] as const).filter(
      (status) => !moment.met.includes(status) && this.#asksFor(moment.team ?? '', status),
    );
    return statuses.map((status): Played => {
      const to = this.#after({ ...moment, met: [...moment.met, status] }, 'meeting.changed', { status });
      const found = this.#firstHandOff([moment.team ?? ''], to.met);
      if (found?.complete !== true)
        return { next: [{ events: ['meeting.changed'], owner: moment.team, to: { ...to, mend: kept } }], holes: [] };
      return this.#give(to, found.id, `handOffs.${found.id}`, [], ['meeting.changed']);
    });
  }

  #asksFor(team: string, status: MeetingStatus): boolean {
    return this.#handOffs([team]).some(([, { when }]) => JSON.stringify(when).includes(`"${status}"`));
  }

  #back(moment: Moment): Played {
    const { stage } = moment;
    if (stage === 'deal' || stage === 'waiting') return { next: [], holes: [] };
    const reasons = Object.entries(this.#agreement.reasons);
    if (reasons.length === 0) return { next: [], holes: [{ kind: 'no-reason', place: 'reasons' }] };
    const played = reasons.map(([id, reason]): Played => {
      if (reason.then === 'disqualify') return { next: [], holes: [] };
      if (reason.then === 'recycle') {
        if (reason.program === undefined) return { next: [], holes: [] };
        const { events, owner, to } = this.#enter(this.#after(moment, 'lead.recycled'), reason.program, [
          'lead.recycled',
        ]);
        return { next: [{ events, owner, to }], holes: [] };
      }
      const handOff = this.#agreement.handOffs[reason.handOff];
      const place = `reasons.${id}.handOff`;
      if (handOff?.requires.every((field) => this.#known(field)) !== true) {
        const stuck = stage === 'lost deal' && this.#lookedAfterBy(moment).length === 0;
        return { next: [], holes: stuck ? [{ kind: 'deal-lost', place }] : [] };
      }
      return stage === 'received'
        ? this.#give(this.#after(moment, 'lead.rejected'), reason.handOff, place, [], ['lead.rejected'])
        : this.#give(moment, reason.handOff, place, []);
    });
    return { next: played.flatMap(({ next }) => next), holes: played.flatMap(({ holes }) => holes) };
  }
}
