import type { HandWords } from './hand-query.ts';

const dayMs = 86_400_000;

/** How long leads waited, by channel and month: what the projection of a young cohort is made of. */
export interface HandWaiting {
  readonly metric: string;
  readonly windowDays: number;
  readonly countsLater: boolean;
  readonly sql: (words: HandWords) => string;
}

const waited =
  (from: string, to: string, known: string) =>
  ({ now }: HandWords) =>
    `SELECT channel, c.month AS month, at_${to} IS NOT NULL AS ended,
  CASE WHEN at_${to} IS NULL THEN greatest(0, ${now} - at_${from}) // ${dayMs}
    ELSE (greatest(0, at_${to} - at_${from}) + ${dayMs - 1}) // ${dayMs} END AS days, count(*) AS n
FROM lead_facts JOIN calendar c ON c.day = day_${from} WHERE at_${from} IS NOT NULL AND ${known} GROUP BY 1, 2, 3, 4`;

/** The cohorts of the log that are still young when it is reported. */
export const youngCohorts: readonly HandWaiting[] = [
  {
    metric: 'won_within_365_days',
    windowDays: 365,
    countsLater: false,
    sql: waited(
      'captured',
      'won',
      '((implied & 65 = 0 AND at_won >= at_captured) OR (implied & 1 = 0 AND at_won IS NULL))',
    ),
  },
  {
    metric: 'revival_rate',
    windowDays: 365,
    countsLater: true,
    sql: waited('recycled', 'revived', 'TRUE'),
  },
];
