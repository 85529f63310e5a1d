import type { LeadEvent } from '@sameteam/model';
import type { AgreementInfo } from '../wire/agreement-info.ts';
import type { Definitions } from '../wire/definitions.ts';
import type { DimensionValues } from '../wire/dimension-values.ts';
import type { ExplainRequest } from '../wire/explain-request.ts';
import type { MetricExplanation } from '../wire/explanation.ts';
import type { Health } from '../wire/health.ts';
import type { IngestAnswer } from '../wire/ingest-answer.ts';
import type { FlatLead, LeadAnswer } from '../wire/lead-answer.ts';
import type { LeadHistory } from '../wire/lead-history.ts';
import type { LeadPage } from '../wire/lead-page.ts';
import type { LeadsRequest } from '../wire/leads-request.ts';
import type { QualityReport } from '../wire/quality-report.ts';
import type { Report } from '../wire/report.ts';
import type { ReportRequest } from '../wire/report-request.ts';

/** Options of every call. */
export interface CallOptions {
  /** Ends the call early: its promise rejects with the signal's reason, unchanged. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * All that can be asked of Sameteam. `createClient` answers over HTTP; an engine in the page answers through the
 * service's `clientOf`. Every method rejects with a `SameteamClientError`, or with the reason of its signal.
 */
export interface SameteamClient {
  report(request: ReportRequest, options?: CallOptions): Promise<Report>;
  /** The leads behind one number of a report. */
  leads(request: LeadsRequest, options?: CallOptions): Promise<LeadPage>;
  /** What a metric means, and one number of a report where it is asked for: by which clause, of what, and how sure. */
  explain(request: ExplainRequest, options?: CallOptions): Promise<MetricExplanation>;
  /** Everything that happened to one lead. `lead` is as in `LeadRow`: `lead/42`. */
  history(lead: string, options?: CallOptions): Promise<LeadHistory>;
  metrics(options?: CallOptions): Promise<Definitions>;
  /** The values of a dimension, most leads first. `limit` is 1 to 1,000, 100 unless told. */
  values(dimension: string, options?: CallOptions & { readonly limit?: number | undefined }): Promise<DimensionValues>;
  agreement(options?: CallOptions): Promise<AgreementInfo>;
  health(options?: CallOptions): Promise<Health>;
}

/** What can be told Sameteam, where it takes leads. Rejects as `SameteamClient` does; `ingest-closed` where it takes none. */
export interface IngestClient {
  /** Sends events. That some or all of them were not taken is an answer, not an error. */
  ingest(events: readonly LeadEvent[], options?: CallOptions): Promise<IngestAnswer>;
  /** Sends one flat lead. That it was refused is an answer, not an error. */
  addLead(lead: FlatLead, options?: CallOptions): Promise<LeadAnswer>;
  /** How good what arrived is, by source. */
  quality(options?: CallOptions): Promise<QualityReport>;
}
