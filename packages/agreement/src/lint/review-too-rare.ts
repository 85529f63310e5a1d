import type { Agreement } from '../agreement.ts';
import { grains } from '../vocabulary/states.ts';
import { lintRule } from './lint-rule.ts';
import { calendarOf, nominalDays } from './nominal-time.ts';

interface Promised {
  readonly days: number;
  readonly words: string;
}

const daysOf = { day: 1, week: 7, month: 30, quarter: 91, year: 365 } as const;

/**
 * The teams look at the numbers more rarely than their shortest promise is due. A review every week is never too rare:
 * a daily promise is kept by alerts and not by meetings. Promises are counts, metrics and goals with their period, and
 * SLAs that begin again and could be broken more than once between two reviews.
 */
export const reviewTooRare = lintRule({
  code: 'review-too-rare',
  severity: 'warning',
  title: 'A promise is due more often than the teams look at it.',
  check: ({ agreement }) => {
    const { review } = agreement.cadence;
    if (grains.indexOf(review) <= grains.indexOf('week')) return [];
    const shortest = [...ofPeriods(agreement), ...ofRepeats(agreement)]
      .filter(({ days }) => daysOf[review] >= 2 * days)
      .sort((a, b) => a.days - b.days)[0];
    if (shortest === undefined) return [];
    const times = Math.floor(daysOf[review] / shortest.days);
    return [
      {
        path: ['cadence', 'review'],
        message: `The review is once a ${review}, but ${shortest.words}: it can be broken ${times} times before anybody talks about it.`,
        remedy: 'Review as often as the shortest promise is due, every week for instance.',
      },
    ];
  },
});

function ofPeriods({ sla, goals }: Agreement): readonly Promised[] {
  return [
    ...Object.entries(sla).flatMap(([name, clause]) =>
      'per' in clause
        ? [{ days: daysOf[clause.per], words: `the SLA "${name}" is promised for each ${clause.per}` }]
        : [],
    ),
    ...goals.map(({ id, per }) => ({
      days: daysOf[per],
      words: `the goal "${id}" is set for each ${per}`,
    })),
  ];
}

function ofRepeats(agreement: Agreement): readonly Promised[] {
  return Object.entries(agreement.sla).flatMap(([name, clause]) => {
    if (!('kept' in clause) || !clause.repeat) return [];
    const days = nominalDays(clause.within.time, calendarOf(agreement, clause.of));
    return [{ days, words: `the SLA "${name}" begins again every ${clause.within.time}` }];
  });
}
