import type { MetricDefinition } from '@sameteam/api/client';
import { type MetricSection, metricSections } from '@sameteam/metrics';
import { nearestName } from '@sameteam/model';
import { CliError } from '../errors/cli-error.ts';
import type { ReportView } from './report-view.ts';

/** Metrics that stand in one table. */
export interface ReportSection {
  readonly id: string;
  readonly label: string;
  readonly metrics: readonly string[];
}

/** The section of the metrics that an agreement declares itself. */
const ownId = 'own';

/**
 * The sections of the standard report, those that are asked for or all; own metrics of the agreement are the last.
 * @param asked ids of sections, in the order in which they are wanted; `undefined` for all
 * @param metrics every metric that can be asked for
 * @throws CliError `unknown-section` with the nearest name
 */
export function sectionsOf(
  asked: readonly string[] | undefined,
  metrics: readonly Pick<MetricDefinition, 'id'>[],
): readonly ReportSection[] {
  const inSections = new Set<string>(metricSections.flatMap((section) => section.metrics));
  const own = metrics.map(({ id }) => id).filter((id) => !inSections.has(id));
  const all: readonly (MetricSection | ReportSection)[] = [
    ...metricSections,
    ...(own.length === 0 ? [] : [{ id: ownId, label: 'Of the agreement itself', metrics: own }]),
  ];
  if (asked === undefined) return all;
  return [...new Set(asked)].map((id) => {
    const found = all.find((section) => section.id === id);
    if (found !== undefined) return found;
    const known = all.map((section) => section.id);
    throw new CliError('unknown-section', { id, nearest: nearestName(id, known), known });
  });
}

/** What of a report stands in one section. */
export function viewOfSection(view: ReportView, section: ReportSection): ReportView {
  return { ...view, metrics: view.metrics.filter(({ id }) => section.metrics.includes(id)) };
}

/** Whether a metric has anything to say in a report: a number that is not nothing, in any of its groups. */
export function hasNumbers(view: ReportView, metric: string): boolean {
  return view.groups.some((group) => (group.rowOf(metric)?.value ?? 0) !== 0);
}

/** Whether a metric has a value at all: a count of none has, a share of nothing has not. */
export function hasValue(view: ReportView, metric: string): boolean {
  return view.groups.some((group) => (group.rowOf(metric)?.value ?? null) !== null);
}
