import type { MetricDefinition } from '@sameteam/api/client';
import { bar } from '../terminal/bar.ts';
import { type GridColumn, gridGap, gridLines, gridWidth } from '../terminal/grid.ts';
import { plainText } from '../terminal/plain-text.ts';
import type { Style } from '../terminal/style.ts';
import { cutText, wrapText } from '../terminal/text-width.ts';
import { cellText, countText, nothing, youngMark } from './cell-text.ts';
import { reportNotes } from './report-notes.ts';
import type { ReportGroup, ReportView } from './report-view.ts';

const longestValue = 28;
const shortestValue = 8;
const barWidths = [12, 10, 8, 6, 4];

/**
 * A report for a person at a terminal: groups down, metrics across, with intervals, small bars behind counts and the
 * notes without which no number should be read. Metrics that do not fit side by side stand in a further block.
 * @param columns width of the terminal
 */
export function reportTable(
  view: ReportView,
  { style, columns }: { readonly style: Style; readonly columns: number },
): string {
  const blocks = view.dimensions.length === 0 ? [metricColumns(view)] : groupBlocks(view, columns - 1);
  const emphasis = { head: style.bold, note: style.dim };
  const tables = blocks.map((block) => gridLines(block, emphasis).join('\n'));
  const notes = reportNotes(view)
    .flatMap((note) => wrapText(plainText(note), columns - 3).map((line, index) => (index === 0 ? line : `  ${line}`)))
    .map(style.dim);
  return `${tables.join('\n\n')}\n\n${notes.join('\n')}\n`;
}

/** Without dimensions there is one group, and metrics stand below each other. */
function metricColumns({ metrics, groups }: ReportView): readonly GridColumn[] {
  const rows = metrics.map((metric) => groups[0]?.rowOf(metric.id));
  const cells = rows.map(cellText);
  const parts = rows.map((row) => {
    if (row?.denominator == null) return '';
    const above = row.numerator === null ? '' : `${countText(row.numerator)} `;
    return `${above}of ${countText(row.denominator)}`;
  });
  return [
    { head: 'Metric', align: 'left', mains: metrics.map((it) => it.label) },
    { head: 'Value', align: 'right', mains: cells.map((it) => it.main), notes: cells.map((it) => it.note) },
    { head: parts.some((it) => it !== '') ? 'Leads' : '', align: 'left', mains: parts },
  ];
}

/** Columns of the groups, with as many metrics at their right as fit; what remains goes into further blocks. */
function groupBlocks(view: ReportView, width: number): readonly (readonly GridColumn[])[] {
  const widestMetric = Math.max(0, ...view.metrics.map((it) => gridWidth([metricColumn(it, view.groups, 0)])));
  const left = dimensionColumns(view, width - widestMetric - gridGap);
  const room = width - gridWidth(left);
  const blocks: MetricDefinition[][] = [];
  for (const metric of view.metrics) {
    const block = blocks.at(-1);
    const isFitting =
      block && gridWidth([...block, metric].map((it) => metricColumn(it, view.groups, 0))) + gridGap <= room;
    if (isFitting) block.push(metric);
    else blocks.push([metric]);
  }
  return blocks.map((block) => [...left, ...withBars(block, view.groups, room - gridGap)]);
}

/** Columns of the dimensions. Long values are cut, at most so far that the widest metric has its place beside them. */
function dimensionColumns({ dimensions, groups }: ReportView, room: number): readonly GridColumn[] {
  const share = Math.floor((room - gridGap * (dimensions.length - 1)) / dimensions.length);
  const longest = Math.max(shortestValue, Math.min(longestValue, share));
  return dimensions.map(({ label }, index) => ({
    head: label,
    align: 'left',
    mains: groups.map((group) => {
      const value = group.values[index] ?? null;
      return value === null ? nothing : value === '' ? '""' : cutText(plainText(value), longest);
    }),
  }));
}

/** Bars behind every count, else behind the first, else behind none: as wide as there is room. */
function withBars(
  metrics: readonly MetricDefinition[],
  groups: readonly ReportGroup[],
  room: number,
): readonly GridColumn[] {
  const first = metrics.findIndex(isCount);
  const isFitting = (columns: readonly GridColumn[]) => gridWidth(columns) <= room;
  for (const width of barWidths.slice(0, 3)) {
    const all = metrics.map((it) => metricColumn(it, groups, width));
    if (isFitting(all)) return all;
  }
  for (const width of barWidths) {
    const one = metrics.map((it, index) => metricColumn(it, groups, index === first ? width : 0));
    if (isFitting(one)) return one;
  }
  return metrics.map((it) => metricColumn(it, groups, 0));
}

const isCount = (metric: MetricDefinition) => metric.unit === 'leads' || metric.unit === 'opportunities';

function metricColumn(metric: MetricDefinition, groups: readonly ReportGroup[], barWidth: number): GridColumn {
  const rows = groups.map((group) => group.rowOf(metric.id));
  const cells = rows.map(cellText);
  const mains = withRoomForMark(cells.map((it) => it.main));
  if (!isCount(metric)) {
    const hasNotes = cells.some((it) => it.note !== '');
    return { head: metric.label, align: 'right', mains, ...(hasNotes ? { notes: cells.map((it) => it.note) } : {}) };
  }
  if (barWidth === 0 || groups.length < 2) return { head: metric.label, align: 'right', mains };
  const most = Math.max(0, ...rows.map((row) => row?.value ?? 0));
  return { head: metric.label, align: 'right', mains, notes: rows.map((row) => bar(row?.value ?? 0, most, barWidth)) };
}

/** Keeps the units of a column below each other where some of its values are marked. */
function withRoomForMark(mains: readonly string[]): readonly string[] {
  if (!mains.some((it) => it.endsWith(youngMark))) return mains;
  return mains.map((it) => (it.endsWith(youngMark) ? it : `${it} `));
}
