import { atPlaces } from './at-places.ts';
import { byGroup } from './by-group.ts';
import { withDurationIntervals } from './duration-intervals.ts';
import type { Figures } from './figures.ts';
import { levelFigures } from './level-figures.ts';
import { readCounts } from './measure-aggregates.ts';
import { measureWindow } from './measure-window.ts';
import type { MetricResult, RowPlace } from './metric-result.ts';
import { moneyFigures } from './money-figures.ts';
import { withMoneyIntervals } from './money-intervals.ts';
import { withProjections } from './projections.ts';
import type { ReducedMetric } from './reduce-metrics.ts';
import type { ReportContext } from './report-context.ts';
import { rowFigures } from './row-figures.ts';

/** What a metric that is made of rows comes to. */
export async function rowResult(reduced: ReducedMetric, context: ReportContext): Promise<MetricResult> {
  const { measure, columns } = reduced;
  if (measure.kind === 'level') return levelFigures({ ...reduced, measure }, context);
  const window = measureWindow(measure, context.agreement);
  const [groups, sums] = await Promise.all([
    reduced.groups,
    measure.kind === 'money' ? moneyFigures({ ...reduced, measure }, context) : null,
  ]);
  const byKey = byGroup(groups);
  return {
    addresses: groups,
    figures: async (places) => {
      const values = valuesAt(places);
      const bounded =
        measure.kind === 'money'
          ? await withMoneyIntervals(values, places, reduced, context)
          : await withDurationIntervals(values, places, reduced, context);
      return withProjections(bounded, places, reduced, context);
    },
    values: async (places) => valuesAt(places),
  };

  function valuesAt(places: readonly RowPlace[]): ReadonlyMap<string, Figures> {
    return atPlaces(places, (place) => {
      const [group] = byKey.get(place.key) ?? [];
      const counts = readCounts(measure, group, columns);
      const made = rowFigures(measure, counts, {
        window,
        asOfMs: context.plan.asOfMs,
        isOpen: place.isOpen,
      });
      return sums === null ? made : { ...made, ...sums(place.key, counts) };
    });
  }
}
