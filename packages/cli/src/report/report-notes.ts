import type { Report, ReportRow } from '@sameteam/api/client';
import { countText, nothing, percentText, youngMark } from './cell-text.ts';
import type { ReportView } from './report-view.ts';

/**
 * What must stand below a report, since a number is never naked: as-of, agreement, what was left out or implied, what
 * marks mean, and the definition of each metric with the clause that it comes from.
 * @returns sentences without emphasis, one a paragraph
 */
export function reportNotes(view: ReportView): readonly string[] {
  const { report, metrics, groups } = view;
  const rows = report.rows;
  const { name, version, standing } = report.agreement;
  return [
    `As of ${instantText(report.asOf)}, by the agreement "${name}", version ${version}${standings[standing]}.`,
    ...leftOut(view),
    ...implied(view),
    ...young(rows),
    ...(groups.some((group) => group.values.includes(null))
      ? [`${nothing} is no value, which is not the same as the value "unknown".`]
      : []),
    ...metrics.map((metric) => {
      const clause = rows.find((row) => row.metric === metric.id)?.clause ?? null;
      return `${metric.label}: ${metric.formula}${clause === null ? '' : ` [${clause}]`}`;
    }),
  ];
}

const standings: Readonly<Record<Report['agreement']['standing'], string>> = {
  draft: ' (draft)',
  signed: ' (signed, but not binding then: a draft still)',
  binding: '',
  ended: ' (ended)',
  unknown: ' (a draft, as far as is known here: its signatures lie beside its file, which --agreement names)',
};

/** `2026-11-22 07:00 UTC` */
function instantText(iso: string): string {
  return `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;
}

function leftOut(view: ReportView): readonly string[] {
  const parts = sums(view, (row) => row.excluded);
  return parts.length === 0 ? [] : [`Left out, by an exclusion or an impossible order of events: ${parts.join(', ')}.`];
}

function implied(view: ReportView): readonly string[] {
  const parts = sums(view, (row) => row.implied);
  return parts.length === 0 ? [] : [`Implied by a later stage, as their own was skipped: ${parts.join(', ')}.`];
}

/** `1 in Days to won`: sums over groups, of metrics that have any. */
function sums({ report, metrics }: ReportView, part: (row: ReportRow) => number): readonly string[] {
  return metrics.flatMap((metric) => {
    const sum = report.rows.reduce((all, row) => (row.metric === metric.id ? all + part(row) : all), 0);
    return sum === 0 ? [] : [`${countText(sum)} in ${metric.label}`];
  });
}

function young(rows: readonly ReportRow[]): readonly string[] {
  const found = rows.filter((row) => row.mature === false && row.value !== null);
  if (found.length === 0) return [];
  const [only] = found;
  const projected =
    found.length === 1 && only && only.projected !== null
      ? ` Once it has, ${percentText(only.projected)} is expected.`
      : '';
  return [
    `${youngMark} is a young cohort: not all of it has had its window in full, and the number can still change.${projected}`,
  ];
}
