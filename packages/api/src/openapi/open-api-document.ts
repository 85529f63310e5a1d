import { z } from 'zod';
import { problems } from '../problems/problems.ts';
import { agreementInfoSchema } from '../schemas/agreement-info.ts';
import { definitionsSchema, dimensionDefinitionSchema, metricDefinitionSchema } from '../schemas/definitions.ts';
import { dimensionValuesSchema } from '../schemas/dimension-values.ts';
import { healthSchema } from '../schemas/health.ts';
import { historyEventSchema, leadHistorySchema } from '../schemas/lead-history.ts';
import { leadPageSchema } from '../schemas/lead-page.ts';
import { leadRowSchema } from '../schemas/lead-row.ts';
import { leadsRequestSchema, pageRequestSchema, reportCellSchema } from '../schemas/leads-request.ts';
import { problemIssueSchema, problemSchema } from '../schemas/problem.ts';
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
  readonly components: { readonly schemas: Readonly<Record<string, Json>> };
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
  MetricDefinition: metricDefinitionSchema,
  DimensionDefinition: dimensionDefinitionSchema,
  Definitions: definitionsSchema,
  DimensionValues: dimensionValuesSchema,
  Health: healthSchema,
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
      description: 'Reports, the leads behind each number, and what the numbers mean.',
    },
    paths: Object.fromEntries(
      Object.entries<Route>(routes).map(([id, route]) => [route.path, { [route.method]: operation(id, route) }]),
    ),
    components: { schemas: componentSchemas() },
  };
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

function operation(id: string, { method, path, summary, request, result, problems: codes }: Route): Json {
  return {
    operationId: id,
    summary,
    ...(request === null
      ? {}
      : method === 'post'
        ? { requestBody: body(request) }
        : { parameters: parameters(path, request) }),
    responses: {
      200: { description: 'The answer.', content: { 'application/json': { schema: referenceTo(result) } } },
      ...problemResponses([...codes, 'host-not-allowed', 'internal']),
    },
  };
}

function body(request: z.ZodType): Json {
  return { required: true, content: { 'application/json': { schema: referenceTo(request) } } };
}

function parameters(path: string, request: z.ZodObject): Json {
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
