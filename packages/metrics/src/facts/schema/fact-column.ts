/**
 * What a column of facts holds.
 * - `time`: an instant, UTC milliseconds; none where it has not happened
 * - `term`: a text out of few, kept as a number of a dictionary; none where it is missing
 * - `subject`: a typed id such as `lead/42`, kept as a number of a dictionary
 * - `integer`: a whole number within ±2^53, such as minor units, seconds or a count; none where it is not known
 * - `day`: a local day in the agreement's zone, counted from 1970-01-01; none where there is none
 */
export type FactKind = 'time' | 'term' | 'subject' | 'integer' | 'day';

/** The columns of one grain, by name. */
export type FactColumns = Readonly<Record<string, FactKind>>;

/** The value of a column in one row, as a fold says it. */
export type FactValue = string | number | null;

/** One row of facts, as a fold says it: every column of its grain. */
export type FactRow<C extends FactColumns> = {
  readonly [K in keyof C]: C[K] extends 'term' | 'subject' ? string | null : number | null;
};

/** Column with the local day of a time: `day_won` beside `at_won`. Engines make it, folds do not. */
export function dayColumn(time: string): string {
  return `day_${time.slice('at_'.length)}`;
}
