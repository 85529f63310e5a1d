import { byMonth, type HandNumber, type HandQuery } from './hand-query.ts';

/** What stands at the end of a month: what began, less what was left, in one query for all levels. */
export const pipeline: HandQuery = {
  sql: ({ n }) => {
    const sums = (time: 'began' | 'left', sign: string) =>
      byMonth(
        [
          `${sign}count(*) AS open`,
          `${sign}sum(amount) AS amount`,
          `${sign}count(*) FILTER (amount IS NULL) AS x_amount`,
          `${sign}sum(amount * probability) AS weighted`,
          `${sign}count(*) FILTER (amount IS NULL OR probability IS NULL) AS x_weighted`,
          `${sign}sum(amount) FILTER (qualified >= 1 AND marketing = ${n('sourced')} AND probability < 500) AS early`,
          `${sign}count(*) FILTER (qualified >= 1 AND marketing = ${n('sourced')} AND (probability IS NULL OR (probability < 500 AND amount IS NULL))) AS x_early`,
          ...(time === 'began'
            ? [
                `sum(amount) FILTER (began IN (${n('opened', 'reopened')})) AS opened`,
                `sum(amount) FILTER (began = ${n('changed')}) AS changed_in`,
                '0 AS won, 0 AS lost, 0 AS changed_out',
              ]
            : [
                '0 AS opened, 0 AS changed_in',
                `sum(amount) FILTER ("left" = ${n('won')}) AS won`,
                `sum(amount) FILTER ("left" = ${n('lost')}) AS lost`,
                `sum(amount) FILTER ("left" IN (${n('changed', 'merged')})) AS changed_out`,
              ]),
        ],
        'span_facts',
        time,
      );
    const names = [
      'open',
      'amount',
      'x_amount',
      'weighted',
      'x_weighted',
      'early',
      'x_early',
      'opened',
      'changed_in',
      'won',
      'lost',
      'changed_out',
    ];
    return `SELECT channel, month, ${names.map((name) => `sum(${name}) AS ${name}`).join(', ')}
FROM (${sums('began', '')} UNION ALL ${sums('left', '-')}) GROUP BY channel, month`;
  },
  numbers: {
    open_opportunities: { value: 'open', adds: 'closing' },
    open_pipeline: { value: 'amount', excluded: 'x_amount', adds: 'closing' },
    opening_pipeline: { value: 'amount', adds: 'opening' },
    weighted_pipeline: { value: 'weighted', excluded: 'x_weighted', over: 1000, adds: 'closing' },
    early_stage_qualified_pipeline: { value: 'early', excluded: 'x_early', adds: 'closing' },
    pipeline_opened: { value: 'opened' },
    pipeline_changed_in: { value: 'changed_in' },
    pipeline_won: { value: 'won' },
    pipeline_lost: { value: 'lost' },
    pipeline_changed_out: { value: 'changed_out' },
  } satisfies Readonly<Record<string, HandNumber>>,
};
