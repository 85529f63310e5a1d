import type { AgreementReference } from '@sameteam/api';
import type { MetricDefinition, NumberExplanation, ReportRow } from '@sameteam/metrics';

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

/** What a metric means, by an agreement. */
export interface MetricExplanation
  extends Pick<
    MetricDefinition,
    'label' | 'unit' | 'direction' | 'owner' | 'formula' | 'numerator' | 'denominator' | 'anchor'
  > {
  readonly metric: string;
  /** The section of the standard report; `null` for an own metric. */
  readonly section: { readonly id: string; readonly label: string } | null;
  /** Whether it tells of a period, of a moment of it, or of as-of. */
  readonly tells: 'of_period' | 'at_opening' | 'at_closing' | 'at_as_of';
  /** Metrics that it is made of; none for one that is counted itself. */
  readonly parts: readonly MetricPart[];
  /** How long a cohort is given, and the clause that says so; `null` where it does not mature by time. */
  readonly window: { readonly days: number; readonly clause: string | null } | null;
  /** Address of the clause that defines it; `null` where the agreement has none. */
  readonly clause: string | null;
  /** What the agreement says at that address. */
  readonly clauses: readonly ExplainedClause[];
  readonly agreement: AgreementReference;
  /** Dimensions that it can be cut and filtered by, beside calendar grains. */
  readonly dimensions: readonly string[];
  /** All of it, to be read. */
  readonly sentences: readonly string[];
  /** One number of it; `null` where none was asked for. */
  readonly number: ExplainedNumber | null;
}

/** One number, explained. */
export type ExplainedNumber = NumberExplanation & { readonly row: ReportRow };
