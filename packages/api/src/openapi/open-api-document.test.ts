import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { type Json, openApiDocument } from './open-api-document.ts';
import { type Route, routes } from './routes.ts';

const document = openApiDocument({ version: '1.2.3' });

function references(value: Json): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === '$ref' ? [String(inner)] : references(inner)));
}

describe('openApiDocument', () => {
  it('has every route of the table, with its own name', () => {
    expect(document.openapi).toBe('3.1.1');
    expect(document.info.version).toBe('1.2.3');
    expect(Object.keys(document.paths)).toEqual([...new Set(Object.values<Route>(routes).map(({ path }) => path))]);
    for (const [id, { method, path }] of Object.entries<Route>(routes)) {
      expect(document.paths[path]?.[method]).toMatchObject({ operationId: id });
    }
  });

  it('refers only to what it holds, and holds only what is referred to', () => {
    const found = new Set(references(document as unknown as Json));
    const held = Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`);
    expect([...found].sort()).toEqual([...held].sort());
  });

  it('is valid by the schema of OpenAPI 3.1, as another validator has it', async () => {
    const copy = JSON.parse(JSON.stringify(document));
    expect(await new Validator().validate(copy)).toEqual({ valid: true });
    copy.paths['/v1/events'].post.responses['200'].content['application/json'] = 1;
    expect((await new Validator().validate(copy)).valid).toBe(false);
  });

  it('refuses unknown fields of requests, and lets results grow', () => {
    expect(document.components.schemas).toMatchObject({
      ReportRequest: { additionalProperties: false, required: ['metrics'] },
      PageRequest: { additionalProperties: false },
    });
    expect(document.components.schemas.ReportRow).not.toHaveProperty('additionalProperties');
    expect(document.components.schemas.LeadRow).not.toHaveProperty('additionalProperties');
  });

  it('says of each parameter where it stands', () => {
    expect(document.paths['/v1/dimensions/{id}/values']?.get).toMatchObject({
      parameters: [
        { name: 'id', in: 'path', required: true, schema: { type: 'string' } },
        { name: 'limit', in: 'query', required: false, schema: { type: 'integer', minimum: 1, maximum: 1000 } },
      ],
    });
  });

  it('answers with problem details wherever something can go wrong', () => {
    const problem = { content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } };
    const responses = document.paths['/v1/reports']?.post;
    expect(responses).toMatchObject({
      responses: { 400: problem, 413: problem, 415: problem, 421: problem, 422: problem, 500: problem },
    });
  });

  it('says how events and leads are sent, and which answers are none of its errors', () => {
    const event = { $ref: '#/components/schemas/LeadEvent' };
    const answer = { content: { 'application/json': { schema: { $ref: '#/components/schemas/IngestAnswer' } } } };
    expect(document.paths['/v1/events']?.post).toMatchObject({
      requestBody: {
        required: true,
        content: {
          'application/cloudevents+json': { schema: event },
          'application/cloudevents-batch+json': { schema: { $ref: '#/components/schemas/LeadEvents' } },
          'application/json': {
            schema: {
              anyOf: [event, { $ref: '#/components/schemas/LeadEvents' }, { $ref: '#/components/schemas/EventData' }],
            },
          },
        },
      },
      security: [{}, { ingestToken: [] }],
      responses: { 200: answer, 422: answer, 400: {}, 401: {}, 403: {}, 413: {}, 415: {} },
    });
    const post = document.paths['/v1/leads']?.post as Readonly<Record<string, Json>>;
    expect(Object.keys(post.responses as object)).toEqual(expect.arrayContaining(['200', '201', '422']));
    expect(Object.keys((post.requestBody as { readonly content: object }).content)).toEqual([
      'application/json',
      'application/x-www-form-urlencoded',
      'multipart/form-data',
    ]);
    expect(document.components.schemas.LeadEvents).toMatchObject({ type: 'array', maxItems: 10_000, items: event });
    expect(document.components.securitySchemes).toEqual({ ingestToken: { type: 'http', scheme: 'bearer' } });
  });

  it('keeps days and instants told apart', () => {
    expect(document.components.schemas.ReportRequest).toMatchObject({
      properties: { from: { type: 'string', format: 'date' }, asOf: { type: 'string', format: 'date-time' } },
    });
  });
});
