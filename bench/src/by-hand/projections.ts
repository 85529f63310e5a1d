import type { HandWords } from './hand-query.ts';

const dayMs = 86_400_000;
const stages = ['captured', 'mql', 'handed_off', 'sal', 'sql', 'opportunity', 'won'];

/** How long rows waited, by channel and month: what projections of young cohorts and intervals of medians are made of. */
export interface HandWaiting {
  /** Metrics that it is for. */
  readonly metrics: readonly string[];
  readonly sql: (words: HandWords) => string;
}

function waited(table: string, from: string, to: string, known: string) {
  return ({ now }: HandWords) => `SELECT channel, c.month AS month, at_${to} IS NOT NULL AS ended,
  CASE WHEN at_${to} IS NULL THEN greatest(0, ${now} - at_${from}) // ${dayMs}
    ELSE (greatest(0, at_${to} - at_${from}) + ${dayMs - 1}) // ${dayMs} END AS days, count(*) AS n
FROM ${table} JOIN calendar c ON c.day = day_${from} WHERE at_${from} IS NOT NULL AND ${known} GROUP BY 1, 2, 3, 4`;
}

/** Leads on their way from a stage to another: both recorded and in order, or the second one not reached yet. */
function onTheWay(from: string, to: string): string {
  const bit = (stage: string) => 2 ** stages.indexOf(stage);
  const both = `implied & ${bit(from) + bit(to)} = 0`;
  return `${both} AND (at_${to} >= at_${from} OR at_${to} IS NULL)`;
}

function days(metrics: readonly string[], from: string, to: string): HandWaiting {
  return { metrics, sql: waited('lead_facts', from, to, onTheWay(from, to)) };
}

const pair = (name: string) => [`${name}_median`, `${name}_p90`];

/** Every spread that the report has: young cohorts, and the durations between stages. */
export const waitingByHand: readonly HandWaiting[] = [
  {
    metrics: ['won_within_365_days'],
    sql: waited(
      'lead_facts',
      'captured',
      'won',
      '((implied & 65 = 0 AND at_won >= at_captured) OR (implied & 1 = 0 AND at_won IS NULL))',
    ),
  },
  { metrics: ['revival_rate'], sql: waited('lead_facts', 'recycled', 'revived', 'TRUE') },
  ...stages.slice(1).map((to) => days(pair(`days_to_${to}`), 'captured', to)),
  ...stages.slice(1, -1).map((from, index) => days([`days_in_${from}_median`], from, stages[index + 2] as string)),
  {
    metrics: pair('days_to_decision'),
    sql: waited('cycle_facts', 'handed_off', 'decided', '(at_decided >= at_handed_off OR at_decided IS NULL)'),
  },
  {
    metrics: pair('sales_cycle'),
    sql: ({ now }) =>
      waited(
        'opportunity_facts',
        'opportunity',
        'won',
        'implied & 32 = 0 AND at_won >= at_opportunity',
      )({ now, n: () => '' }).replace('day_opportunity', 'day_won'),
  },
];
