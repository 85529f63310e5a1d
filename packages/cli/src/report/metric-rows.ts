import { type GridColumn, gridWidth } from '../terminal/grid.ts';
import { cutText } from '../terminal/text-width.ts';
import { behindText } from './behind-text.ts';
import { cellText } from './cell-text.ts';
import type { Marks } from './marks.ts';
import { intervalNotes, withRoomForMark } from './report-columns.ts';
import type { ReportView } from './report-view.ts';

const shortestLabel = 20;

/** How metrics below each other are shown. */
export interface MetricRowOptions {
  readonly width: number;
  /** Whether the names by which the command line knows them are shown too. */
  readonly withIds: boolean;
  readonly marks: Marks;
}

/**
 * Columns of a report without dimensions: there is one group, and metrics stand below each other. What does not fit is
 * left out from the right; in the end labels are cut.
 */
export function metricRows(view: ReportView, { width, withIds, marks }: MetricRowOptions): readonly GridColumn[] {
  const { metrics, groups } = view;
  const rows = metrics.map((metric) => groups[0]?.rowOf(metric.id));
  const cells = rows.map(cellText);
  const behind = metrics.map((metric, index) => behindText(rows[index], metric, view));
  const label: GridColumn = { head: 'Metric', align: 'left', mains: metrics.map((it) => it.label) };
  const value = (interval: number, isShort = false): GridColumn => ({
    head: 'Value',
    align: 'right',
    mains: withRoomForMark(cells.map((it) => it.main)),
    notes: isShort ? cells.map((it) => it.shortNote) : intervalNotes(cells, interval, marks),
  });
  const made: GridColumn = { head: behind.some((it) => it !== '') ? 'Made of' : '', align: 'left', mains: behind };
  const ids: readonly GridColumn[] = withIds
    ? [{ head: 'For --metric', align: 'left', mains: metrics.map(({ id }) => id) }]
    : [];
  const choices = [
    [label, value(15), made, ...ids],
    [label, value(0), made, ...ids],
    [label, value(11), made],
    [label, value(0), made],
    [label, value(0)],
    [label, value(0, true)],
  ];
  const fitting = choices.find((columns) => gridWidth(columns) <= width);
  if (fitting !== undefined) return fitting;
  const room = Math.max(shortestLabel, width - gridWidth([value(0, true)]) - 2);
  return [{ ...label, mains: label.mains.map((it) => cutText(it, room)) }, value(0, true)];
}
