import type { z } from 'zod';
import { agreementInfoSchema } from '../schemas/agreement-info.ts';
import { definitionsSchema } from '../schemas/definitions.ts';
import { dimensionValuesSchema, valuesRequestSchema } from '../schemas/dimension-values.ts';
import { explainRequestSchema } from '../schemas/explain-request.ts';
import { metricExplanationSchema } from '../schemas/explanation.ts';
import { healthSchema } from '../schemas/health.ts';
import { ingestAnswerSchema } from '../schemas/ingest-answer.ts';
import { leadAnswerSchema } from '../schemas/lead-answer.ts';
import { historyRequestSchema, leadHistorySchema } from '../schemas/lead-history.ts';
import { leadPageSchema } from '../schemas/lead-page.ts';
import { leadsRequestSchema } from '../schemas/leads-request.ts';
import { qualityReportSchema } from '../schemas/quality-report.ts';
import { reportSchema } from '../schemas/report.ts';
import { reportRequestSchema } from '../schemas/report-request.ts';
import type { ProblemCode } from '../wire/problem.ts';

/** One address of the contract. */
export interface Route {
  readonly method: 'get' | 'post';
  /** With parameters in braces; `routes.history.path` is `/v1/leads/{id}/events`. */
  readonly path: string;
  readonly summary: string;
  /** Of the JSON body of a post, or of the path and query parameters of a get together. */
  readonly request: z.ZodObject | null;
  /** Of a post that takes more than one JSON object: media type to the names of the schemas that its body can have. */
  readonly bodies?: Readonly<Record<string, readonly string[]>>;
  /** Headers that are read, with what they mean. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly result: z.ZodObject;
  /** Each status of a result, with what it says; 200 unless told. */
  readonly answers?: Readonly<Record<number, string>>;
  /** Whether who runs the server can ask for a token. */
  readonly takesToken?: true;
  /** What can go wrong, beside what can go wrong anywhere (`host-not-allowed`, `internal`). */
  readonly problems: readonly ProblemCode[];
}

const sendProblems = [
  'malformed-json',
  'unsupported-media-type',
  'body-too-large',
  'ingest-closed',
  'token-missing',
  'token-wrong',
  'origin-not-allowed',
] as const;

const bodyProblems = ['malformed-json', 'invalid-request', 'unsupported-media-type', 'body-too-large'] as const;

/**
 * Every address of the contract, by the name of its handler and of the client's method: the document, the server and
 * the handlers are made from this table.
 * @example routes.history.path // '/v1/leads/{id}/events'
 */
export const routes = {
  report: {
    method: 'post',
    path: '/v1/reports',
    summary: 'Compute metrics, by dimensions and calendar periods.',
    request: reportRequestSchema,
    result: reportSchema,
    problems: [...bodyProblems, 'unknown-metric', 'unknown-dimension', 'not-answerable'],
  },
  leads: {
    method: 'post',
    path: '/v1/reports/leads',
    summary: 'The leads behind one number of a report.',
    request: leadsRequestSchema,
    result: leadPageSchema,
    problems: [...bodyProblems, 'unknown-metric', 'unknown-dimension', 'not-answerable'],
  },
  explain: {
    method: 'post',
    path: '/v1/reports/explanation',
    summary: 'What a metric means and by which clause, and one number of it: what it is made of, and how sure it is.',
    request: explainRequestSchema,
    result: metricExplanationSchema,
    problems: [...bodyProblems, 'unknown-metric', 'unknown-dimension', 'not-answerable'],
  },
  history: {
    method: 'get',
    path: '/v1/leads/{id}/events',
    summary: 'Everything that happened to one lead, first to last.',
    request: historyRequestSchema,
    result: leadHistorySchema,
    problems: ['invalid-request', 'unknown-lead'],
  },
  metrics: {
    method: 'get',
    path: '/v1/metrics',
    summary: 'What every metric and dimension means.',
    request: null,
    result: definitionsSchema,
    problems: [],
  },
  values: {
    method: 'get',
    path: '/v1/dimensions/{id}/values',
    summary: 'The values of a dimension, most leads first.',
    request: valuesRequestSchema,
    result: dimensionValuesSchema,
    problems: ['invalid-request', 'unknown-dimension'],
  },
  agreement: {
    method: 'get',
    path: '/v1/agreement',
    summary: 'The agreement that numbers are judged by.',
    request: null,
    result: agreementInfoSchema,
    problems: [],
  },
  health: {
    method: 'get',
    path: '/v1/health',
    summary: 'Whether the service answers, and from what.',
    request: null,
    result: healthSchema,
    problems: [],
  },
  ingest: {
    method: 'post',
    path: '/v1/events',
    summary: 'Send events as CloudEvents: one, several, or one in binary mode.',
    request: null,
    bodies: {
      'application/cloudevents+json': ['LeadEvent'],
      'application/cloudevents-batch+json': ['LeadEvents'],
      'application/json': ['LeadEvent', 'LeadEvents', 'EventData'],
    },
    headers: {
      'ce-specversion': 'Binary mode: the attributes of the event are headers, percent-encoded; the body is its data.',
      'ce-id': 'Binary mode: `id`.',
      'ce-source': 'Binary mode: `source`.',
      'ce-type': 'Binary mode: `type`.',
      'ce-subject': 'Binary mode: `subject`.',
      'ce-time': 'Binary mode: `time`.',
      'ce-dataschema': 'Binary mode: `dataschema`.',
    },
    result: ingestAnswerSchema,
    answers: {
      200: 'At least one item was accepted or a duplicate, or there was none. What was accepted is on disk.',
      422: 'No item was taken: each is in quarantine, with its reason.',
    },
    problems: [...sendProblems, 'invalid-request', 'too-many-items'],
    takesToken: true,
  },
  addLead: {
    method: 'post',
    path: '/v1/leads',
    summary: 'Send one lead as an object of plain fields, or as a form.',
    request: null,
    bodies: {
      'application/json': ['FlatLead'],
      'application/x-www-form-urlencoded': ['FlatLead'],
      'multipart/form-data': ['FlatLead'],
    },
    result: leadAnswerSchema,
    answers: {
      200: 'The same lead was stored before; nothing has changed.',
      201: 'It was accepted, and is on disk.',
      422: 'It was refused, with field and reason.',
    },
    problems: [...sendProblems, 'invalid-request'],
    takesToken: true,
  },
  quality: {
    method: 'get',
    path: '/v1/quality',
    summary: 'How good what arrived since the start of the server is, by source.',
    request: null,
    result: qualityReportSchema,
    problems: ['ingest-closed'],
  },
} as const satisfies Readonly<Record<string, Route>>;

/** The name of a route. */
export type RouteId = keyof typeof routes;
