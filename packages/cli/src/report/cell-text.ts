import type { ReportRow } from '@sameteam/api/client';
import { figureInWords, figureText } from '@sameteam/metrics';
import type { DrawnInterval } from './interval-bar.ts';

/** A number as people read it, and what stands beside it. */
export interface CellText {
  /** `8,000`, `10.5 %`, `14.7 days`, `€1,200`; `–` where nothing was divided by nothing. */
  readonly main: string;
  /** The interval, `(9.9 to 11.2)`; of a young cohort what is expected of it, too; empty where there is neither. */
  readonly note: string;
  /** The note where there is less room: the expected value without its own interval. */
  readonly shortNote: string;
  /** The same to be drawn. */
  readonly interval: DrawnInterval | null;
}

/** Stands for a value that does not exist. */
export const nothing = '–';

/** Marks a rate whose cohort has not had its window in full. */
export const youngMark = '*';

/** Marks a number that needs what nobody ever recorded. */
export const unrecordedMark = '?';

/** `8,000` */
export function countText(count: number): string {
  return figureText('number', count, null).replace(/\.0$/, '');
}

/**
 * The value of a row with its unit, marked when it needs what was never recorded or its cohort is young, and its interval. Of a young cohort it is told as
 * well what it is expected to come to.
 * @example cellText(row) // { main: '10.5 %', note: '(9.9 to 11.2)', interval: { low: 0.0987, … } }
 */
export function cellText(row: ReportRow | undefined): CellText {
  if (!row || row.value === null) return { main: nothing, note: '', shortNote: '', interval: null };
  const isYoung = row.mature === false;
  const mark = row.unrecorded.length > 0 ? unrecordedMark : isYoung ? youngMark : '';
  const main = `${figureText(row.unit, row.value, row.currency)}${mark}`;
  if (isYoung && row.projected !== null) return { main, ...expected(row, row.projected) };
  const { low, high, value } = row;
  if (low === null || high === null) return { main, note: '', shortNote: '', interval: null };
  const note = `(${bounds(row, low, high)})`;
  return { main, note, shortNote: note, interval: { low, value, high, isExpected: false } };
}

/**
 * `(4.1 to 6.1 so far, expected 12.1: 10.9 to 13.4)`: the first interval is chance in what has been counted, the second
 * is where this very cohort will end. Neither may stand for the other, so that the drawn one holds both.
 */
function expected(row: ReportRow, value: number): Omit<CellText, 'main'> {
  const { low, high, projectedLow, projectedHigh } = row;
  const text = figureText(row.unit, value, row.currency);
  const chance = low === null || high === null ? '' : bounds(row, low, high);
  const shortNote = chance === '' ? `(expected ${text})` : `(${chance}; expected ${text})`;
  if (projectedLow === null || projectedHigh === null) return { note: shortNote, shortNote, interval: null };
  const end = `expected ${text}, ${bounds(row, projectedLow, projectedHigh)}`;
  const note = chance === '' ? `(${end})` : `(${chance} so far; ${end})`;
  const lowest = Math.min(low ?? projectedLow, projectedLow);
  const highest = Math.max(high ?? projectedHigh, projectedHigh);
  return { note, shortNote, interval: { low: lowest, value, high: highest, isExpected: true } };
}

/** `10.9 to 13.4`, without their unit: it stands beside them. */
function bounds({ unit, currency }: ReportRow, low: number, high: number): string {
  return `${figureInWords(unit, low, currency).number} to ${figureInWords(unit, high, currency).number}`;
}
