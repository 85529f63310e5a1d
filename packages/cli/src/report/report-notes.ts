import type { ReportRow } from '@sameteam/api/client';
import { unrecordedInWords, unrecordedRemedy } from '@sameteam/metrics';
import { countText, nothing, unrecordedMark, youngMark } from './cell-text.ts';
import { judgedByText } from './judged-by-text.ts';
import type { ReportView } from './report-view.ts';

/** What is said of a report. */
export interface NoteOptions {
  /** Whether each metric is defined below it; otherwise it is said how to ask. */
  readonly withDefinitions: boolean;
  /** Metrics that stand in the tables; all of them unless told. */
  readonly shown?: ReadonlySet<string> | undefined;
}

/** Metrics that are named one by one in a note. */
const mostNamed = 6;

/**
 * What must stand below a report, since a number is never naked: as-of, agreement, what was left out, implied, folded or
 * restated, what marks mean, and the definition of each metric with the clause that it comes from.
 * @returns sentences without emphasis, one a paragraph
 */
export function reportNotes(view: ReportView, { withDefinitions, shown }: NoteOptions): readonly string[] {
  const { report, metrics, groups } = view;
  return [
    ...(groups.length === 0 ? ['Nothing was found that can be counted so.'] : []),
    judgedByText(report),
    ...leftOut(view),
    ...implied(view),
    ...unrecorded(view, shown),
    ...young(report.rows),
    ...notOneBasis(report.rows),
    ...(withDefinitions ? [] : upperBound(report.rows, shown)),
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
  const clauses = new Set(report.rows.flatMap((row) => (row.metric === id ? [row.clause] : [])));
  const [clause = null] = clauses;
  const by = clauses.size > 1 ? ' [each row by its own clause]' : clause === null ? '' : ` [${clause}]`;
  return `${label}: ${formula}${by}`;
}

function leftOut(view: ReportView): readonly string[] {
  const parts = sums(view, (row) => row.excluded);
  return parts === null
    ? []
    : [
        `Left out, by an exclusion of the agreement or because they cannot be counted (an impossible order of events, no amount, no stage with a probability, not judged): ${parts}.`,
      ];
}

function implied(view: ReportView): readonly string[] {
  const parts = sums(view, (row) => row.implied);
  if (parts === null) return [];
  const isShare = view.report.rows.some(({ unit, implied: count }) => unit === 'ratio' && count > 0);
  const high = isShare
    ? ' Who went no further implies none, so that shares of a skipped stage or hand-off come out high.'
    : '';
  return [`Implied by a later stage, as their own was skipped: ${parts}.${high}`];
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

/** Missing data is not failure: what was never recorded, and which numbers need it, one kind after another. */
function unrecorded({ report, metrics }: ReportView, shown: NoteOptions['shown']): readonly string[] {
  const rows = report.rows.filter(({ metric, value }) => value !== null && (shown?.has(metric) ?? true));
  const kinds = [...new Set(rows.flatMap((row) => row.unrecorded))];
  if (kinds.length === 0) return [];
  const parts = kinds.flatMap((kind) => {
    const names = metrics
      .filter(({ id }) => rows.some((row) => row.metric === id && row.unrecorded.includes(kind)))
      .map(({ label }) => label);
    const more = names.length - mostNamed;
    const shown = names.slice(0, mostNamed).join('; ');
    return unrecordedInWords([kind]).map((none) => `${none}: ${shown}${more > 0 ? `; and ${more} more` : ''}.`);
  });
  return [`${unrecordedMark} stands on what is not in the data. ${parts.join(' ')} ${unrecordedRemedy}`];
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

/** What a mature group has had beyond its time is in its number, and in no expectation. */
function notOneBasis(rows: readonly ReportRow[]): readonly string[] {
  const isMixed = rows.some(
    (young) =>
      young.mature === false &&
      young.projected !== null &&
      rows.some((old) => old.metric === young.metric && old.mature === true && old.value !== null),
  );
  return isMixed
    ? [
        'An old group and a young one are not on one basis: the old one counts all to date, and "expected" only what comes within the time of the agreement. Compare it with what older ones had within that time: --cohorts METRIC shows it.',
      ]
    : [];
}

function upperBound(rows: readonly ReportRow[], shown: NoteOptions['shown']): readonly string[] {
  const isThere = rows.some(({ metric, value }) => metric === 'black_hole_value' && value !== null);
  if (!isThere || !(shown?.has('black_hole_value') ?? true)) return [];
  return [
    'The expected value in the black hole is an upper bound: neither age nor stage lowers it. Compare it over time; do not book it.',
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
