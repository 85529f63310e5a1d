import { anchorInWords, type CohortLine, type CurveReport, cohortTable, figureText } from '@sameteam/metrics';
import type { GridColumn } from '../../terminal/grid.ts';
import { plainText } from '../../terminal/plain-text.ts';
import { cutText } from '../../terminal/text-width.ts';
import { countText, nothing } from '../cell-text.ts';
import type { FlatRow } from '../flatten-row.ts';
import type { Analysis } from './analysis.ts';

const longestValue = 24;

/** Days that a curve of many is read at, in a terminal. */
const readDays = [1, 2, 3, 5, 7, 10, 14, 21, 30, 45, 60, 90, 120, 180, 270, 365, 545, 730];

const percent = (share: number | null) => (share === null ? nothing : figureText('ratio', share, null));

/** Bounds in percent, without the sign. */
function boundsText({ low, high }: { readonly low: number | null; readonly high: number | null }): string {
  if (low === null || high === null) return '';
  return `(${percent(low).replace(' %', '')} to ${percent(high).replace(' %', '')})`;
}

/** A curve: days down; one cohort with its interval, or cohorts side by side. */
export function curveAnalysis(report: CurveReport): Analysis {
  const days = [...readDays.filter((day) => day < report.days), report.days];
  const lines = cohortTable(report, days);
  const left: readonly GridColumn[] = [{ head: 'Day', align: 'right', mains: days.map(countText) }];
  const [only] = lines;
  const isOne = lines.length === 1 && only !== undefined;
  return {
    answers: [],
    tables: [
      {
        heading: titleOf(report),
        left,
        columns: (drawn, marks) =>
          isOne
            ? [
                { head: 'At risk', align: 'right', mains: only.cells.map(({ atRisk }) => countText(atRisk)) },
                {
                  head: 'Arrived',
                  align: 'right',
                  mains: only.cells.map(({ share }) => percent(share)),
                  notes: withBars(
                    only.cells.map(boundsText),
                    only.cells.map(({ share }) => (drawn === 0 ? '' : marks.bar(share ?? 0, 1, drawn))),
                  ),
                },
              ]
            : lines.map((line) => ({
                head: `${labelOf(line)} (${countText(line.started)})`,
                align: 'right',
                mains: line.cells.map(({ share }) => percent(share)),
                notes: line.cells.map(boundsText),
              })),
      },
    ],
    notes: notesOf(report, lines, true),
    rows: rowsOf(report, cohortTable(report, dailyOf(report))),
  };
}

/** A cohort table: cohorts down, days across, and the way of each drawn small. */
export function cohortAnalysis(report: CurveReport): Analysis {
  const lines = cohortTable(report);
  const days = lines[0]?.cells.map(({ day }) => day) ?? [];
  const most = Math.max(0, ...lines.flatMap(({ cells }) => cells.map(({ share }) => share ?? 0)));
  return {
    answers: [],
    tables: [
      {
        heading: titleOf(report),
        left: [
          { head: 'Cohort', align: 'left', mains: lines.map(labelOf) },
          { head: 'Started', align: 'right', mains: lines.map(({ started }) => countText(started)) },
        ],
        columns: (drawn, marks) => [
          ...days.map(
            (day, index): GridColumn => ({
              head: `${countText(day)} d`,
              align: 'right',
              mains: lines.map(({ cells }) => percent(cells[index]?.share ?? null)),
              ...(drawn < 24
                ? {}
                : {
                    notes: lines.map(({ cells }) => {
                      const cell = cells[index];
                      return cell === undefined ? '' : boundsText(cell);
                    }),
                  }),
            }),
          ),
          ...(drawn === 0
            ? []
            : [
                {
                  head: '',
                  align: 'left',
                  mains: lines.map(({ cells }) =>
                    marks.spark(
                      cells.map(({ share }) => share),
                      most,
                    ),
                  ),
                } satisfies GridColumn,
              ]),
        ],
      },
    ],
    notes: notesOf(report, lines, false),
    rows: rowsOf(report, lines),
  };
}

function withBars(notes: readonly string[], bars: readonly string[]): readonly string[] {
  const widest = Math.max(0, ...notes.map((note) => note.length));
  return notes.map((note, index) => `${note.padEnd(widest)} ${bars[index] ?? ''}`.trimEnd());
}

function titleOf({ label, from, to }: CurveReport): string {
  return `${label}: from ${anchorInWords(from)} to ${anchorInWords(to)}`;
}

function labelOf({ dimensions }: CohortLine): string {
  const values = Object.values(dimensions);
  if (values.length === 0) return 'All';
  return cutText(values.map((value) => (value === null ? nothing : plainText(value))).join(', '), longestValue);
}

function dailyOf({ days }: CurveReport): readonly number[] {
  return Array.from({ length: days }, (_, index) => index + 1);
}

function rowsOf({ metric, asOf }: CurveReport, lines: readonly CohortLine[]): readonly FlatRow[] {
  return lines.flatMap(({ dimensions, started, arrived, cells }) =>
    cells.map((cell) => ({ metric, ...dimensions, ...cell, started, arrived, asOf })),
  );
}

function notesOf(
  { cohorts, difference, anchor }: CurveReport,
  lines: readonly CohortLine[],
  isCurve: boolean,
): readonly string[] {
  const [first] = cohorts;
  const started = cohorts.reduce((sum, one) => sum + one.started, 0);
  const arrived = cohorts.reduce((sum, one) => sum + one.arrived, 0);
  const isYoung = lines.some(({ cells }) => cells.some(({ share }) => share === null));
  return [
    `${countText(arrived)} of ${countText(started)} have arrived by now. By day: the share of all who started that has, who was lost among the others${isCurve ? '; in brackets its 95 % interval' : '; in brackets, where there is room, its 95 % interval'}. Who has been watched for a short time only counts as long as that.`,
    ...(cohorts.length === 1 && first !== undefined
      ? [halfText(first.half)]
      : [`Cohorts are by the date of ${anchorInWords(anchor)}.`]),
    ...(isYoung ? [`${nothing} is a day that nobody of the cohort has been watched for, which is not zero.`] : []),
    ...(difference === null
      ? []
      : [
          difference.pValue < 0.05
            ? `The cohorts do not arrive alike: if they did, as large a difference would come by chance in ${chanceText(difference.pValue)} of all cases (log-rank test).`
            : `The cohorts may well arrive alike: by chance alone as large a difference comes in ${chanceText(difference.pValue)} of all cases (log-rank test).`,
        ]),
  ];
}

function halfText({ days, low, high }: CurveReport['cohorts'][number]['half']): string {
  if (days === null)
    return 'Less than half of all who started arrive, so that there is no day by which half of them have.';
  const bounds = low === null || high === null ? '' : ` (95 % interval ${countText(low)} to ${countText(high)})`;
  return `Half of all who started have arrived by day ${countText(days)}${bounds}.`;
}

function chanceText(pValue: number): string {
  return pValue < 0.0005 ? 'less than 0.1 %' : figureText('ratio', pValue, null);
}
