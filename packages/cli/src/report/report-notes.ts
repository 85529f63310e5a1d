import type { Report, ReportRow } from '@sameteam/api/client';
import { countText, nothing, youngMark } from './cell-text.ts';
import type { ReportView } from './report-view.ts';

/** What is said of a report. */
export interface NoteOptions {
  /** Whether each metric is defined below it; otherwise it is said how to ask. */
  readonly withDefinitions: boolean;
}

/** Metrics that are named one by one in a note. */
const mostNamed = 6;

/**
 * What must stand below a report, since a number is never naked: as-of, agreement, what was left out, implied, folded or
 * restated, what marks mean, and the definition of each metric with the clause that it comes from.
 * @returns sentences without emphasis, one a paragraph
 */
export function reportNotes(view: ReportView, { withDefinitions }: NoteOptions): readonly string[] {
  const { report, metrics, groups } = view;
  const { name, version, standing } = report.agreement;
  return [
    ...(groups.length === 0 ? ['Nothing was found that can be counted so.'] : []),
    `As of ${instantText(report.asOf)}, by the agreement "${name}", version ${version}${standings[standing]}.`,
    ...leftOut(view),
    ...implied(view),
    ...young(report.rows),
    ...folded(view),
    ...restated(report.rows),
    ...(groups.some((group) => group.labels.includes(null))
      ? [`${nothing} is no value, which is not the same as the value "unknown".`]
      : []),
    ...(withDefinitions ? metrics.map((metric) => definition(view, metric)) : [howToAsk]),
  ];
}

const howToAsk =
  'What a metric means, and the leads behind it: sameteam report --explain METRIC; all of them: sameteam report --list.';

function definition({ report }: ReportView, { id, label, formula }: ReportView['metrics'][number]): string {
  const clause = report.rows.find((row) => row.metric === id)?.clause ?? null;
  return `${label}: ${formula}${clause === null ? '' : ` [${clause}]`}`;
}

const standings: Readonly<Record<Report['agreement']['standing'], string>> = {
  draft: ' (draft)',
  signed: ' (signed, but not binding then: a draft still)',
  binding: '',
  ended: ' (ended)',
  unknown: ' (a draft, as far as is known here: its signatures lie beside its file, which --agreement names)',
};

/** `2026-11-22 07:00 UTC` */
export function instantText(iso: string): string {
  return `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;
}

function leftOut(view: ReportView): readonly string[] {
  const parts = sums(view, (row) => row.excluded);
  return parts === null
    ? []
    : [
        `Left out, by an exclusion of the agreement or because they cannot be counted (an impossible order of events, no amount, not judged): ${parts}.`,
      ];
}

function implied(view: ReportView): readonly string[] {
  const parts = sums(view, (row) => row.implied);
  return parts === null ? [] : [`Implied by a later stage, as their own was skipped: ${parts}.`];
}

/** `1 in Days to won`: sums over groups, of metrics that have any; `null` where none has. */
function sums({ report, metrics }: ReportView, part: (row: ReportRow) => number): string | null {
  const found = metrics.flatMap(({ id, label }) => {
    const sum = report.rows.reduce((all, row) => (row.metric === id ? all + part(row) : all), 0);
    return sum === 0 ? [] : [`${countText(sum)} in ${label}`];
  });
  if (found.length === 0) return null;
  const more = found.length - mostNamed;
  return more > 0 ? `${found.slice(0, mostNamed).join('; ')}; and some in ${more} more metrics` : found.join('; ');
}

function young(rows: readonly ReportRow[]): readonly string[] {
  const found = rows.filter((row) => row.mature === false && row.value !== null);
  if (found.length === 0) return [];
  const hasProjection = found.some((row) => row.projected !== null);
  return [
    `${youngMark} is a young cohort: not all of it has had its time, and the number can still change.${
      hasProjection
        ? ' The first interval is that of chance in what has been counted so far. "Expected" is where these very leads will stand when all of them have had their time (--explain METRIC names it), by the pace of earlier ones, with its own 95 % interval: it says nothing of other leads, and what comes later still is added.'
        : ''
    }`,
  ];
}

/** Which values are folded; `--json` and `--csv` fold nothing unless told. */
function folded({ report, metrics, dimensions, groups }: ReportView): readonly string[] {
  const counts = new Map<string, number>();
  for (const row of report.rows) for (const [id, count] of Object.entries(row.folded ?? {})) counts.set(id, count);
  if (counts.size === 0) return [];
  const parts = dimensions.flatMap(({ id, label }, index) => {
    const count = counts.get(id);
    if (count === undefined) return [];
    const own = new Set(groups.map((group) => group.labels[index]));
    return [
      `of ${label}, ${countText(count)} values beside the ${countText(own.size - 1)} that are largest by ${metrics[0]?.label ?? 'the first metric'}`,
    ];
  });
  return [
    `Folded into one row, which counts all of them: ${parts.join('; ')}. --top N gives more a row of their own; --json and --csv fold only what --top says.`,
  ];
}

function restated(rows: readonly ReportRow[]): readonly string[] {
  const events = rows.reduce((most, row) => Math.max(most, row.restated), 0);
  if (events === 0) return [];
  return [
    `Restated: ${countText(events)} ${events === 1 ? 'event' : 'events'} of before as-of ${events === 1 ? 'was' : 'were'} recorded after it. --known-at TIME gives the numbers as they were known then.`,
  ];
}
