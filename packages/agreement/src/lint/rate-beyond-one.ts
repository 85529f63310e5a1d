import type { Agreement } from '../agreement.ts';
import type { PathStep } from '../issue/agreement-issue.ts';
import { isShareOfWhole } from '../metric/traits-of-metric.ts';
import { eachVariant } from './each-variant.ts';
import { lintRule } from './lint-rule.ts';

interface Bound {
  readonly path: readonly PathStep[];
  readonly metric: string;
  readonly value: number | undefined;
}

/**
 * A share of a whole is promised or wanted at more than one: mostly a percentage. Metrics that count a share are known;
 * of others, those that end in `_rate` are taken for one.
 */
export const rateBeyondOne = lintRule({
  code: 'rate-beyond-one',
  severity: 'error',
  title: 'A rate of more than one is promised.',
  check: (subject) =>
    eachVariant(subject, ({ agreement }) =>
      boundsOf(agreement).flatMap(({ path, metric, value }) =>
        (metric.endsWith('_rate') || isShareOfWhole(agreement, metric)) &&
        value !== undefined &&
        (value > 1 || value < 0)
          ? [
              {
                path,
                message: `"${metric}" is a share between 0 and 1, so that ${value} can never be reached and nothing could be judged by it.`,
                remedy:
                  value > 1 && value <= 100 ? `Write ${value / 100} for ${value} %.` : 'Write a number from 0 to 1.',
              },
            ]
          : [],
      ),
    ),
});

function boundsOf({ sla, goals }: Agreement): readonly Bound[] {
  return [
    ...Object.entries(sla).flatMap(([name, clause]) =>
      'metric' in clause
        ? (['atLeast', 'atMost'] as const).map((key) => ({
            path: ['sla', name, key],
            metric: clause.metric,
            value: clause[key],
          }))
        : [],
    ),
    ...goals.map(({ metric, target }, index) => ({ path: ['goals', index, 'target'], metric, value: target })),
  ];
}
