import type { Chart } from 'chart.js';
import type { MarkedTrend } from './chart-marks.ts';
import type { TrendPoint } from './trend.data.ts';

/** Labels every bar where they fit; of points, and of crowded bars, the highest and the last. */
export function drawLabels(chart: Chart, { trend, ink, text }: MarkedTrend): void {
  const { ctx, chartArea } = chart;
  const { points, kind } = trend;
  const y = (value: number) => chart.scales.y?.getPixelForValue(value) ?? 0;
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
    const middle = Math.min(Math.max(x, chartArea.left + half), chartArea.right - half);
    if (taken.some((other) => Math.abs(other.middle - middle) < other.half + half + 4)) continue;
    taken.push({ middle, half });
    // What a young cohort is expected to become lies above its point: its label goes below, where there is room.
    const below = y(point.row.low ?? point.row.value) + 19;
    const isBelow = kind === 'points' && point.isYoung && below < chartArea.bottom;
    write(ctx, text(point), { x: middle, y: isBelow ? below : y(top) - 6, ground: ink.surface });
  }
  ctx.restore();
}

/** Text on the ground of the page, so that it stays readable over lines. */
function write(
  ctx: CanvasRenderingContext2D,
  text: string,
  { x, y, ground }: { readonly x: number; readonly y: number; readonly ground: string },
): void {
  const { width } = ctx.measureText(text);
  const ink = ctx.fillStyle;
  ctx.fillStyle = ground;
  ctx.fillRect(x - width / 2 - 2, y - 12, width + 4, 13);
  ctx.fillStyle = ink;
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
