import type { ReportRow } from './report-row.ts';

/** What a metric means, so that every number can open its definition. */
export interface MetricDefinition {
  readonly id: string;
  readonly title: string;
  /** One sentence. */
  readonly description: string;
  readonly unit: ReportRow['unit'];
  /** The event that places its leads in time, unless the report says otherwise. */
  readonly anchor: string;
  /** Which way is better; `null` where neither is. */
  readonly direction: 'up' | 'down' | null;
  /** The team that answers for it; `null` for both. */
  readonly owner: string | null;
  /** Address of the clause of the agreement that defines it. */
  readonly clause: string | null;
}

/** What a dimension means. */
export interface DimensionDefinition {
  readonly id: string;
  readonly title: string;
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
