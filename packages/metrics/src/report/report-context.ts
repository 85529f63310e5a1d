import type { Agreement, AgreementHistory } from '@sameteam/agreement';
import type { Plan } from '../plan/plan.ts';
import type { FactReducer, LogBounds } from '../plan/reduction.ts';

/** What the rows of a report are made with. */
export interface ReportContext {
  readonly reducer: FactReducer;
  readonly plan: Plan;
  readonly bounds: LogBounds;
  /** The agreement whose windows, clauses and rates hold for the report. */
  readonly agreement: Agreement;
  /** Which version bound when; `null` where nobody has looked at signatures. */
  readonly history: AgreementHistory | null;
  /** Events that had happened by as-of and were recorded after it. */
  readonly restated: number;
  /** Local day of an instant in its zone. */
  readonly dayOf: (timeMs: number) => number;
}
