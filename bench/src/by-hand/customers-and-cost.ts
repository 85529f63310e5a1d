import { byMonth, type HandQuery } from './hand-query.ts';

/** Customers after the sale, accounts that qualified, and what campaigns cost. */
export const customersAndCost: readonly HandQuery[] = [
  {
    sql: ({ n }) =>
      byMonth(
        [
          `count(DISTINCT company) FILTER (kind = ${n('renewal')}) AS renewed`,
          `count(DISTINCT company) FILTER (kind = ${n('churn')}) AS churned`,
          `count(DISTINCT company) FILTER (kind IN (${n('upsell', 'cross_sell')})) AS expanded`,
          `count(DISTINCT company) FILTER (kind = ${n('downgrade')}) AS downgraded`,
          `sum(amount) FILTER (kind IN (${n('upsell', 'cross_sell')})) AS expansion`,
          `sum(amount) FILTER (kind <> ${n('new')}) AS changed`,
          'sum(amount) AS amount',
        ],
        'change_facts',
        'changed',
      ),
    numbers: {
      renewed: { value: 'renewed' },
      churned: { value: 'churned' },
      expanded: { value: 'expanded' },
      downgraded: { value: 'downgraded' },
      expansion: { value: 'expansion' },
      customer_base_change: { value: 'changed' },
      customer_base: { value: 'amount', adds: 'opening' },
    },
  },
  {
    sql: () => byMonth(['count(*) AS n'], 'company_facts', 'mqa'),
    numbers: { mql_companies: { value: 'n' } },
  },
  {
    sql: () => byMonth(['sum(amount) AS n'], 'spend_facts', 'spent'),
    numbers: { spend: { value: 'n' } },
  },
];
