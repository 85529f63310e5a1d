export type {
  ExplainedClause,
  ExplainedNumber,
  ExplainRequest,
  MetricExplanation,
  MetricPart,
  OpenApiDocument,
  Problem,
  ProblemCode,
  ProblemParams,
  Route,
  RouteId,
} from '@sameteam/api';
export { openApiDocument, ProblemError, requestLimits, routes } from '@sameteam/api';
export { type AgreementStanding, stateAt } from './agreement-standing.ts';
export { clientOf } from './client-of.ts';
export { decodeEvents, type SentItem, sentItems } from './cloud-events/decode-events.ts';
export type { HeaderPairs } from './cloud-events/media-type.ts';
export { decodeLead } from './flat/decode-lead.ts';
export type { Answer } from './handle.ts';
export { handle } from './handle.ts';
export { type BodyAnswers, type BodyRequest, handleBody, type StatedAnswer, takesBody } from './handle-body.ts';
export { addLead } from './handlers/add-lead.ts';
export { agreementDocument } from './handlers/agreement-document.ts';
export { agreementInfo, agreementReference } from './handlers/agreement-info.ts';
export type { ValuesRequest } from './handlers/dimension-values.ts';
export { dimensionValues } from './handlers/dimension-values.ts';
export { explain } from './handlers/explain.ts';
export { health } from './handlers/health.ts';
export { ingestEvents } from './handlers/ingest-events.ts';
export type { HistoryRequest } from './handlers/lead-history.ts';
export { leadHistory } from './handlers/lead-history.ts';
export { metricDefinitions } from './handlers/metric-definitions.ts';
export { quality } from './handlers/quality.ts';
export { report } from './handlers/report.ts';
export { reportLeads } from './handlers/report-leads.ts';
export type { ArrivedItem } from './ingest/arrived-item.ts';
export { createIngest, type Ingest, type IngestOptions } from './ingest/create-ingest.ts';
export { ingestOf } from './ingest/ingest-of.ts';
export { erasedIssue } from './ingest/item-issues.ts';
export { jsonExcerpt } from './ingest/json-excerpt.ts';
export type { WebCrypto } from './ingest/keyed-digest.ts';
export { createQualityTally, type QualityTally, type QualityTallyOptions } from './quality/quality-tally.ts';
export type { TalliedItem } from './quality/source-tally.ts';
export type { ServiceContext } from './service-context.ts';
