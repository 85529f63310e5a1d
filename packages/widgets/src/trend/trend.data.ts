import type { CalendarGrain, ReportRow } from '@sameteam/api/client';
import type { Format } from '../format/create-format.ts';
import { isRunning, periodLabel, periodYear } from '../format/period.ts';
import { sentenceStart } from '../format/value-label.ts';
import { scaleEnd } from '../marks/scale-end.ts';

/** One period of a trend. */
export interface TrendPoint {
  readonly key: string;
  /** `May 2018` */
  readonly label: string;
  /** `May`, for an axis. */
  readonly short: string;
  readonly year: string;
  readonly row: ReportRow;
  /** The cohort has not had its window, or the period is not over: drawn hatched, hollow or dashed. */
  readonly isYoung: boolean;
  /** A rate of so few leads that it tells little: drawn small, and joined to nothing. */
  readonly isFew: boolean;
}

/** What a trend draws. */
export interface Trend {
  /** Quantities as bars, rates and durations as points. */
  readonly kind: 'bars' | 'points';
  readonly points: readonly TrendPoint[];
  /** The finding. */
  readonly title: string;
  readonly target: number | null;
  /** Where the scale of the drawing ends; intervals of few leads may reach beyond it. */
  readonly end: number;
}

/** What a trend is made with. */
export interface TrendContext {
  readonly grain: CalendarGrain;
  readonly label: string;
  readonly target: number | null;
  readonly asOf: string;
  readonly timeZone: string;
  readonly locale: string;
  readonly format: Format;
}

/** Fewer leads than this tell nothing that a title should claim. */
const fewestLeads = 30;

/** Makes of the rows of one metric, one for each period, what is drawn. Rows without a period are left out. */
export function trendData(rows: readonly ReportRow[], context: TrendContext): Trend {
  const { grain, asOf, timeZone, locale, target } = context;
  const points = rows
    .flatMap((row): TrendPoint[] => {
      const key = row.dimensions[grain] ?? null;
      if (key === null) return [];
      const period = { key, grain };
      return [
        {
          key,
          row,
          label: periodLabel(period, { locale }),
          short: periodLabel(period, { locale, short: true }),
          year: periodYear(period),
          isYoung: row.mature === false || isRunning(period, asOf, timeZone),
          isFew: (row.denominator ?? fewestLeads) < fewestLeads,
        },
      ];
    })
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  const kind = rows.some(({ unit }) => unit === 'ratio' || unit === 'days') ? 'points' : 'bars';
  const isRate = rows.some(({ unit }) => unit === 'ratio');
  const judged = points.filter(({ isFew }) => !isFew).map(({ row }) => row);
  const end = scaleEnd([
    ...points.map(({ row }) => row.value),
    ...judged.flatMap(({ high, projected }) => [high, projected]),
    target,
  ]);
  return { kind, points, target, end, title: isRate ? rateFinding(points, context) : amountFinding(points, context) };
}

/** The last period that is over, beside the highest one. */
function amountFinding(points: readonly TrendPoint[], { label, format }: TrendContext): string {
  const complete = points.filter(({ row, isYoung }) => row.value !== null && !isYoung);
  const last = complete.at(-1);
  if (last === undefined) return `${label}: no ${points.length === 0 ? 'period' : 'complete period'} to judge yet`;
  const most = complete.reduce((found, point) => ((point.row.value ?? 0) > (found.row.value ?? 0) ? point : found));
  const now = `${label}: ${format.text(last.row)} in ${last.label}`;
  if (complete.length < 2) return now;
  if (most === last) return `${now}, the highest of ${complete.length}`;
  return `${now}; the highest was ${format.text(most.row)} in ${most.label}`;
}

/** The last mature cohort, beside all mature ones before it taken together. */
function rateFinding(points: readonly TrendPoint[], { label, grain, format }: TrendContext): string {
  const mature = points.filter(({ isYoung, isFew }) => !isYoung && !isFew);
  const last = mature.at(-1);
  if (last === undefined) return `${label}: no ${grain} is mature enough to judge yet`;
  const now = `${label}: ${format.text(last.row)} for ${last.label}`;
  const before = mature.slice(0, -1).map(({ row }) => row);
  const trials = sum(before.map((row) => row.denominator));
  if (trials === 0) return now;
  const earlier = sum(before.map((row) => row.numerator)) / trials;
  const verdict =
    last.row.low !== null && earlier < last.row.low
      ? 'above'
      : last.row.high !== null && earlier > last.row.high
        ? 'below'
        : 'in line with';
  const span = before.length === 1 ? `the ${grain} before` : `the ${before.length} ${grain}s before`;
  return sentenceStart(`${now}, ${verdict} ${span} (${format.percent(earlier)})`);
}

function sum(values: readonly (number | null)[]): number {
  return values.reduce<number>((total, value) => total + (value ?? 0), 0);
}
