import type { Agreement, SlaClause } from '../agreement.ts';
import type { CalendarGrain } from '../vocabulary/states.ts';
import { eachVariant } from './each-variant.ts';
import { numberInWords } from './in-words.ts';
import { type LintFinding, lintRule } from './lint-rule.ts';

type Volume = Extract<SlaClause, { readonly count: unknown }>;

/**
 * A period is planned with less than an SLA promises for each such period. Months, quarters and years are compared. Only
 * information, since a plan may know of a season that the promise does not.
 */
export const planBelowPromise = lintRule({
  code: 'plan-below-promise',
  severity: 'information',
  title: 'Less is planned than is promised.',
  check: (subject) =>
    eachVariant(subject, ({ agreement }) =>
      Object.entries(agreement.sla).flatMap(([name, clause]) =>
        'count' in clause && clause.applies === undefined ? belowPromise(agreement, name, clause) : [],
      ),
    ),
});

function belowPromise({ plan }: Agreement, name: string, { count, per }: Volume): readonly LintFinding[] {
  return Object.entries(count).flatMap(([metric, promised]) =>
    Object.entries(plan[metric] ?? {}).flatMap(([period, planned]) =>
      grainOf(period) !== per || planned >= promised
        ? []
        : [
            {
              path: ['plan', metric, period],
              message: `The plan for "${metric}" in ${period} is ${numberInWords(planned)}, but the SLA "${name}" promises ${numberInWords(promised)} in every ${per}: whoever meets the plan breaks the promise.`,
              remedy: `Plan at least ${numberInWords(promised)}, or promise less.`,
            },
          ],
    ),
  );
}

/** The grain of a period such as 2026-10, 2026-Q4 or 2026. */
function grainOf(period: string): CalendarGrain {
  if (period.length === 4) return 'year';
  return period.includes('Q') ? 'quarter' : 'month';
}
