import type { Chart, Plugin } from 'chart.js';
import type { ChartInk } from './chart-ink.ts';
import type { Trend, TrendPoint } from './trend.data.ts';

/** What is drawn over the bars and points of a chart: intervals, expected values, the target and labels. */
export interface MarkedTrend {
  readonly trend: Trend;
  readonly ink: ChartInk;
  /** A value as a label. */
  readonly text: (point: TrendPoint) => string;
  readonly targetText: string;
}

type Place = (value: number) => number;

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

function placeOf(chart: Chart): Place {
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
  ctx.textBaseline = 'bottom';
  write(ctx, text, { x: chartArea.left + 2, y: y - 3, halo: ink.surface });
  ctx.restore();
}

/** Labels every bar where they fit; of points, and of crowded bars, the highest and the last. */
function drawLabels(chart: Chart, { trend, ink, text }: MarkedTrend): void {
  const { ctx, chartArea } = chart;
  const { points, kind } = trend;
  const y = placeOf(chart);
  const room = chartArea.width / Math.max(1, points.length);
  ctx.save();
  ctx.font = `500 11px ${ink.font}`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'bottom';
  ctx.fillStyle = ink.ink;
  const widest = Math.max(0, ...points.map((point) => ctx.measureText(text(point)).width));
  const labelled =
    kind === 'bars' && widest + 4 <= room ? points.map((_, at) => at) : [...new Set(highestAndLast(points))];
  const taken: { middle: number; half: number }[] = [];
  for (const at of labelled) {
    const point = points[at];
    if (point === undefined || point.row.value === null) continue;
    const top =
      kind === 'bars'
        ? point.row.value
        : Math.max(point.row.value, point.row.high ?? 0, point.isYoung ? (point.row.projected ?? 0) : 0);
    // In a narrow drawing the label of a young cohort would cover its neighbours.
    if (kind === 'points' && point.isYoung && room < 18) continue;
    const x = chart.scales.x?.getPixelForValue(at) ?? 0;
    const half = ctx.measureText(text(point)).width / 2;
    const middle = Math.min(Math.max(x, chartArea.left + half), chart.width - half);
    if (taken.some((other) => Math.abs(other.middle - middle) < other.half + half + 4)) continue;
    taken.push({ middle, half });
    // What a young cohort is expected to become lies above its point: its label goes below, where there is room.
    const below = y(point.row.low ?? point.row.value) + 19;
    const isBelow = kind === 'points' && point.isYoung && below < chartArea.bottom;
    write(ctx, text(point), { x: middle, y: isBelow ? below : y(top) - 6, halo: ink.surface });
  }
  ctx.restore();
}

/** Text that stays readable over lines. */
function write(
  ctx: CanvasRenderingContext2D,
  text: string,
  { x, y, halo }: { readonly x: number; readonly y: number; readonly halo: string },
): void {
  ctx.strokeStyle = halo;
  ctx.lineWidth = 3;
  ctx.lineJoin = 'round';
  ctx.strokeText(text, x, y);
  ctx.fillText(text, x, y);
}

function highestAndLast(points: readonly TrendPoint[]): readonly number[] {
  const known = points.map((point, at) => ({ at, point })).filter(({ point }) => point.row.value !== null);
  const solid = known.filter(({ point }) => !point.isYoung && !point.isFew);
  const highest = solid.reduce<(typeof known)[number] | null>(
    (found, next) => (found === null || (next.point.row.value ?? 0) > (found.point.row.value ?? 0) ? next : found),
    null,
  );
  const last = known.at(-1);
  return [...(highest ? [highest.at] : []), ...(last ? [last.at] : [])];
}
