import type { TrendPoint } from './trend.data.ts';

/** Narrower than this, a label touches its neighbour. */
const roomOfLabel = 38;
const steps = [1, 2, 3, 4, 6, 12, 13, 26, 52];

/**
 * The labels of an axis of time, as many as fit. The first period of each year has one, with the year below it, and
 * so has the first of all.
 * @param width of the axis in CSS pixels
 * @returns one entry for each point; empty where there is no room
 */
export function axisLabels(points: readonly TrendPoint[], width: number): readonly (string | readonly string[])[] {
  const room = width / Math.max(1, points.length);
  const step = steps.find((candidate) => candidate * room >= roomOfLabel) ?? points.length;
  const isNewYear = (at: number) => at > 0 && points[at]?.year !== points[at - 1]?.year;
  const start = Math.max(
    0,
    points.findIndex((_, at) => isNewYear(at)),
  );
  let lastShown = Number.NEGATIVE_INFINITY;
  return points.map(({ short, year }, at) => {
    const isYear = isNewYear(at) || (at === 0 && (start === 0 || start >= step));
    if (!isYear && ((at - start) % step !== 0 || at - lastShown < step)) return '';
    lastShown = at;
    return isYear && short !== year ? [short, year] : short;
  });
}
