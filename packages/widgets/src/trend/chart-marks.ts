import type { Chart, Plugin } from 'chart.js';
import type { ChartInk } from './chart-ink.ts';
import { drawLabels } from './chart-labels.ts';
import type { Trend, TrendPoint } from './trend.data.ts';

/** What is drawn over the bars and points of a chart: intervals, expected values, the target and labels. */
export interface MarkedTrend {
  readonly trend: Trend;
  readonly ink: ChartInk;
  /** A value as a label. */
  readonly text: (point: TrendPoint) => string;
  readonly targetText: string;
}

/** Width of what stands beside the drawing when there is a target, in CSS pixels. */
export const targetMargin = 46;

/** The marks that chart.js has no type of chart for, as one plugin of a chart. */
export function chartMarks(read: () => MarkedTrend): Plugin {
  return {
    id: 'sameteam-marks',
    beforeDatasetsDraw(chart) {
      const { trend, ink, targetText } = read();
      if (trend.target !== null) drawTarget(chart, trend.target, { ink, text: targetText });
      if (trend.kind === 'points') drawSpreads(chart, trend.points, ink);
    },
    afterDatasetsDraw(chart) {
      drawLabels(chart, read());
    },
  };
}

function placeOf(chart: Chart): (value: number) => number {
  return (value) => chart.scales.y?.getPixelForValue(value) ?? 0;
}

/** Within the scale: the interval of a handful of leads must not set it for all others. */
function drawSpreads(chart: Chart, points: readonly TrendPoint[], ink: ChartInk): void {
  const { ctx, chartArea } = chart;
  ctx.save();
  ctx.beginPath();
  ctx.rect(0, chartArea.top, chart.width, chartArea.height + 6);
  ctx.clip();
  for (const [at, point] of points.entries()) drawSpread(chart, at, { point, ink });
  ctx.restore();
}

/** The interval as a line with ends; for a young cohort dashed, and up to a hollow diamond where it is expected. */
function drawSpread(
  chart: Chart,
  at: number,
  { point, ink }: { readonly point: TrendPoint; readonly ink: ChartInk },
): void {
  const { low, high, value, projected } = point.row;
  const x = chart.scales.x?.getPixelForValue(at) ?? 0;
  const y = placeOf(chart);
  const { ctx } = chart;
  ctx.save();
  ctx.lineWidth = 1.5;
  ctx.strokeStyle = ink.data;
  if (low !== null && high !== null) {
    ctx.globalAlpha = point.isFew ? 0.4 : 0.75;
    ctx.setLineDash(point.isYoung ? [3, 3] : []);
    ctx.beginPath();
    ctx.moveTo(x, y(high));
    ctx.lineTo(x, y(low));
    ctx.moveTo(x - 3, y(high));
    ctx.lineTo(x + 3, y(high));
    ctx.moveTo(x - 3, y(low));
    ctx.lineTo(x + 3, y(low));
    ctx.stroke();
  }
  if (point.isYoung && projected !== null && value !== null) {
    ctx.globalAlpha = 1;
    ctx.setLineDash([]);
    ctx.strokeStyle = ink.muted;
    ctx.fillStyle = ink.surface;
    const [middle, size] = [y(projected), 4.5];
    ctx.beginPath();
    ctx.moveTo(x, middle - size);
    ctx.lineTo(x + size, middle);
    ctx.lineTo(x, middle + size);
    ctx.lineTo(x - size, middle);
    ctx.closePath();
    ctx.fill();
    ctx.stroke();
  }
  ctx.restore();
}

function drawTarget(
  chart: Chart,
  target: number,
  { ink, text }: { readonly ink: ChartInk; readonly text: string },
): void {
  const { ctx, chartArea } = chart;
  const y = placeOf(chart)(target);
  if (y < chartArea.top || y > chartArea.bottom) return;
  ctx.save();
  ctx.strokeStyle = ink.signal;
  ctx.lineWidth = 1.5;
  ctx.beginPath();
  ctx.moveTo(chartArea.left, y);
  ctx.lineTo(chartArea.right, y);
  ctx.stroke();
  ctx.fillStyle = ink.signal;
  ctx.font = `500 11px ${ink.font}`;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  // Beside the drawing, where no point can lie under it.
  ctx.fillText('target', chartArea.right + 6, y - 6);
  ctx.fillText(text, chartArea.right + 6, y + 7);
  ctx.restore();
}
