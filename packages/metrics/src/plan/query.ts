import type { StageId } from '@sameteam/model';
import type { Aggregate, Predicate } from './aggregate.ts';
import type { CalendarRules } from './calendar.ts';
import type { FactColumn } from './dimensions.ts';
import type { Grain } from './plan.ts';

/** Which rows of facts a query sees. */
export interface Scope {
  readonly grain: 'leads' | 'opportunities';
  /** Rows that have not reached the anchor are not seen; its local day is what periods and grains cut. */
  readonly anchor: StageId;
  readonly firstDay: number | null;
  readonly lastDay: number | null;
  readonly filters: readonly {
    readonly column: FactColumn;
    readonly values: readonly (string | null)[];
    readonly negate: boolean;
  }[];
}

/** What an engine reduces: plain data without a name that it would have to look up. */
export interface ReduceQuery extends Scope {
  readonly dimensions: readonly FactColumn[];
  readonly calendar: { readonly grain: Grain; readonly rules: CalendarRules } | null;
  readonly aggregates: readonly Aggregate[];
}

/** One group of a reduced query. */
export interface ReducedRow {
  readonly dimensions: readonly (string | null)[];
  /** First local day of the bucket; `null` without a calendar. */
  readonly bucket: number | null;
  /** Rows that the agreement's exclusions took out. */
  readonly excluded: number;
  /** One value for each aggregate of the query. */
  readonly values: readonly (number | null)[];
}

/** Amounts of a group by currency; of a foreign currency by the local day of the anchor, since rates have dates. */
export interface AmountRow {
  readonly dimensions: readonly (string | null)[];
  readonly bucket: number | null;
  readonly currency: string;
  readonly day: number | null;
  readonly amountMinor: number;
}

/** Days of 24 hours until conversion, a started one counted whole; full days until as-of for rows that are still open. */
export interface WaitingRow {
  readonly dimensions: readonly (string | null)[];
  readonly bucket: number | null;
  readonly converted: boolean;
  readonly days: number;
  readonly rows: number;
}

/** The events that count: those that had happened, and those that had been recorded. */
export interface LogBounds {
  readonly asOfMs: number;
  readonly knownAtMs: number | null;
}

/** What is asked behind a cell. */
export interface LeadQuery extends Scope {
  readonly dimensions: readonly FactColumn[];
  readonly calendar: ReduceQuery['calendar'];
  /** Values of the dimensions, in their order, and the bucket. */
  readonly values: readonly (string | null)[];
  readonly bucket: number | null;
  readonly where: Predicate;
  /** Whether the rows taken out by exclusions are asked for, instead of those that are not. */
  readonly excludedByAgreement: boolean;
}

/** Two stages, and the rows that count as waiting for the second from the first on. */
export interface Conversion {
  readonly from: StageId;
  readonly to: StageId;
  readonly where: Predicate;
}

/** What an engine does with facts; everything else is the same code for all. */
export interface Reducer {
  reduce(query: ReduceQuery, bounds: LogBounds): Promise<readonly ReducedRow[]>;
  amounts(query: ReduceQuery, home: string, bounds: LogBounds): Promise<readonly AmountRow[]>;
  waiting(query: ReduceQuery, conversion: Conversion, bounds: LogBounds): Promise<readonly WaitingRow[]>;
}
