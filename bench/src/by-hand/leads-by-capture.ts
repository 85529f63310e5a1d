import { byMonth, type HandNumber, type HandQuery } from './hand-query.ts';

const day = 86_400;
const dayMs = 86_400_000;
const later = ['mql', 'handed_off', 'sal', 'sql', 'opportunity', 'won'] as const;
const bitOf = (stage: string) => 2 ** ['captured', ...later].indexOf(stage);

/** Days from the capture to a stage, with those that came before it. */
function spread(stage: string): readonly string[] {
  const both = `implied & ${1 + bitOf(stage)} = 0`;
  return [
    `quantile_cont((at_${stage} - at_captured) // 1000, [0.5, 0.9]) FILTER (${both} AND at_${stage} >= at_captured) AS q_${stage}`,
    `count(*) FILTER (${both} AND at_${stage} >= at_captured) AS n_${stage}`,
    `count(*) FILTER (${both} AND at_${stage} < at_captured) AS x_${stage}`,
    `count(*) FILTER (implied & ${1 + bitOf(stage)} <> 0) AS i_${stage}`,
    `count(*) FILTER (implied & ${bitOf(stage)} <> 0) AS o_${stage}`,
  ];
}

/** Leads that came to a stage within so many days, and of how many it is known. */
function within(stage: string, ...limits: readonly number[]): readonly string[] {
  const both = `implied & ${1 + bitOf(stage)} = 0`;
  return [
    ...limits.map(
      (days) =>
        `count(*) FILTER (${both} AND at_${stage} - at_captured BETWEEN 0 AND ${days * dayMs}) AS w${days}_${stage}`,
    ),
    `count(*) FILTER ((${both} AND at_${stage} >= at_captured) OR (implied & 1 = 0 AND at_${stage} IS NULL)) AS k_${stage}`,
  ];
}

const open = (state: string) => `state NOT IN (${state})`;

/** Everything that is counted of leads by the month of their capture. */
export const leadsByCapture: HandQuery = {
  sql: ({ n, now }) => {
    const isOpen = open(n('customer', 'disqualified'));
    const isLost = `(owner_at_now IS NULL OR has_next_step < 1 OR at_next_step <= ${now} OR at_open_due <= ${now - 1})`;
    return byMonth(
      [
        'count(*) AS captured',
        'count(*) FILTER (implied & 1 <> 0) AS o_captured',
        ...later.map((stage) => `count(at_${stage}) AS ${stage}`),
        'max(at_captured) AS latest',
        ...later.flatMap(spread),
        ...within('mql', 7, 30),
        ...within('sal', 7, 30),
        ...within('opportunity', 30, 90),
        ...within('won', 30, 60, 90, 180, 365),
        'quantile_cont((at_attempted - at_captured) // 1000, [0.5, 0.9]) FILTER (at_attempted >= at_captured) AS q_attempted',
        'count(*) FILTER (at_attempted >= at_captured) AS n_attempted',
        'count(*) FILTER (at_attempted < at_captured) AS x_attempted',
        `count(*) FILTER (${isOpen}) AS open`,
        `count(*) FILTER (${isOpen} AND owner_at_now IS NULL) AS unowned`,
        `count(*) FILTER (${isOpen} AND (has_next_step < 1 OR at_next_step <= ${now})) AS no_step`,
        `count(*) FILTER (${isOpen} AND at_open_due <= ${now - 1}) AS past_sla`,
        `count(*) FILTER (${isOpen} AND ${isLost}) AS hole`,
        `quantile_cont((${now} - at_state) // 1000, 0.5) FILTER (${isOpen} AND ${isLost}) AS q_hole`,
        `count(*) FILTER (state = ${n('recycled')} AND at_revisit <= ${now}) AS revisits`,
      ],
      'lead_facts',
      'captured',
    );
  },
  numbers: {
    captured: { value: 'captured', implied: 'o_captured' },
    qualified: { value: 'mql', implied: 'o_mql' },
    handed_off: { value: 'handed_off', implied: 'o_handed_off' },
    accepted: { value: 'sal', implied: 'o_sal' },
    sales_qualified: { value: 'sql', implied: 'o_sql' },
    opportunities: { value: 'opportunity', implied: 'o_opportunity' },
    won: { value: 'won', implied: 'o_won' },
    captured_to_mql_rate: reached('mql'),
    captured_to_handed_off_rate: reached('handed_off'),
    captured_to_sal_rate: reached('sal'),
    captured_to_sql_rate: reached('sql'),
    captured_to_opportunity_rate: reached('opportunity'),
    lead_to_win_rate: reached('won'),
    ...Object.fromEntries(later.flatMap((stage) => quantiles(`days_to_${stage}`, stage))),
    mql_within_7_days: soon('mql', 7),
    mql_within_30_days: soon('mql', 30),
    sal_within_7_days: soon('sal', 7),
    sal_within_30_days: soon('sal', 30),
    opportunity_within_30_days: soon('opportunity', 30),
    opportunity_within_90_days: soon('opportunity', 90),
    won_within_30_days: soon('won', 30),
    won_within_60_days: soon('won', 60),
    won_within_90_days: soon('won', 90),
    won_within_180_days: soon('won', 180),
    won_within_365_days: soon('won', 365),
    speed_to_lead_median: { value: 'q_attempted.0', denominator: 'n_attempted', excluded: 'x_attempted', over: 3600 },
    speed_to_lead_p90: { value: 'q_attempted.1', denominator: 'n_attempted', excluded: 'x_attempted', over: 3600 },
    open_leads: { value: 'open' },
    unowned_leads: { value: 'unowned' },
    leads_without_next_step: { value: 'no_step' },
    leads_past_sla: { value: 'past_sla' },
    black_hole: { value: 'hole' },
    black_hole_rate: { numerator: 'hole', denominator: 'open' },
    black_hole_age_median: { value: 'q_hole', denominator: 'hole', over: day },
    revisits_due: { value: 'revisits' },
  },
};

function reached(stage: string): HandNumber {
  return { numerator: stage, denominator: 'captured', implied: `i_${stage}`, latest: 'latest' };
}

function soon(stage: string, days: number): HandNumber {
  return {
    numerator: `w${days}_${stage}`,
    denominator: `k_${stage}`,
    excluded: `x_${stage}`,
    implied: `i_${stage}`,
    latest: 'latest',
  };
}

function quantiles(name: string, stage: string): readonly (readonly [string, HandNumber])[] {
  const of = { denominator: `n_${stage}`, excluded: `x_${stage}`, implied: `i_${stage}`, latest: 'latest', over: day };
  return [
    [`${name}_median`, { ...of, value: `q_${stage}.0` }],
    [`${name}_p90`, { ...of, value: `q_${stage}.1` }],
  ];
}
