import { z } from 'zod';
import { problems } from '../problems/problems.ts';
import { agreementInfoSchema } from '../schemas/agreement-info.ts';
import { definitionsSchema, dimensionDefinitionSchema, metricDefinitionSchema } from '../schemas/definitions.ts';
import { dimensionValuesSchema } from '../schemas/dimension-values.ts';
import { explainRequestSchema, reportScopeSchema } from '../schemas/explain-request.ts';
import {
  explainedClauseSchema,
  explainedNumberSchema,
  explainedPartSchema,
  metricExplanationSchema,
  metricPartSchema,
} from '../schemas/explanation.ts';
import { flatLeadSchema } from '../schemas/flat-lead.ts';
import { healthSchema } from '../schemas/health.ts';
import { ingestAnswerSchema, itemIssueSchema, itemVerdictSchema } from '../schemas/ingest-answer.ts';
import { earlierLeadSchema, fieldIssueSchema, leadAnswerSchema } from '../schemas/lead-answer.ts';
import { eventDataSchema, leadEventSchema, leadEventsSchema } from '../schemas/lead-event.ts';
import { historyEventSchema, leadHistorySchema } from '../schemas/lead-history.ts';
import { leadPageSchema } from '../schemas/lead-page.ts';
import { leadRowSchema } from '../schemas/lead-row.ts';
import { leadsRequestSchema, pageRequestSchema, reportCellSchema } from '../schemas/leads-request.ts';
import { problemIssueSchema, problemSchema } from '../schemas/problem.ts';
import {
  arrivalAgeSchema,
  contactQualitySchema,
  fieldCompletenessSchema,
  qualityReportSchema,
  sourceQualitySchema,
} from '../schemas/quality-report.ts';
import { agreementReferenceSchema, reportSchema } from '../schemas/report.ts';
import { reportFilterSchema } from '../schemas/report-filter.ts';
import { reportRequestSchema } from '../schemas/report-request.ts';
import { reportRowSchema } from '../schemas/report-row.ts';
import type { ProblemCode } from '../wire/problem.ts';
import { type Route, routes } from './routes.ts';

/** A value that JSON has a form for. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** An OpenAPI 3.1 document, as far as its reader needs its shape. */
export interface OpenApiDocument {
  readonly openapi: '3.1.1';
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Json>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Json>>;
    readonly securitySchemes: Readonly<Record<string, Json>>;
  };
}

/** What gets a name of its own in the document. */
const named: Readonly<Record<string, z.ZodType>> = {
  ReportRequest: reportRequestSchema,
  ReportFilter: reportFilterSchema,
  ReportRow: reportRowSchema,
  Report: reportSchema,
  AgreementReference: agreementReferenceSchema,
  AgreementInfo: agreementInfoSchema,
  LeadsRequest: leadsRequestSchema,
  ReportCell: reportCellSchema,
  PageRequest: pageRequestSchema,
  LeadRow: leadRowSchema,
  LeadPage: leadPageSchema,
  LeadHistory: leadHistorySchema,
  HistoryEvent: historyEventSchema,
  ExplainRequest: explainRequestSchema,
  ReportScope: reportScopeSchema,
  MetricExplanation: metricExplanationSchema,
  ExplainedNumber: explainedNumberSchema,
  ExplainedPart: explainedPartSchema,
  ExplainedClause: explainedClauseSchema,
  MetricPart: metricPartSchema,
  MetricDefinition: metricDefinitionSchema,
  DimensionDefinition: dimensionDefinitionSchema,
  Definitions: definitionsSchema,
  DimensionValues: dimensionValuesSchema,
  Health: healthSchema,
  LeadEvent: leadEventSchema,
  LeadEvents: leadEventsSchema,
  EventData: eventDataSchema,
  IngestAnswer: ingestAnswerSchema,
  ItemVerdict: itemVerdictSchema,
  ItemIssue: itemIssueSchema,
  FlatLead: flatLeadSchema,
  LeadAnswer: leadAnswerSchema,
  EarlierLead: earlierLeadSchema,
  FieldIssue: fieldIssueSchema,
  QualityReport: qualityReportSchema,
  SourceQuality: sourceQualitySchema,
  FieldCompleteness: fieldCompletenessSchema,
  ContactQuality: contactQualitySchema,
  ArrivalAge: arrivalAgeSchema,
  Problem: problemSchema,
  ProblemIssue: problemIssueSchema,
};

/**
 * Makes the contract's OpenAPI 3.1 document from the table of routes and the schemas.
 * @param options.version version of the software that serves it
 * @example openApiDocument({ version: '0.1.0' }).paths['/v1/reports']
 */
export function openApiDocument({ version }: { readonly version: string }): OpenApiDocument {
  return {
    openapi: '3.1.1',
    info: {
      title: 'Sameteam',
      version,
      description:
        'Reports, the leads behind each number, what the numbers mean; and the way in for leads and their events.',
    },
    paths: pathItems(),
    components: { schemas: componentSchemas(), securitySchemes: { [tokenScheme]: { type: 'http', scheme: 'bearer' } } },
  };
}

/** Name of the token that a server can ask senders for. */
const tokenScheme = 'ingestToken';

/** Two routes can have one path, with a method each. */
function pathItems(): Record<string, Record<string, Json>> {
  const paths: Record<string, Record<string, Json>> = {};
  for (const [id, route] of Object.entries<Route>(routes)) {
    paths[route.path] = { ...paths[route.path], [route.method]: operation(id, route) };
  }
  return paths;
}

function componentSchemas(): Record<string, Json> {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(named)) registry.add(schema, { id });
  // As input: results say what they hold and may grow; only requests refuse what they do not know.
  const { schemas } = z.toJSONSchema(registry, { uri: reference, io: 'input' });
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $schema: _, $id: __, ...schema }]) => [id, schema as Json]),
  );
}

function operation(id: string, route: Route): Json {
  const { path, summary, result, answers = { 200: 'The answer.' }, problems: codes } = route;
  const answer = { 'application/json': { schema: referenceTo(result) } };
  const parameters = [...(route.method === 'get' ? placed(path, route.request) : []), ...headers(route)];
  const bodies = bodiesOf(route);
  return {
    operationId: id,
    summary,
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(bodies === null ? {} : { requestBody: { required: true, content: bodies } }),
    // Nothing at all, or a token: whether one is asked for is up to who runs the server.
    ...(route.takesToken === true ? { security: [{}, { [tokenScheme]: [] }] } : {}),
    responses: {
      ...Object.fromEntries(
        Object.entries(answers).map(([status, description]) => [status, { description, content: answer }]),
      ),
      ...problemResponses([...codes, 'host-not-allowed', 'internal']),
    },
  };
}

function bodiesOf({ method, request, bodies }: Route): Record<string, Json> | null {
  if (bodies === undefined) {
    return method === 'get' || request === null ? null : { 'application/json': { schema: referenceTo(request) } };
  }
  return Object.fromEntries(
    Object.entries(bodies).map(([type, names]) => {
      const [first, ...others] = names.map((name) => ({ $ref: reference(name) }));
      return [type, { schema: others.length === 0 ? (first ?? {}) : { anyOf: [first ?? {}, ...others] } }];
    }),
  );
}

function headers({ headers = {} }: Route): readonly Json[] {
  return Object.entries(headers).map(([name, description]) => ({
    name,
    in: 'header',
    required: false,
    description,
    schema: { type: 'string' },
  }));
}

function placed(path: string, request: z.ZodObject | null): readonly Json[] {
  if (request === null) return [];
  const { properties, required = [] } = z.toJSONSchema(request, { io: 'input' });
  return Object.entries(properties ?? {}).map(([name, schema]) => ({
    name,
    in: path.includes(`{${name}}`) ? 'path' : 'query',
    required: required.includes(name),
    schema: schema as Json,
  }));
}

function problemResponses(codes: readonly ProblemCode[]): Record<string, Json> {
  const statuses = [...new Set(codes.map((code) => problems[code].status))];
  return Object.fromEntries(
    statuses.map((status) => {
      const same = codes.filter((code) => problems[code].status === status);
      return [
        status,
        {
          description: `${same.map((code) => `\`${code}\`: ${problems[code].title}`).join('. ')}.`,
          content: { 'application/problem+json': { schema: { $ref: reference('Problem') } } },
        },
      ];
    }),
  );
}

function referenceTo(schema: z.ZodType): Json {
  const found = Object.entries(named).find(([, candidate]) => candidate === schema);
  if (found === undefined)
    throw new TypeError('A route uses a schema that has no name in the document. Add it to `named`.');
  return { $ref: reference(found[0]) };
}

function reference(id: string): string {
  return `#/components/schemas/${id}`;
}
