import { metricDefinition } from '@sameteam/metrics';
import { hasNumbers, hasValue, type ReportSection, viewOfSection } from './report-sections.ts';
import type { ReportView } from './report-view.ts';

/** A section as it is shown. */
export interface ShownSection {
  readonly section: ReportSection;
  /** Metrics that have a value; none where there is nothing of the section in the data. */
  readonly view: ReportView;
  /** What there is nothing of, in one sentence; `null` where there is something of all. */
  readonly silent: string | null;
}

/**
 * The sections of a report, without walls of dashes: a section of which there is nothing in the data is one sentence, and
 * so are the metrics of another that have no value in any group.
 */
export function shownSections(view: ReportView, sections: readonly ReportSection[]): readonly ShownSection[] {
  return sections.flatMap((section): ShownSection[] => {
    const all = viewOfSection(view, section);
    if (all.metrics.length === 0) return [];
    if (!all.metrics.some(({ id }) => hasNumbers(view, id))) {
      const silent = hasTarget(all) ? namePeriod : `There is nothing of it in the data: ${namesOf(all)}.`;
      return [{ section, view: { ...all, metrics: [] }, silent }];
    }
    const isShown = ({ id }: { readonly id: string }) => hasValue(view, id);
    const silent = { ...all, metrics: all.metrics.filter((metric) => !isShown(metric)) };
    return [
      {
        section,
        view: { ...all, metrics: all.metrics.filter(isShown) },
        silent: silent.metrics.length === 0 ? null : `Nothing to make a number of: ${namesOf(silent)}.`,
      },
    ];
  });
}

/** The metrics that stand in the tables of sections; `undefined` where there are no sections, so that all do. */
export function metricsShown(sections: readonly ShownSection[] | null): ReadonlySet<string> | undefined {
  return sections === null ? undefined : new Set(sections.flatMap(({ view }) => view.metrics.map(({ id }) => id)));
}

const namePeriod =
  'The agreement has targets. Each belongs to a period and is of everybody: --from and --to, or --grain, name a period.';

/** Whether the agreement has a target for one of these metrics, which has no value for want of its period. */
function hasTarget({ report, metrics }: ReportView): boolean {
  const targets = metrics.filter(({ id }) => metricDefinition(id)?.measure.kind === 'target');
  return report.rows.some((row) => row.clause !== null && targets.some(({ id }) => id === row.metric));
}

const mostNames = 8;

/** Labels of metrics, of many the first. */
function namesOf({ metrics }: ReportView): string {
  const shown = metrics.slice(0, mostNames).map(({ label }) => label);
  const more = metrics.length - shown.length;
  return `${shown.join('; ')}${more > 0 ? `; and ${more} more` : ''}`;
}
