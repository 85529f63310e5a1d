export type {
  AgreementInfo,
  AgreementReference,
  ArrivalAge,
  CalendarGrain,
  ContactQuality,
  Definitions,
  DimensionDefinition,
  DimensionValue,
  DimensionValues,
  EarlierLead,
  ExplainedClause,
  ExplainedNumber,
  ExplainedPart,
  ExplainRequest,
  FieldCompleteness,
  FieldIssue,
  FlatLead,
  Health,
  HistoryEvent,
  IngestAnswer,
  ItemIssue,
  ItemVerdict,
  LeadAnswer,
  LeadEntry,
  LeadHistory,
  LeadPage,
  LeadRow,
  LeadSource,
  LeadsRequest,
  MetricDefinition,
  MetricExplanation,
  MetricMeasure,
  MetricPart,
  PageRequest,
  Problem,
  ProblemCode,
  ProblemIssue,
  QualityReport,
  Report,
  ReportCell,
  ReportFilter,
  ReportRequest,
  ReportRow,
  SourceQuality,
} from './client/index.ts';
export type { Json, OpenApiDocument } from './openapi/open-api-document.ts';
export { openApiDocument } from './openapi/open-api-document.ts';
export type { Route, RouteId } from './openapi/routes.ts';
export { routes } from './openapi/routes.ts';
export type { ProblemErrorOptions } from './problems/problem-error.ts';
export { ProblemError } from './problems/problem-error.ts';
export type { ProblemParams } from './problems/problems.ts';
export { problems } from './problems/problems.ts';
export { agreementInfoSchema } from './schemas/agreement-info.ts';
export { calendarDaySchema } from './schemas/calendar-day.ts';
export { definitionsSchema, dimensionDefinitionSchema, metricDefinitionSchema } from './schemas/definitions.ts';
export { dimensionValuesSchema, valuesRequestSchema } from './schemas/dimension-values.ts';
export { explainRequestSchema, reportScopeSchema } from './schemas/explain-request.ts';
export {
  explainedClauseSchema,
  explainedNumberSchema,
  explainedPartSchema,
  metricExplanationSchema,
  metricPartSchema,
} from './schemas/explanation.ts';
export { flatLeadSchema } from './schemas/flat-lead.ts';
export { healthSchema } from './schemas/health.ts';
export { ingestAnswerSchema, itemIssueSchema, itemVerdictSchema } from './schemas/ingest-answer.ts';
export { instantSchema } from './schemas/instant.ts';
export { earlierLeadSchema, fieldIssueSchema, leadAnswerSchema } from './schemas/lead-answer.ts';
export { historyEventSchema, historyRequestSchema, leadHistorySchema } from './schemas/lead-history.ts';
export { leadPageSchema } from './schemas/lead-page.ts';
export { leadRowSchema } from './schemas/lead-row.ts';
export { leadsRequestSchema, pageRequestSchema, reportCellSchema } from './schemas/leads-request.ts';
export { problemIssueSchema, problemSchema } from './schemas/problem.ts';
export {
  arrivalAgeSchema,
  contactQualitySchema,
  fieldCompletenessSchema,
  qualityReportSchema,
  sourceQualitySchema,
} from './schemas/quality-report.ts';
export { readRequest } from './schemas/read-request.ts';
export { agreementReferenceSchema, reportSchema } from './schemas/report.ts';
export { reportFilterSchema } from './schemas/report-filter.ts';
export { reportRequestSchema } from './schemas/report-request.ts';
export { reportRowSchema } from './schemas/report-row.ts';
export { requestLimits } from './schemas/request-limits.ts';
