import { conversionCurve, projectedConversion, type WaitingCount } from '@sameteam/stats';
import { groupKey } from '../plan/group-addresses.ts';
import type { WaitingGroup, WaitingQuery } from '../plan/reduction.ts';
import { atPlaces } from './at-places.ts';
import { byGroup } from './by-group.ts';
import type { Figures } from './figures.ts';
import { measureWindow } from './measure-window.ts';
import type { RowPlace } from './metric-result.ts';
import type { ReducedMetric } from './reduce-metrics.ts';
import type { ReportContext } from './report-context.ts';

/** Adds to young cohorts the rate that they are expected to reach, judged by older rows of the same kind. */
export async function withProjections(
  figures: ReadonlyMap<string, Figures>,
  places: readonly RowPlace[],
  { measure, scope }: ReducedMetric,
  context: ReportContext,
): Promise<ReadonlyMap<string, Figures>> {
  if (measure.kind !== 'rate' || measure.waiting === null) return figures;
  const window = measureWindow(measure, context.agreement);
  if (window === null || ![...figures.values()].some(({ mature }) => mature === false)) return figures;
  const { from, to, countsLater } = measure.waiting;
  const query: WaitingQuery = { ...scope, from, to, end: null, waiting: measure.denominator };
  const everybody = { ...query, calendar: null, firstDay: null, lastDay: null };
  const isEverybody = query.firstDay === null && query.lastDay === null;
  const [cohortRows, others] = await Promise.all([
    context.reducer.waiting(query, context.bounds),
    isEverybody ? null : context.reducer.waiting(everybody, context.bounds),
  ]);
  // The cohorts of all time are everybody.
  const reference = others ?? cohortRows.map((row) => ({ ...row, bucket: null }));
  const curves = new Map([...byGroup(reference)].map(([key, rows]) => [key, conversionCurve(rows.map(waitingCount))]));
  const cohorts = byGroup(cohortRows);
  return atPlaces(places, (place) => {
    const of = figures.get(place.key) as Figures;
    const curve = curves.get(groupKey({ dimensions: place.dimensions, bucket: null }));
    if (of.mature !== false || curve === undefined) return of;
    const cohort = cohorts.get(place.key) ?? [];
    const found = projectedConversion(cohort.map(waitingCount), { curve, windowDays: window.days, countsLater });
    if (found === null) return of;
    const { value: projected, low: projectedLow, high: projectedHigh } = found;
    return { ...of, projected, projectedLow, projectedHigh };
  });
}

function waitingCount({ ended, days, rows }: WaitingGroup): WaitingCount {
  return { converted: ended, days, rows };
}
