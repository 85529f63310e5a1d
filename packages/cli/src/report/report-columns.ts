import type { MetricDefinition } from '@sameteam/api/client';
import type { MetricUnit } from '@sameteam/model';
import { type GridColumn, gridGap, gridWidth } from '../terminal/grid.ts';
import { plainText } from '../terminal/plain-text.ts';
import { cutText, padText, textWidth } from '../terminal/text-width.ts';
import { type CellText, cellText, nothing, unrecordedMark, youngMark } from './cell-text.ts';
import { scaleOf } from './interval-bar.ts';
import type { Marks } from './marks.ts';
import type { ReportGroup, ReportView } from './report-view.ts';

const longestValue = 28;
const shortestValue = 8;

/** Widths of what is drawn beside numbers; 0 for nothing. */
interface Drawn {
  /** Behind every count. */
  readonly counts: number;
  /** Behind the first count alone. */
  readonly first: number;
  readonly intervals: number;
}

/** From the richest to the barest: the first that fits is drawn. */
const drawings: readonly Drawn[] = [
  ...[12, 10, 8].map((width) => ({ counts: width, first: width, intervals: width + 3 })),
  ...[12, 10, 8].map((width) => ({ counts: 0, first: width, intervals: width + 3 })),
  ...[12, 10, 8].map((width) => ({ counts: width, first: width, intervals: 0 })),
  ...[12, 10, 8, 6, 4].map((width) => ({ counts: 0, first: width, intervals: 0 })),
];
const bare: Drawn = { counts: 0, first: 0, intervals: 0 };

/** What is counted one by one, so that a bar can stand for it. */
const counted: ReadonlySet<MetricUnit> = new Set<MetricUnit>([
  'leads',
  'opportunities',
  'hand_offs',
  'entries',
  'companies',
  'meetings',
  'answers',
]);

/** Columns of the groups, with as many metrics at their right as fit; what remains goes into further blocks. */
export function groupBlocks(view: ReportView, width: number, marks: Marks): readonly (readonly GridColumn[])[] {
  const widthOf = (metrics: readonly MetricDefinition[]) =>
    gridWidth(metrics.map((it) => metricColumn(it, view.groups, { bar: 0, interval: 0 }, marks)));
  const widestMetric = Math.max(0, ...view.metrics.map((it) => widthOf([it])));
  const left = dimensionColumns(view, width - widestMetric - gridGap);
  const room = width - gridWidth(left);
  const blocks: MetricDefinition[][] = [];
  for (const metric of view.metrics) {
    const block = blocks.at(-1);
    if (block && widthOf([...block, metric]) + gridGap <= room) block.push(metric);
    else blocks.push([metric]);
  }
  return blocks.map((block) => [...left, ...drawnColumns(block, view.groups, room - gridGap, marks)]);
}

/** Columns of the dimensions. Long values are cut, at most so far that the widest metric has its place beside them. */
function dimensionColumns({ dimensions, groups }: ReportView, room: number): readonly GridColumn[] {
  const share = Math.floor((room - gridGap * (dimensions.length - 1)) / dimensions.length);
  const longest = Math.max(shortestValue, Math.min(longestValue, share));
  return dimensions.map(({ label }, index) => ({
    head: label,
    align: 'left',
    mains: groups.map((group) => {
      const value = group.labels[index] ?? null;
      return value === null ? nothing : value === '' ? '""' : cutText(plainText(value), longest);
    }),
  }));
}

/** Bars behind counts and intervals on a scale, as much of it as there is room for. */
function drawnColumns(
  metrics: readonly MetricDefinition[],
  groups: readonly ReportGroup[],
  room: number,
  marks: Marks,
): readonly GridColumn[] {
  const first = metrics.findIndex(({ unit }) => counted.has(unit));
  const columns = ({ counts, first: firstBar, intervals }: Drawn) =>
    metrics.map((it, index) =>
      metricColumn(it, groups, { bar: index === first ? firstBar : counts, interval: intervals }, marks),
    );
  for (const drawn of drawings) {
    const made = columns(drawn);
    if (gridWidth(made) <= room) return made;
  }
  return columns(bare);
}

function metricColumn(
  metric: MetricDefinition,
  groups: readonly ReportGroup[],
  width: { readonly bar: number; readonly interval: number },
  marks: Marks,
): GridColumn {
  const rows = groups.map((group) => group.rowOf(metric.id));
  const cells = rows.map(cellText);
  const column = { head: metric.label, align: 'right', mains: withRoomForMark(cells.map((it) => it.main)) } as const;
  if (!counted.has(metric.unit)) {
    const notes = intervalNotes(cells, width.interval, marks);
    return notes.some((it) => it !== '') ? { ...column, notes } : column;
  }
  if (width.bar === 0 || groups.length < 2) return column;
  const most = Math.max(0, ...rows.map((row) => row?.value ?? 0));
  return { ...column, notes: rows.map((row) => marks.bar(row?.value ?? 0, most, width.bar)) };
}

/**
 * Intervals as text, and drawn on one scale where there is room and something to compare.
 * @param width of the drawing; 0 for none
 */
export function intervalNotes(cells: readonly CellText[], width: number, marks: Marks): readonly string[] {
  const texts = cells.map((it) => it.note);
  const scale = scaleOf(cells.map((it) => it.interval));
  if (width === 0 || scale === null || cells.filter((it) => it.interval !== null).length < 2) return texts;
  const widest = Math.max(...texts.map(textWidth));
  return cells.map(({ note, interval }) =>
    interval === null ? note : `${padText(note, widest, 'left')} ${marks.interval(interval, scale, width)}`,
  );
}

/** Keeps the units of a column below each other where some of its values are marked. */
export function withRoomForMark(mains: readonly string[]): readonly string[] {
  if (!mains.some(isMarked)) return mains;
  return mains.map((it) => (isMarked(it) ? it : `${it} `));
}

function isMarked(main: string): boolean {
  return main.endsWith(youngMark) || main.endsWith(unrecordedMark);
}
