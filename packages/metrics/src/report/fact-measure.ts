import type { StageId } from '@sameteam/model';
import type { FactGrain } from '../facts/schema/fact-schema.ts';
import type { RowTest, RowValue } from '../plan/row-test.ts';

/** Which rows a measure sees, and how they are placed. */
interface OnFacts {
  readonly grain: FactGrain;
  /** Events that its rows can be anchored at, by the name of their time column without `at_`. */
  readonly anchors: readonly string[];
  /** `now` for what is true at as-of, whose dimensions are read there; `anchor` otherwise (rule 17). */
  readonly readAt: 'anchor' | 'now';
  /** The only rows that it looks at, be it to count them or to leave them out; every row where absent. */
  readonly only?: RowTest;
  /** Rows that would be counted, and are not, for what is said of them: an impossible order, no amount. */
  readonly excluded: RowTest;
  /** Rows that are counted by a stage that was skipped and is implied. */
  readonly implied: RowTest;
}

/** When a cohort has had all the time that it needs. */
export type Maturity =
  /** The window of a conversion, in the agreement, after a time of each row. */
  | { readonly kind: 'conversion'; readonly at: string; readonly from: StageId; readonly to: StageId }
  | { readonly kind: 'days'; readonly at: string; readonly days: number }
  /** As soon as no row is open any more. */
  | { readonly kind: 'settled'; readonly open: RowTest };

/** Number of rows, or of different subjects among them. */
export interface CountMeasure extends OnFacts {
  readonly kind: 'rows';
  readonly counted: RowTest;
  /** Column whose different values are counted, such as `lead` (rule 1); `null` for the rows themselves. */
  readonly distinct: string | null;
}

/** Share of a cohort: `numerator` is a part of `denominator` (rule 2). */
export interface RateMeasure extends OnFacts {
  readonly kind: 'rate';
  readonly numerator: RowTest;
  readonly denominator: RowTest;
  readonly matures: Maturity | null;
  /** How a young cohort is projected: the time that its rows wait from, and the one that they wait for. */
  readonly waiting: { readonly from: string; readonly to: string; readonly countsLater: boolean } | null;
}

/** A quantile, or the mean, of whole seconds. */
export interface DurationMeasure extends OnFacts {
  readonly kind: 'seconds';
  readonly value: RowValue;
  /** Seconds of the unit that it is given in: 86,400 for days of 24 hours, 3,600 for hours. */
  readonly unitSeconds: number;
  readonly counted: RowTest;
  /** In [0, 1]; `mean` for the mean. */
  readonly p: number | 'mean';
  readonly matures: Maturity | null;
}

/** A quantile or mean of plain numbers, such as points or attempts. */
export interface NumberMeasure extends OnFacts {
  readonly kind: 'number';
  readonly value: RowValue;
  readonly counted: RowTest;
  readonly p: number | 'mean' | 'sum';
}

/** Money in the agreement's currency: the sum, or the mean of a row. */
export interface MoneyMeasure extends OnFacts {
  readonly kind: 'money';
  readonly value: RowValue;
  /** What the value is divided by once it is summed: 1000 for an amount times thousandths. */
  readonly scale: number;
  readonly currency: string;
  /** Time column whose local day says the rate of a foreign currency. */
  readonly rateAt: string;
  readonly counted: RowTest;
  readonly per: 'total' | 'row';
}

/** What stood at the end of a period: spans that had begun and not been left. */
export interface LevelMeasure extends OnFacts {
  readonly kind: 'level';
  readonly began: string;
  /** `null` for what is never left. */
  readonly left: string | null;
  readonly counted: RowTest;
  /** `null` to count the spans. */
  readonly money: { readonly value: RowValue; readonly scale: number; readonly currency: string } | null;
  /** At the first moment of the period, or after its last. */
  readonly moment: 'opening' | 'closing';
}

/** One metric over another, in the same groups. Not a share: the two count different sets. */
export interface QuotientMeasure {
  readonly kind: 'quotient';
  /** Ids of the two metrics. */
  readonly over: string;
  readonly under: string;
  /** How many times the quotient is given: 1 as it is. */
  readonly times: number;
}

/** Metrics that are multiplied and divided, in the same groups: a figure of its own, such as sales velocity. */
export interface ProductMeasure {
  readonly kind: 'product_of';
  readonly parts: readonly {
    readonly metric: string;
    readonly power: 1 | -1;
    /** Whether a group without a figure of its own takes the one of all groups and all time, see `orOverall`. */
    readonly orOverall?: true;
  }[];
}

/** Parts that are added and taken away, in the same groups. */
export interface SumMeasure {
  readonly kind: 'sum_of';
  readonly parts: readonly { readonly metric: string; readonly times: 1 | -1 }[];
}

/** What the agreement wants of a metric in the period: a goal, or the plan. */
export interface TargetMeasure {
  readonly kind: 'target';
  readonly metric: string;
  /** The whole target, or what falls on the part of the period that has passed by as-of. */
  readonly part: 'whole' | 'to_date';
}

/** What a metric measures on the facts, as data. */
export type FactMeasure =
  | CountMeasure
  | RateMeasure
  | DurationMeasure
  | NumberMeasure
  | MoneyMeasure
  | LevelMeasure
  | QuotientMeasure
  | ProductMeasure
  | SumMeasure
  | TargetMeasure;

/** A measure that is made of rows, not of other metrics. */
export type RowMeasure = Extract<FactMeasure, OnFacts>;

/** Whether a measure is made of rows. */
export function isRowMeasure(measure: FactMeasure): measure is RowMeasure {
  return 'grain' in measure;
}
