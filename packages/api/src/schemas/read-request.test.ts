import { describe, expect, it } from 'vitest';
import { ProblemError } from '../problems/problem-error.ts';
import type { Problem } from '../wire/problem.ts';
import { valuesRequestSchema } from './dimension-values.ts';
import { leadsRequestSchema } from './leads-request.ts';
import { readRequest } from './read-request.ts';
import { reportRequestSchema } from './report-request.ts';

function problemOf(read: () => unknown): Problem {
  try {
    read();
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    throw error;
  }
  throw new Error('expected a problem');
}

const report = (request: unknown) => problemOf(() => readRequest(reportRequestSchema, request));

describe('readRequest', () => {
  it('gives a valid request back as it is', () => {
    const request = {
      metrics: ['captured', 'lead_to_win_rate'],
      by: ['source.channel'],
      filters: [
        { dimension: 'source.channel', in: ['email', null] },
        { dimension: 'owner', notIn: [''] },
      ],
      from: '2026-01-01',
      to: '2026-01-01',
      grain: 'month',
      anchor: 'mql',
      asOf: '2026-03-31T12:00:00.5+02:00',
      knownAt: '2026-03-31T12:00:00Z',
    };
    expect(readRequest(reportRequestSchema, request)).toEqual(request);
  });

  it('names the nearest field for one that it does not know', () => {
    const problem = report({ metrics: ['captured'], filter: [] });
    expect(problem).toMatchObject({
      code: 'invalid-request',
      status: 400,
      detail: 'Cannot read the request: it has no field "filter". Did you mean "filters"?',
      issues: [{ pointer: '', nearest: 'filters' }],
    });
  });

  it('gives the place of a fault inside a list and an alternative', () => {
    expect(report({ metrics: ['won'], filters: [{ dimension: 'owner', notin: ['a'] }] }).issues).toEqual([
      { pointer: '/filters/0/in', message: 'is missing', nearest: null },
      { pointer: '/filters/0', message: 'has no field "notin". Did you mean "notIn"?', nearest: 'notIn' },
    ]);
    const leads = {
      report: { metrics: ['won'] },
      cell: { metric: 'won', dimensions: {}, part: 'numerators' },
      page: { limit: 5 },
    };
    expect(problemOf(() => readRequest(leadsRequestSchema, leads)).issues).toEqual([
      {
        pointer: '/cell/part',
        message: 'must be one of numerator, denominator, excluded. Did you mean "numerator"?',
        nearest: 'numerator',
      },
    ]);
  });

  it.each([
    [{}, '/metrics', 'is missing'],
    [{ metrics: [] }, '/metrics', 'must have at least 1 entries'],
    [{ metrics: 'won' }, '/metrics', 'must be an array'],
    [{ metrics: [''] }, '/metrics/0', 'must have at least 1 characters'],
    [{ metrics: Array.from({ length: 251 }, () => 'won') }, '/metrics', 'must have at most 250 entries'],
    [{ metrics: ['won'], from: '2026-02-30' }, '/from', 'is not a day. Write it as 2026-03-31'],
    [{ metrics: ['won'], from: '1969-12-31' }, '/from', 'is not a day. Write it as 2026-03-31'],
    [
      { metrics: ['won'], asOf: '2026-03-31T12:00:00' },
      '/asOf',
      'is not an instant. Write it with its zone, as 2026-03-31T12:00:00Z',
    ],
    [
      { metrics: ['won'], grain: 'mont' },
      '/grain',
      'must be one of day, week, month, quarter, year. Did you mean "month"?',
    ],
    [[], '', 'must be an object'],
    [null, '', 'must be an object'],
    [undefined, '', 'is missing'],
  ])('refuses %j at its place', (request, pointer, message) => {
    expect(report(request).issues[0]).toMatchObject({ pointer, message });
  });

  it('escapes a key in a pointer', () => {
    const leads = {
      report: { metrics: ['won'] },
      cell: { metric: 'won', dimensions: { 'a/b~c': 1 }, part: 'numerator' },
      page: { limit: 5 },
    };
    expect(problemOf(() => readRequest(leadsRequestSchema, leads)).issues[0]?.pointer).toBe('/cell/dimensions/a~1b~0c');
  });

  it('tells no more than 20 faults, and cuts a long name', () => {
    const wrong = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`${index}-${'x'.repeat(500)}`, 1]));
    const problem = report({ metrics: ['won'], ...wrong });
    expect(problem.issues).toHaveLength(20);
    expect(problem.detail.length).toBeLessThan(5000);
  });

  it('reads a number of a query from its text, and refuses what is none', () => {
    expect(readRequest(valuesRequestSchema, { id: 'owner', limit: '20' })).toEqual({ id: 'owner', limit: 20 });
    for (const limit of ['', 'many', '0', '1.5', '1001', 'Infinity']) {
      expect(problemOf(() => readRequest(valuesRequestSchema, { id: 'owner', limit })).issues[0]?.pointer).toBe(
        '/limit',
      );
    }
  });
});
