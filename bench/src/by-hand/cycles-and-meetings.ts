import { byMonth, type HandNumber, type HandQuery } from './hand-query.ts';

const hour = 3600;
const day = 86_400;

/** A quantile pair with what it is made of. */
function pair(name: string, column: string, of: Omit<HandNumber, 'value'>): Readonly<Record<string, HandNumber>> {
  return { [`${name}_median`]: { ...of, value: `${column}.0` }, [`${name}_p90`]: { ...of, value: `${column}.1` } };
}

const handOffs: HandQuery = {
  sql: ({ n }) => {
    // A decision is timed where it was recorded, and so was the hand-off.
    const timed = `at_decided >= at_handed_off AND implied & 4 = 0 AND (implied & 8 = 0 OR decision <> ${n('accepted')} OR decision IS NULL)`;
    return byMonth(
      [
        'count(*) AS n',
        'count(at_accepted) AS accepted',
        'count(at_rejected) AS rejected',
        'count(at_recycled) AS recycled',
        'count(at_decided) AS decided',
        'count(at_attempted) AS attempted',
        'count(at_connected) FILTER (at_attempted IS NOT NULL) AS connected',
        'sum(attempts) AS attempts',
        'max(at_handed_off) AS latest',
        'count(*) FILTER (implied & 4 <> 0) AS i_hand_off',
        'count(*) FILTER (implied & 12 <> 0) AS i_accepted',
        'quantile_cont((at_assigned - at_handed_off) // 1000, [0.5, 0.9]) FILTER (at_assigned >= at_handed_off AND implied & 4 = 0) AS q_assigned',
        'count(*) FILTER (at_assigned >= at_handed_off AND implied & 4 = 0) AS n_assigned',
        'quantile_cont((at_attempted - at_assigned) // 1000, [0.5, 0.9]) FILTER (at_attempted >= at_assigned) AS q_attempted',
        'count(*) FILTER (at_attempted >= at_assigned) AS n_attempted',
        'count(*) FILTER (at_attempted < at_assigned) AS x_attempted',
        `quantile_cont((at_decided - at_handed_off) // 1000, [0.5, 0.9]) FILTER (${timed}) AS q_decided`,
        `count(*) FILTER (${timed}) AS n_decided`,
        'count(*) FILTER (implied & 4 <> 0 AND at_attempted IS NOT NULL) AS i_attempted',
        'quantile_cont(worked_to_assigned, [0.5, 0.9]) AS w_assigned',
        'quantile_cont(worked_to_attempted, [0.5, 0.9]) AS w_attempted',
        'quantile_cont(worked_to_decided, [0.5, 0.9]) AS w_decided',
        'count(worked_to_assigned) AS wn_assigned',
        'count(worked_to_attempted) AS wn_attempted',
        'count(worked_to_decided) AS wn_decided',
      ],
      'cycle_facts',
      'handed_off',
    );
  },
  numbers: {
    hand_offs: { value: 'n', implied: 'i_hand_off' },
    acceptance_rate: { numerator: 'accepted', denominator: 'n', implied: 'i_accepted', latest: 'latest' },
    rejection_rate: { numerator: 'rejected', denominator: 'n', implied: 'i_hand_off', latest: 'latest' },
    recycle_rate: { numerator: 'recycled', denominator: 'n', implied: 'i_hand_off', latest: 'latest' },
    decided_rate: { numerator: 'decided', denominator: 'n', implied: 'i_accepted', latest: 'latest' },
    never_attempted_rate: { numerator: 'n - attempted', denominator: 'n', implied: 'i_hand_off' },
    connect_rate: { numerator: 'connected', denominator: 'attempted', implied: 'i_attempted' },
    attempts_mean: { value: 'attempts / n', denominator: 'n', implied: 'i_hand_off' },
    ...pair('hours_to_assigned', 'q_assigned', { denominator: 'n_assigned', over: hour }),
    ...pair('hours_to_first_attempt', 'q_attempted', {
      denominator: 'n_attempted',
      excluded: 'x_attempted',
      over: hour,
    }),
    ...pair('days_to_decision', 'q_decided', {
      denominator: 'n_decided',
      implied: 'i_accepted',
      latest: 'latest',
      over: day,
    }),
    ...pair('working_hours_to_assigned', 'w_assigned', { denominator: 'wn_assigned', over: hour }),
    ...pair('working_hours_to_first_attempt', 'w_attempted', {
      denominator: 'wn_attempted',
      excluded: 'x_attempted',
      over: hour,
    }),
    ...pair('working_hours_to_decision', 'w_decided', { denominator: 'wn_decided', over: hour }),
  },
};

const missed = (now: number) =>
  `(at_ended IS NULL AND ((at_satisfied IS NULL AND at_missed <= ${now}) OR at_satisfied >= at_missed))`;

const entries: HandQuery = {
  sql: ({ now }) =>
    byMonth(
      [
        'count(*) AS n',
        'count(*) FILTER (at_satisfied < at_missed) AS kept',
        `count(*) FILTER (at_satisfied < at_missed OR ${missed(now)}) AS judged`,
        `count(*) FILTER (${missed(now)}) AS missed`,
        `count(explained) FILTER (${missed(now)}) AS explained`,
        `count(*) FILTER (at_satisfied IS NULL AND at_ended IS NULL AND at_missed > ${now}) AS open`,
        'count(*) FILTER (at_satisfied IS NULL AND at_ended IS NOT NULL) AS ended',
        'quantile_cont(routing, [0.5, 0.9]) AS q_routing',
        'count(routing) AS n_routing',
        'quantile_cont(taken, [0.5, 0.9]) AS q_taken',
        'count(taken) AS n_taken',
      ],
      'entry_facts',
      'started',
    ),
  numbers: {
    sla_entries: { value: 'n' },
    sla_attainment: { numerator: 'kept', denominator: 'judged', excluded: 'ended' },
    sla_missed: { value: 'missed' },
    sla_open: { value: 'open' },
    sla_explained_rate: { numerator: 'explained', denominator: 'missed' },
    ...pair('routing_delay', 'q_routing', { denominator: 'n_routing', over: hour }),
    ...pair('rep_delay', 'q_taken', { denominator: 'n_taken', over: hour }),
  },
};

const booked: HandQuery = {
  sql: () =>
    byMonth(
      [
        'count(*) FILTER (occurrence < 2) AS n',
        'count(at_held) AS held',
        'count(*) FILTER (at_held IS NULL AND at_no_show IS NOT NULL) AS missed',
        'count(*) FILTER (at_held IS NOT NULL OR at_no_show IS NOT NULL) AS came_or_not',
        'count(*) FILTER (at_held IS NOT NULL OR at_no_show IS NOT NULL OR at_canceled IS NOT NULL) AS settled',
      ],
      'meeting_facts',
      'booked',
    ),
  numbers: {
    meetings_booked: { value: 'n' },
    meeting_held_rate: { numerator: 'held', denominator: 'settled' },
    no_show_rate: { numerator: 'missed', denominator: 'came_or_not' },
  },
};

const counted = (table: string, time: string, what: string, metric: string): HandQuery => ({
  sql: () => byMonth([`${what} AS n`], table, time),
  numbers: { [metric]: { value: 'n' } },
});

/** Hand-offs, SLA entries and meetings, each by the months that they are counted by. */
export const cyclesAndMeetings: readonly HandQuery[] = [
  handOffs,
  entries,
  booked,
  counted('cycle_facts', 'rejected', 'count(DISTINCT lead)', 'rejected'),
  counted('cycle_facts', 'recycled', 'count(DISTINCT lead)', 'recycled'),
  counted('meeting_facts', 'held', 'count(*)', 'meetings_held'),
  counted('meeting_facts', 'no_show', 'count(*)', 'meetings_missed'),
];
