import { byMonth, type HandQuery } from './hand-query.ts';

const day = 86_400;

const opened: HandQuery = {
  sql: ({ n }) => {
    const sourced = `marketing = ${n('sourced')}`;
    const touched = `marketing IN (${n('sourced', 'influenced')})`;
    return byMonth(
      [
        'count(*) AS n',
        'sum(amount) AS created',
        'count(*) FILTER (amount IS NULL) AS x_created',
        `sum(amount) FILTER (${sourced}) AS sourced`,
        `count(*) FILTER (${sourced} AND amount IS NULL) AS x_sourced`,
        `sum(amount) FILTER (${touched}) AS touched`,
        `count(*) FILTER (${touched} AND amount IS NULL) AS x_touched`,
        `sum(amount) FILTER (${sourced} AND qualified >= 1) AS of_leads`,
        `count(*) FILTER (${sourced} AND qualified >= 1 AND amount IS NULL) AS x_of_leads`,
        'sum(pushes) AS pushes',
      ],
      'opportunity_facts',
      'opportunity',
    );
  },
  numbers: {
    pipeline_created: { value: 'created', excluded: 'x_created' },
    pipeline_sourced: { value: 'sourced', excluded: 'x_sourced' },
    pipeline_influenced: { value: 'touched', excluded: 'x_touched' },
    qualified_pipeline: { value: 'of_leads', excluded: 'x_of_leads' },
    pushes_mean: { value: 'pushes / n', denominator: 'n' },
  },
};

const won: HandQuery = {
  sql: ({ n }) => {
    const sourced = `marketing = ${n('sourced')}`;
    const touched = `marketing IN (${n('sourced', 'influenced')})`;
    return byMonth(
      [
        'count(*) AS n',
        'sum(amount) AS bookings',
        'count(amount) AS n_bookings',
        'count(*) FILTER (amount IS NULL) AS x_bookings',
        `sum(amount) FILTER (${sourced}) AS sourced`,
        `count(*) FILTER (${sourced} AND amount IS NULL) AS x_sourced`,
        `sum(amount) FILTER (${touched}) AS touched`,
        `count(*) FILTER (${touched} AND amount IS NULL) AS x_touched`,
        'sum(amount) FILTER (revived >= 1) AS revived',
        'count(*) FILTER (revived >= 1 AND amount IS NULL) AS x_revived',
        'quantile_cont((at_won - at_opportunity) // 1000, [0.5, 0.9]) FILTER (at_won >= at_opportunity AND implied & 32 = 0) AS q',
        'count(*) FILTER (at_won >= at_opportunity AND implied & 32 = 0) AS q_n',
      ],
      'opportunity_facts',
      'won',
    );
  },
  numbers: {
    deals_won: { value: 'n' },
    bookings: { value: 'bookings', excluded: 'x_bookings' },
    average_deal: { value: 'bookings / n_bookings', excluded: 'x_bookings' },
    bookings_sourced: { value: 'sourced', excluded: 'x_sourced' },
    bookings_influenced: { value: 'touched', excluded: 'x_touched' },
    revived_bookings: { value: 'revived', excluded: 'x_revived' },
    sales_cycle_median: { value: 'q.0', denominator: 'q_n', over: day },
    sales_cycle_p90: { value: 'q.1', denominator: 'q_n', over: day },
  },
};

const closed: HandQuery = {
  sql: ({ n }) => {
    const isWon = `outcome = ${n('won')}`;
    const isClosed = `outcome IN (${n('won', 'lost')})`;
    return byMonth(
      [
        `count(*) FILTER (${isWon}) AS won`,
        `count(*) FILTER (${isClosed}) AS closed`,
        `sum(amount) FILTER (${isWon}) AS won_amount`,
        `sum(amount) FILTER (${isClosed}) AS closed_amount`,
        `count(*) FILTER (${isWon} AND amount IS NULL) AS x_won`,
        `count(*) FILTER (${isClosed} AND amount IS NULL) AS x_closed`,
      ],
      'opportunity_facts',
      'closed',
    );
  },
  numbers: {
    win_rate: { numerator: 'won', denominator: 'closed' },
    won_amount_closed: { value: 'won_amount', excluded: 'x_won' },
    closed_amount: { value: 'closed_amount', excluded: 'x_closed' },
  },
};

const counted = (time: string, metric: string): HandQuery => ({
  sql: () => byMonth(['count(*) AS n'], 'opportunity_facts', time),
  numbers: { [metric]: { value: 'n' } },
});

/** Deals by the months of their stages and of their end. */
export const deals: readonly HandQuery[] = [
  opened,
  won,
  closed,
  counted('lost', 'deals_lost'),
  counted('first_push', 'pushed_deals'),
];
