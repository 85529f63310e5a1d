import type { MetricDefinition } from './definitions.ts';
import type { AgreementReference } from './report.ts';
import type { ReportFilter } from './report-filter.ts';
import type { ReportRow } from './report-row.ts';

/** One of the metrics that another one is made of. */
export interface MetricPart {
  readonly metric: string;
  readonly label: string;
  /** What is done with it. */
  readonly role: 'over' | 'under' | 'plus' | 'minus' | 'times' | 'divided_by' | 'target_of';
}

/** A clause of the agreement, in plain sentences. */
export interface ExplainedClause {
  readonly address: string;
  readonly words: string;
}

/** What is counted above or below the line. */
export interface ExplainedPart {
  readonly value: number | null;
  /** In words; `null` where there is no such part. */
  readonly means: string | null;
}

/** One number, explained. */
export interface ExplainedNumber {
  readonly row: ReportRow;
  readonly metric: string;
  readonly label: string;
  readonly formula: string;
  readonly owner: MetricDefinition['owner'];
  readonly direction: MetricDefinition['direction'];
  /** The clause that it is judged by; `null` where the agreement says nothing of it. */
  readonly clause: ExplainedClause | null;
  readonly agreement: { readonly name: string; readonly version: number };
  /**
   * The clause in the versions that judged one after another in the period, by first and last day, where they say different
   * things of it; empty where one text judged all of it.
   */
  readonly versions: readonly {
    readonly version: number;
    readonly from: string;
    readonly to: string;
    readonly words: string;
  }[];
  readonly filters: readonly ReportFilter[];
  readonly period: { readonly from: string | null; readonly to: string | null; readonly anchor: string };
  /** Instants, ISO 8601. */
  readonly asOf: string;
  readonly knownAt: string | null;
  readonly numerator: ExplainedPart;
  readonly denominator: ExplainedPart;
  readonly excluded: number;
  readonly implied: number;
  readonly restated: number;
  /** Whether the cohort has had all its time, and why (not). */
  readonly mature: { readonly is: boolean | null; readonly why: string | null };
  /** Whether all of it is judged by a version that bound then; `null` where nothing is counted. */
  readonly binding: boolean | null;
  /** All of it, to be read. */
  readonly sentences: readonly string[];
}

/** What a metric means, by an agreement. */
export interface MetricExplanation extends Omit<MetricDefinition, 'id' | 'measure'> {
  readonly metric: string;
  /** The section of the standard report; `null` for an own metric. */
  readonly section: { readonly id: string; readonly label: string } | null;
  /** Whether it tells of a period, of a moment of it, or of as-of. */
  readonly tells: 'of_period' | 'at_opening' | 'at_closing' | 'at_as_of';
  /** Metrics that it is made of; none for one that is counted itself. */
  readonly parts: readonly MetricPart[];
  /** How long a cohort is given, and the clause that says so; `null` where it does not mature by time. */
  readonly window: { readonly days: number; readonly clause: string | null } | null;
  /** What the agreement says at its address. */
  readonly clauses: readonly ExplainedClause[];
  readonly agreement: AgreementReference;
  /** Dimensions that it can be cut and filtered by, beside calendar grains. */
  readonly dimensions: readonly string[];
  /** All of it, to be read. */
  readonly sentences: readonly string[];
  /** One number of it; `null` where none was asked for. */
  readonly number: ExplainedNumber | null;
}
