export type { AgreementInfo } from '../wire/agreement-info.ts';
export type { CalendarGrain } from '../wire/calendar-grain.ts';
export type { Definitions, DimensionDefinition, MetricDefinition, MetricMeasure } from '../wire/definitions.ts';
export type { DimensionValue, DimensionValues } from '../wire/dimension-values.ts';
export type { ExplainRequest } from '../wire/explain-request.ts';
export type {
  ExplainedClause,
  ExplainedNumber,
  ExplainedPart,
  MetricExplanation,
  MetricPart,
} from '../wire/explanation.ts';
export type { Health } from '../wire/health.ts';
export type { IngestAnswer, ItemIssue, ItemVerdict } from '../wire/ingest-answer.ts';
export type { EarlierLead, FieldIssue, FlatLead, LeadAnswer } from '../wire/lead-answer.ts';
export type { HistoryEvent, LeadHistory } from '../wire/lead-history.ts';
export type { LeadPage } from '../wire/lead-page.ts';
export type { LeadEntry, LeadRow, LeadSource } from '../wire/lead-row.ts';
export type { LeadsRequest, PageRequest, ReportCell } from '../wire/leads-request.ts';
export type { Problem, ProblemCode, ProblemIssue } from '../wire/problem.ts';
export type {
  ArrivalAge,
  ContactQuality,
  FieldCompleteness,
  QualityReport,
  SourceQuality,
} from '../wire/quality-report.ts';
export type { AgreementReference, Report } from '../wire/report.ts';
export type { ReportFilter } from '../wire/report-filter.ts';
export type { ReportRequest } from '../wire/report-request.ts';
export type { ReportRow } from '../wire/report-row.ts';
export type { ClientErrorCode } from './client-error.ts';
export { SameteamClientError } from './client-error.ts';
export type { ClientOptions } from './create-client.ts';
export { createClient } from './create-client.ts';
export type { CallOptions, IngestClient, SameteamClient } from './sameteam-client.ts';
