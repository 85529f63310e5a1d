import type { z } from 'zod';
import { agreementInfoSchema } from '../schemas/agreement-info.ts';
import { definitionsSchema } from '../schemas/definitions.ts';
import { dimensionValuesSchema, valuesRequestSchema } from '../schemas/dimension-values.ts';
import { healthSchema } from '../schemas/health.ts';
import { historyRequestSchema, leadHistorySchema } from '../schemas/lead-history.ts';
import { leadPageSchema } from '../schemas/lead-page.ts';
import { leadsRequestSchema } from '../schemas/leads-request.ts';
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
  readonly result: z.ZodObject;
  /** What can go wrong, beside what can go wrong anywhere (`host-not-allowed`, `internal`). */
  readonly problems: readonly ProblemCode[];
}

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
} as const satisfies Readonly<Record<string, Route>>;

/** The name of a route. */
export type RouteId = keyof typeof routes;
