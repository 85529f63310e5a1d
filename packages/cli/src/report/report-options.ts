import type { ReportRequest } from '@sameteam/api/client';

/** Which leads are asked for: of which part of a number, or how many. */
export type LeadsWanted = 'numerator' | 'denominator' | 'excluded' | number;

/** Options of `sameteam report`, as the command line gives them. */
export interface ReportOptions {
  readonly db?: string;
  readonly metric?: readonly string[];
  readonly section?: readonly string[];
  readonly by?: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly grain?: NonNullable<ReportRequest['grain']>;
  readonly asOf?: string;
  readonly knownAt?: string;
  readonly anchor?: string;
  readonly where?: readonly string[];
  readonly top?: number;
  /** Most rows. */
  readonly cells?: number;
  readonly agreement?: string;
  /** Version of the agreement that judges everything. */
  readonly agreementVersion?: number;
  readonly engine: 'duckdb' | 'memory';
  readonly explain?: string;
  /** Models; `true` for all of them. */
  readonly attribution?: true | readonly string[];
  /** Metrics whose curve, or cohort table, is asked for. */
  readonly curve?: string;
  readonly cohorts?: string;
  /** A rate of which it is asked whether it has changed. */
  readonly change?: string;
  /** Whether it is asked what was promised in numbers. */
  readonly promises?: boolean;
  /** Days of a curve. */
  readonly days?: number;
  /** What is credited: `won` or `opportunity`. */
  readonly conversion?: string;
  readonly leads?: LeadsWanted;
  readonly limit?: number;
  readonly after?: string;
  readonly json?: boolean;
  readonly csv?: boolean;
  readonly md?: boolean;
}

/** How a report is printed; `table` is for a person at a terminal. */
export type ReportFormat = 'table' | 'json' | 'csv' | 'md';
