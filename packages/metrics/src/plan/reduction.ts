import { stages } from '@sameteam/model';
import type { ColumnOf, FactGrain, FactRowOf } from '../facts/schema/fact-schema.ts';
import type { CalendarRules } from './calendar.ts';
import type { LeadPosition } from './lead-cursor.ts';
import type { Grain } from './plan.ts';
import type { RowTest, RowValue } from './row-test.ts';

/** The events that count: those that had happened, and those that had been recorded. */
export interface LogBounds {
  readonly asOfMs: number;
  readonly knownAtMs: number | null;
  /** Version of the agreement that judges everything; `null` for the one that bound when it happened. */
  readonly version: number | null;
}

/** Keeps rows whose column has one of the values, or none of them. */
export interface ColumnFilter {
  readonly column: string;
  readonly values: readonly (string | null)[];
  readonly negate: boolean;
}

/** Which rows of facts are seen. */
export interface FactScope {
  readonly grain: FactGrain;
  /** A time column. Rows without it are not seen; its local day is what periods and calendars cut. */
  readonly anchor: string;
  readonly firstDay: number | null;
  readonly lastDay: number | null;
  readonly filters: readonly ColumnFilter[];
  /** Rows that are not even looked at: neither counted nor excluded. */
  readonly where: RowTest;
}

/** Rows in groups. */
export interface GroupedScope extends FactScope {
  /** Columns of terms or subjects that groups are made by. */
  readonly dimensions: readonly string[];
  readonly calendar: { readonly grain: Grain; readonly rules: CalendarRules } | null;
}

/** What is computed of the rows of a group that no exclusion takes out. */
export type FactAggregate =
  | { readonly kind: 'count'; readonly where: RowTest }
  /** Number of different values that a term or subject has, the missing one aside. */
  | { readonly kind: 'distinct'; readonly column: string; readonly where: RowTest }
  /** Exact sum; 0 for no rows. Beyond ±2^53 it is an error. */
  | { readonly kind: 'sum'; readonly value: RowValue; readonly where: RowTest }
  /** Latest time; `null` for no rows. */
  | { readonly kind: 'latest'; readonly column: string; readonly where: RowTest }
  /** Type-7 quantile; `null` for no rows that have the value. */
  | { readonly kind: 'quantile'; readonly value: RowValue; readonly p: number; readonly where: RowTest };

/** What an engine reduces: plain data without a name that it would have to look up. */
export interface Reduction extends GroupedScope {
  readonly aggregates: readonly FactAggregate[];
}

/** Address of a group. */
export interface GroupAddress {
  readonly dimensions: readonly (string | null)[];
  /** First local day of the bucket; `null` without a calendar. */
  readonly bucket: number | null;
}

/** One group. */
export interface ReducedGroup extends GroupAddress {
  /** Rows that exclusions of the agreement took out. */
  readonly excluded: number;
  /** One value for each aggregate. */
  readonly values: readonly (number | null)[];
}

/** Sums of money. */
export interface AmountQuery extends GroupedScope {
  /** Money column, or its product with another. */
  readonly value: RowValue;
  readonly currency: string;
  /** Time column whose local day says the rate of a foreign currency. */
  readonly rateAt: string;
  readonly amounts: RowTest;
  /** Amounts in it are not split by day. */
  readonly home: string;
}

/** Amounts of a group by currency; of a foreign currency by the local day, since rates have dates. */
export interface AmountGroup extends GroupAddress {
  readonly currency: string | null;
  readonly day: number | null;
  readonly amount: number;
}

/** How long rows waited. */
export interface WaitingQuery extends GroupedScope {
  readonly from: string;
  readonly to: string;
  /** Column that says by which of several ends a row ended at `to`; `null` where there is one end only. */
  readonly end: string | null;
  readonly waiting: RowTest;
}

/** Days of 24 hours until the end, a started one counted whole; full days until as-of for rows without one. */
export interface WaitingGroup extends GroupAddress {
  readonly ended: boolean;
  /** Value of `end`; `null` where none is asked for, or the row has not ended. */
  readonly end: string | null;
  readonly days: number;
  readonly rows: number;
}

/** How many rows have which value. */
export interface HistogramQuery extends GroupedScope {
  readonly value: RowValue;
  readonly rows: RowTest;
  /** Most entries that are wanted; more are an error `too-many-cells`. */
  readonly limit: number;
}

/** Rows of a group that have one value. */
export interface HistogramGroup extends GroupAddress {
  readonly value: number;
  readonly rows: number;
}

/** The leads, or other subjects, behind a number. */
export interface SubjectQuery extends GroupedScope {
  /** The group that is looked into; `null` for all of them. */
  readonly address: GroupAddress | null;
  readonly rows: RowTest;
  /** The rows that exclusions took out, instead of those that count. */
  readonly excludedByAgreement: boolean;
  /** Column of subjects that is wanted, such as `lead`. */
  readonly column: string;
}

/** Columns of a lead that the way down shows. */
export const leadFactColumns = [
  'lead',
  ...stages.map((stage) => `at_${stage}` as const),
  'implied',
  'impossible',
  'segment',
  'channel',
  'medium',
  'campaign',
  'landing_page',
  'motion',
  'owner_at_now',
  'team_at_now',
  'readiness_at_now',
  'grade_at_now',
  'state',
] as const satisfies readonly ColumnOf<'leads'>[];

/** A lead as the way down shows it. */
export type LeadFactRow = Pick<FactRowOf<'leads'>, (typeof leadFactColumns)[number]>;

/** What an engine does with facts; everything else is the same code for all. */
export interface FactReducer {
  /**
   * Whether it wants to be asked for all that a report needs at once, since it answers it in few passes. Others are
   * asked for one thing after another.
   */
  readonly takesManyAtOnce?: boolean;
  reduce(query: Reduction, bounds: LogBounds): Promise<readonly ReducedGroup[]>;
  amounts(query: AmountQuery, bounds: LogBounds): Promise<readonly AmountGroup[]>;
  waiting(query: WaitingQuery, bounds: LogBounds): Promise<readonly WaitingGroup[]>;
  histogram(query: HistogramQuery, bounds: LogBounds): Promise<readonly HistogramGroup[]>;
  /** Distinct subjects in UTF-8 order, those after `after`, at most `limit`; and how many there are in all. */
  subjects(
    query: readonly SubjectQuery[],
    bounds: LogBounds,
    page: { readonly after: string | null; readonly limit: number },
  ): Promise<{ readonly subjects: readonly string[]; readonly total: number }>;
  /**
   * The leads behind queries whose column is `lead`, each once, or all of them (`null`): by their capture, those never
   * captured last, then by subject; those after a position, at most `limit`; and how many there are in all.
   */
  leads(
    query: readonly SubjectQuery[] | null,
    bounds: LogBounds,
    page: { readonly after: LeadPosition | null; readonly limit: number },
  ): Promise<{ readonly leads: readonly LeadFactRow[]; readonly total: number }>;
  /** Distinct values of a term or subject among rows that count, with how many rows have each, most first, then in UTF-8 order. */
  values(
    grain: FactGrain,
    column: string,
    bounds: LogBounds,
    limit: number,
  ): Promise<readonly { readonly value: string | null; readonly rows: number }[]>;
  /** Facts of things, by their typed id in UTF-8 order; those after an id, at most `limit`; and how many there are in all. */
  facts<G extends 'leads' | 'opportunities' | 'companies'>(
    grain: G,
    bounds: LogBounds,
    page: { readonly after: string | null; readonly limit: number },
  ): Promise<{ readonly rows: readonly FactRowOf<G>[]; readonly total: number }>;
  /** Events that had happened by as-of and were recorded after it: by how many the numbers of then are restated. */
  recordedLater(bounds: LogBounds): Promise<number>;
}
