import { type StageId, stages } from '@sameteam/model';
import type { FactColumns, FactKind, FactRow } from './fact-column.ts';
import { type StateName, sourceColumns, stateColumns, stateNames } from './source-columns.ts';

type StageTimes = { readonly [S in StageId as `at_${S}`]: 'time' };
type StatesAtStages = { readonly [S in StageId | 'now' as `${StateName}_at_${S}`]: 'term' };

const stageTimes = Object.fromEntries(stages.map((stage) => [`at_${stage}`, 'time'])) as StageTimes;
const statesAtStages = Object.fromEntries(
  stateNames.flatMap((state) => [...stages, 'now'].map((at) => [`${state}_at_${at}`, 'term'])),
) as StatesAtStages;

/** States that change within a cycle: all but its number and the version that judges it. */
type ReturnedState = Exclude<StateName, 'version' | 'cycle'>;
type StatesAtReturns = { readonly [S in 'rejected' | 'recycled' as `${ReturnedState}_at_${S}`]: 'term' };

const statesAtReturns = Object.fromEntries(
  stateNames
    .filter((state) => state !== 'version' && state !== 'cycle')
    .flatMap((state) => ['rejected', 'recycled'].map((at) => [`${state}_at_${at}`, 'term'])),
) as StatesAtReturns;

/** Columns that every grain has. */
const common = {
  /** Which clause of `exclusions` takes the row out; none for a row that counts. */
  excluded: 'term',
  /** Segment of the lead, fixed at its hand-off; before one, by what is known at as-of. */
  segment: 'term',
} as const satisfies FactColumns;

/**
 * Every grain of facts with its columns: the one declaration that folds fill and engines store. A row of each grain but
 * `leads`, `spend` and `pulses` belongs to a lead or has none (`lead`).
 */
export const factSchema = {
  /** One row a lead. */
  leads: {
    lead: 'subject',
    ...common,
    ...stageTimes,
    /** Bit i: stage i was skipped and is implied by a later one (rule 19). */
    implied: 'integer',
    /** 1 where a later stage has an earlier time. */
    impossible: 'integer',
    /** The first event of each kind. */
    at_assigned: 'time',
    at_attempted: 'time',
    at_connected: 'time',
    at_engaged: 'time',
    at_rejected: 'time',
    at_recycled: 'time',
    at_disqualified: 'time',
    at_lost: 'time',
    /** Hand-off after it was recycled, the first one. */
    at_revived: 'time',
    /** First end after capture: `won`, `lost`, `disqualified`, `recycled`. */
    at_exit: 'time',
    exit: 'term',
    /** Where it stands at as-of: a state of the lifecycle. */
    state: 'term',
    /** When it came to that state. */
    at_state: 'time',
    /**
     * Until when something is planned: the latest of its open tasks, meetings that were scheduled and the revisit; none
     * where nothing is, or where an open task without a date or a nurture program has no end.
     */
    at_next_step: 'time',
    /** 1 while something is planned, with or without a time. */
    has_next_step: 'integer',
    /** Revisit that is due, of the last recycling that was not revived. */
    at_revisit: 'time',
    /** Earliest instant at which an open SLA entry of it is or was due. */
    at_open_due: 'time',
    /** 1 where a mail address or phone is known. */
    reachable: 'integer',
    /** 1 where a consent was granted and not withdrawn since, 0 where it was refused; none where nobody was asked. */
    consented: 'integer',
    cycles: 'integer',
    attempts: 'integer',
    connects: 'integer',
    /** Events of it in all. */
    events: 'integer',
    /** Impossible moves of the lifecycle that were recorded. */
    illegal_moves: 'integer',
    /** Channels of its touches in order up to as-of, its opening and its win, as JSON; see `touches`. */
    path: 'term',
    path_to_opportunity: 'term',
    path_to_won: 'term',
    /** Ages of the touches of a path in whole days (24 h) before its bound, as JSON: what decay is made of. */
    ages_to_opportunity: 'term',
    ages_to_won: 'term',
    /** Steps of a path that led to the capture and the opening, as JSON: the last touch up to each, `null` for none. */
    marks_to_opportunity: 'term',
    marks_to_won: 'term',
    company: 'subject',
    contact: 'subject',
    ...sourceColumns,
    ...statesAtStages,
  },
  /** One row a hand-off of a lead, and all until it ends. */
  cycles: {
    lead: 'subject',
    ...common,
    /** 1 for the first hand-off. */
    number: 'integer',
    /**
     * Bit i: stage i was skipped and is implied by a later event of the cycle (rule 19): `handed_off` by the first decision
     * about a lead without a hand-off, `sal` by its SQL, opportunity or win.
     */
    implied: 'integer',
    /** Id of the clause of `handOffs`; none where no clause matches. */
    hand_off: 'term',
    from_team: 'term',
    to_team: 'term',
    /** 1 where the lead had been recycled before. */
    revived: 'integer',
    /** 1 where a binding version judges it (rule 21). */
    binding: 'integer',
    at_handed_off: 'time',
    at_assigned: 'time',
    at_attempted: 'time',
    at_connected: 'time',
    at_replied: 'time',
    at_accepted: 'time',
    at_sql: 'time',
    at_rejected: 'time',
    at_recycled: 'time',
    at_disqualified: 'time',
    /** First of accepted, rejected, recycled, disqualified. */
    at_decided: 'time',
    decision: 'term',
    at_opportunity: 'time',
    at_won: 'time',
    at_lost: 'time',
    /** When it ended, and how: `accepted_and_won`, `accepted_and_lost`, `rejected`, `recycled`, `disqualified`, `handed_off`; none while open. */
    at_ended: 'time',
    ended: 'term',
    attempts: 'integer',
    connects: 'integer',
    /** Working seconds, by the calendar that the agreement names for the owner's team. */
    worked_to_assigned: 'integer',
    worked_to_attempted: 'integer',
    worked_to_decided: 'integer',
    ...sourceColumns,
    ...stateColumns,
    /** Who it was handed off to, and the team of that rep: who had it when it was decided. */
    owner_of_cycle: 'term',
    team_of_cycle: 'term',
    /** As it stood when sales sent it back: who did, and why. */
    ...statesAtReturns,
  },
  /** One row an SLA entry: a clause that a team owed for one lead, cycle or opportunity. */
  entries: {
    lead: 'subject',
    opportunity: 'subject',
    ...common,
    cycle_number: 'integer',
    /** Address of the clause, such as `sla.hot_first_attempt`. */
    clause: 'term',
    /** The team that owes it, and its side: `marketing`, `sales` (the head team that it is part of). */
    owed_by: 'term',
    side: 'term',
    binding: 'integer',
    at_started: 'time',
    /** Earliest instant at which the limit is used up, and the first at which it is missed: a second later. */
    at_due: 'time',
    at_missed: 'time',
    at_satisfied: 'time',
    /** Where it ended before it was satisfied or due, and why; then it is not judged. */
    at_ended: 'time',
    ended: 'term',
    /** Reason of `sla.explained`. */
    explained: 'term',
    /** Seconds by the clock of the clause, from its start to the satisfying event. */
    taken: 'integer',
    /** Seconds from the hand-off to the assignment that started the clock: the delay of routing. None where another event did. */
    routing: 'integer',
    ...sourceColumns,
    ...stateColumns,
  },
  /** One row an opportunity. */
  opportunities: {
    opportunity: 'subject',
    lead: 'subject',
    company: 'subject',
    ...common,
    at_opportunity: 'time',
    at_won: 'time',
    at_lost: 'time',
    /** Won or lost, whichever holds at as-of. */
    at_closed: 'time',
    implied: 'integer',
    outcome: 'term',
    kind: 'term',
    pipeline: 'term',
    stage: 'term',
    forecast_category: 'term',
    competitor: 'term',
    lost_reason: 'term',
    amount: 'integer',
    currency: 'term',
    /** Probability of its stage in thousandths, of the agreement. */
    probability: 'integer',
    /** Planned day of closing. */
    close_day: 'day',
    /** How often the planned day was moved to a later one. */
    pushes: 'integer',
    at_first_push: 'time',
    at_last_moved: 'time',
    moves: 'integer',
    /** `sourced`, `influenced`, `neither`: by the rule of the agreement. */
    marketing: 'term',
    /** 1 where one of its leads was qualified by marketing, not by implication, before it was opened. */
    qualified: 'integer',
    /** 1 where it came of a lead that was revived. */
    revived: 'integer',
    /** Leads that are linked with it. */
    leads: 'integer',
    /** The paths of its lead, up to the first opening and the first win of that lead; see `leads`. */
    path_to_opportunity: 'term',
    path_to_won: 'term',
    ages_to_opportunity: 'term',
    ages_to_won: 'term',
    marks_to_opportunity: 'term',
    marks_to_won: 'term',
    ...sourceColumns,
    ...(Object.fromEntries(
      stateNames.flatMap((state) => ['opportunity', 'won', 'closed', 'now'].map((at) => [`${state}_at_${at}`, 'term'])),
    ) as { readonly [S in 'opportunity' | 'won' | 'closed' | 'now' as `${StateName}_at_${S}`]: 'term' }),
  },
  /**
   * One row for each time in which an opportunity did not change: what the pipeline was at any instant. A span begins
   * and ends with a cause: `opened`, `reopened`, `changed` | `won`, `lost`, `changed`, `merged`.
   */
  spans: {
    opportunity: 'subject',
    lead: 'subject',
    company: 'subject',
    ...common,
    at_began: 'time',
    at_left: 'time',
    began: 'term',
    left: 'term',
    kind: 'term',
    pipeline: 'term',
    stage: 'term',
    forecast_category: 'term',
    amount: 'integer',
    currency: 'term',
    probability: 'integer',
    close_day: 'day',
    /** Planned day of the span after it, where it was left by a change. */
    next_close_day: 'day',
    marketing: 'term',
    qualified: 'integer',
    ...sourceColumns,
    ...stateColumns,
  },
  /** One row a company. */
  companies: {
    company: 'subject',
    ...common,
    at_captured: 'time',
    at_mql: 'time',
    /** When it became a qualified account by `qualified.companies`. */
    at_mqa: 'time',
    at_opportunity: 'time',
    at_customer: 'time',
    at_churned: 'time',
    leads: 'integer',
    opportunities: 'integer',
    term_end_day: 'day',
    ...sourceColumns,
    ...stateColumns,
  },
  /** One row a change after the sale. */
  changes: {
    company: 'subject',
    lead: 'subject',
    ...common,
    at_changed: 'time',
    /** `renewal`, `upsell`, `cross_sell`, `downgrade`, `churn`; `new` for the first win, `upsell` for a further one, see `changeRows`. */
    kind: 'term',
    amount: 'integer',
    currency: 'term',
    change_reason: 'term',
    changed_product: 'term',
    ...sourceColumns,
    ...stateColumns,
  },
  /** One row a touch: the capture, an engagement, a reply, a response in a campaign. */
  touches: {
    lead: 'subject',
    ...common,
    at_touched: 'time',
    activity: 'term',
    touch_channel: 'term',
    touch_campaign: 'term',
    /** 1 for the first touch of the lead. */
    number: 'integer',
    ...sourceColumns,
    ...stateColumns,
  },
  /** One row for each time that was set for a meeting and came: one that is missed and planned again has a second row. */
  meetings: {
    lead: 'subject',
    opportunity: 'subject',
    ...common,
    at_booked: 'time',
    at_starts: 'time',
    at_held: 'time',
    at_no_show: 'time',
    at_canceled: 'time',
    /** How often it was moved before its time. */
    reschedules: 'integer',
    /** 1 for the first time that was set, 2 for the one after it was missed. */
    occurrence: 'integer',
    kind: 'term',
    ...sourceColumns,
    ...stateColumns,
  },
  /** One row a cost of a campaign for one day, so that any period adds up to the unit. */
  spend: {
    ...common,
    campaign: 'term',
    channel: 'term',
    at_spent: 'time',
    amount: 'integer',
    currency: 'term',
  },
  /** One row an answer to the question whether the teams are in sync. */
  pulses: {
    ...common,
    at_answered: 'time',
    team: 'term',
    in_sync: 'integer',
  },
} as const satisfies Readonly<Record<string, FactColumns>>;

/** A grain of facts. */
export type FactGrain = keyof typeof factSchema;

/** All grains. */
export const factGrains = Object.keys(factSchema) as readonly FactGrain[];

/** A row of a grain, as a fold says it. */
export type FactRowOf<G extends FactGrain> = FactRow<(typeof factSchema)[G]>;

/** Name of a column of a grain. */
export type ColumnOf<G extends FactGrain> = keyof (typeof factSchema)[G] & string;

/** What a column holds; `undefined` where the grain has no such column. */
export function columnKind(grain: FactGrain, column: string): FactKind | undefined {
  const columns: FactColumns = factSchema[grain];
  return Object.hasOwn(columns, column) ? columns[column] : undefined;
}
