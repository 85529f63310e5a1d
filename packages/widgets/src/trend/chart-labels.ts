import type { Chart } from 'chart.js';
import type { MarkedTrend } from './chart-marks.ts';
import { type Box, type Line, labelPlace } from './label-place.ts';
import type { TrendPoint } from './trend.data.ts';

/** Room above the drawing that labels may use, in CSS pixels. */
export const labelMargin = 20;
/** A label of a point may move to where it covers nothing; one of a bar would seem to stand on its neighbour. */
const farthest = { bars: 0, points: 28 };
/** What a bar takes of the room of its period. */
export const barShare = 0.74;
const textHeight = 12;
/** From the middle of a point to the edge of what is drawn at it. */
const reach = 5;

/** Labels every bar where they fit; of points, and of crowded bars, the highest and the last. */
export function drawLabels(chart: Chart, { trend, ink, text }: MarkedTrend): void {
  const { ctx, chartArea } = chart;
  const { points, kind, target } = trend;
  const room = chartArea.width / Math.max(1, points.length);
  ctx.save();
  ctx.font = `500 11px ${ink.font}`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'bottom';
  ctx.fillStyle = ink.ink;
  const widest = Math.max(0, ...points.map((point) => ctx.measureText(text(point)).width));
  const labelled =
    kind === 'bars' && widest + 4 <= room ? points.map((_, at) => at) : [...new Set(highestAndLast(points))];
  const boxOf = kind === 'bars' ? barBox : pointBox;
  const own = points.map((point, at) => boxOf(chart, point, at));
  const marks = own.filter((box) => box !== null);
  const lines = kind === 'bars' ? [] : joins(chart, points);
  const level = target === null ? null : (chart.scales.y?.getPixelForValue(target) ?? null);
  if (level !== null) lines.push({ from: [chartArea.left, level], to: [chartArea.right, level] });
  const area = { ...chartArea, top: chartArea.top - labelMargin };
  for (const at of labelled) {
    const [point, box] = [points[at], own[at]];
    if (!point || !box) continue;
    const width = ctx.measureText(text(point)).width + 4;
    // What a young cohort is expected to become lies above its point.
    const isBelow = kind === 'points' && point.isYoung;
    const label = { width, height: textHeight, own: box, isBelow, farthest: farthest[kind] };
    const place = labelPlace(label, { area, marks, lines });
    if (place === null) continue;
    marks.push({
      left: place.x - width / 2,
      right: place.x + width / 2,
      top: place.y - textHeight,
      bottom: place.y,
    });
    write(ctx, text(point), { ...place, ground: ink.surface });
  }
  ctx.restore();
}

/** What is drawn at a point, within the drawing; `null` where it has no value. */
function pointBox(chart: Chart, { row, isYoung }: TrendPoint, at: number): Box | null {
  if (row.value === null) return null;
  const x = chart.scales.x?.getPixelForValue(at) ?? 0;
  const y = (value: number) => chart.scales.y?.getPixelForValue(value) ?? 0;
  const dots = [row.value, ...(isYoung && row.projected !== null ? [row.projected] : [])].map(y);
  const ends = [row.low, row.high].filter((value) => value !== null).map(y);
  return {
    left: x - reach,
    right: x + reach,
    top: Math.max(chart.chartArea.top, Math.min(...ends, ...dots.map((dot) => dot - reach))),
    bottom: Math.max(...ends, ...dots.map((dot) => dot + reach)),
  };
}

function barBox(chart: Chart, { row }: TrendPoint, at: number): Box | null {
  if (row.value === null) return null;
  const x = chart.scales.x?.getPixelForValue(at) ?? 0;
  const half = (barShare * chart.chartArea.width) / Math.max(1, chart.data.labels?.length ?? 0) / 2;
  const top = chart.scales.y?.getPixelForValue(row.value) ?? 0;
  return { left: x - half, right: x + half, top, bottom: chart.chartArea.bottom };
}

/** The lines between points that are joined. */
function joins(chart: Chart, points: readonly TrendPoint[]): Line[] {
  const place = (at: number, value: number) =>
    [chart.scales.x?.getPixelForValue(at) ?? 0, chart.scales.y?.getPixelForValue(value) ?? 0] as const;
  return points.slice(1).flatMap((point, before) => {
    const from = points[before];
    if (!from || from.isFew || point.isFew || from.row.value === null || point.row.value === null) return [];
    return [{ from: place(before, from.row.value), to: place(before + 1, point.row.value) }];
  });
}

/** Text on the ground of the page, so that it stays readable over the lines of the scale. */
function write(
  ctx: CanvasRenderingContext2D,
  text: string,
  { x, y, ground }: { readonly x: number; readonly y: number; readonly ground: string },
): void {
  const { width } = ctx.measureText(text);
  const ink = ctx.fillStyle;
  ctx.fillStyle = ground;
  ctx.fillRect(x - width / 2 - 2, y - textHeight, width + 4, textHeight);
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
