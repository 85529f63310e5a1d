import type { StageId } from '@sameteam/model';
import type { ReportRow } from './report-row.ts';

/** What a metric measures, between which stages. */
export type MetricMeasure =
  /** Leads that reached a stage. */
  | { readonly kind: 'count'; readonly stage: StageId }
  /** Of the leads that reached `from`, the share that reached `to`. */
  | { readonly kind: 'ratio'; readonly from: StageId; readonly to: StageId }
  /** Of the leads that reached `from`, the share that reached `to` within a number of 24-hour days. */
  | { readonly kind: 'within'; readonly from: StageId; readonly to: StageId; readonly limitDays: number }
  /** A quantile, `p` in [0, 1], of the days from `from` to `to`, over the leads that reached both. */
  | { readonly kind: 'duration'; readonly from: StageId; readonly to: StageId; readonly p: number }
  /** Sum of the amounts of opportunities that reached a stage. */
  | { readonly kind: 'sum'; readonly stage: 'opportunity' | 'won' }
  /** One metric over another, by their ids: two different sets, not a share. */
  | { readonly kind: 'quotient'; readonly over: string; readonly under: string }
  /** Not of stages alone: the formula in words says what. */
  | {
      readonly kind: 'rows' | 'rate' | 'seconds' | 'number' | 'money' | 'level' | 'product_of' | 'sum_of' | 'target';
    };

/** What a metric means, so that every number can open its definition. */
export interface MetricDefinition {
  readonly id: string;
  /** As people say it, for a table's heading. */
  readonly label: string;
  readonly unit: ReportRow['unit'];
  /** Which way is better. */
  readonly direction: 'up' | 'down' | 'neutral';
  /** Who answers for it. */
  readonly owner: 'marketing' | 'sales' | 'both';
  /** The event that places its rows in time, unless the report says otherwise. */
  readonly anchor: string;
  readonly measure: MetricMeasure;
  /** The formula in words. */
  readonly formula: string;
  /** Who is counted above the line, in words; `null` where there is no such part. */
  readonly numerator: string | null;
  /** Who is counted below the line, in words; `null` where there is no such part. */
  readonly denominator: string | null;
  /** Address of the clause that defines its numbers; `null` where the agreement has none. */
  readonly clause: string | null;
  /** Address of what says who is counted, where `clause` only says in which unit. */
  readonly counts?: string | undefined;
}

/** What a dimension means. */
export interface DimensionDefinition {
  readonly id: string;
  /** As people say it, for a table's heading. */
  readonly label: string;
  /** One sentence. */
  readonly description: string;
  /** When it is read: at first capture, at the anchor event, at as-of, or from the anchor's date. */
  readonly kind: 'capture' | 'anchor' | 'current' | 'calendar';
}

/** Every metric and dimension that a report can be asked for. */
export interface Definitions {
  readonly metrics: readonly MetricDefinition[];
  readonly dimensions: readonly DimensionDefinition[];
}
