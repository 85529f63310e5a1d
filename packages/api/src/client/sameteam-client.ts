import type { AgreementInfo } from '../wire/agreement-info.ts';
import type { Definitions } from '../wire/definitions.ts';
import type { DimensionValues } from '../wire/dimension-values.ts';
import type { Health } from '../wire/health.ts';
import type { LeadHistory } from '../wire/lead-history.ts';
import type { LeadPage } from '../wire/lead-page.ts';
import type { LeadsRequest } from '../wire/leads-request.ts';
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
  /** Everything that happened to one lead. `lead` is as in `LeadRow`: `lead/42`. */
  history(lead: string, options?: CallOptions): Promise<LeadHistory>;
  metrics(options?: CallOptions): Promise<Definitions>;
  /** The values of a dimension, most leads first. `limit` is 1 to 1,000, 100 unless told. */
  values(dimension: string, options?: CallOptions & { readonly limit?: number | undefined }): Promise<DimensionValues>;
  agreement(options?: CallOptions): Promise<AgreementInfo>;
  health(options?: CallOptions): Promise<Health>;
}
