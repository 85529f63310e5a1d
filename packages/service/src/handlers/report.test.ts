import { ProblemError, type ReportRequest } from '@sameteam/api';
import { describe, expect, it } from 'vitest';
import { acmeContext } from '../../test/acme-context.ts';
import { report } from './report.ts';

const context = await acmeContext();

async function problemOf(request: ReportRequest) {
  const error = await report(context, request).catch((reason: unknown) => reason);
  if (error instanceof ProblemError) return error.problem;
  throw new Error(`expected a problem, got ${JSON.stringify(error)}`);
}

describe('report', () => {
  it('answers in the order of the metrics, with as-of and the agreement', async () => {
    const { rows, asOf, agreement } = await report(context, {
      metrics: ['qualified', 'captured', 'captured_to_mql_rate'],
    });
    expect(rows.map(({ metric, value, numerator, denominator }) => [metric, value, numerator, denominator])).toEqual([
      ['qualified', 2, 2, null],
      ['captured', 5, 5, null],
      ['captured_to_mql_rate', 0.4, 2, 5],
    ]);
    expect(asOf).toBe('2026-03-01T12:00:00.000Z');
    expect(rows[0]?.asOf).toBe(asOf);
    expect(agreement).toEqual({
      name: context.agreement.name,
      version: context.agreement.version,
      draft: true,
      standing: 'unknown',
    });
  });

  it('cuts by dimension and grain, and keeps a missing value apart from `unknown`', async () => {
    const { rows } = await report(context, { metrics: ['captured'], by: ['source.channel'] });
    const counts = new Map(rows.map(({ dimensions, value }) => [dimensions['source.channel'], value]));
    expect(counts).toEqual(
      new Map<string | null | undefined, number>([
        ['email', 2],
        ['paid_search', 1],
        ['unknown', 1],
        [null, 1],
      ]),
    );
    const byMonth = await report(context, { metrics: ['captured'], grain: 'month' });
    expect(byMonth.rows.map(({ dimensions, value }) => [dimensions.month, value])).toEqual(
      expect.arrayContaining([
        ['2026-01', 2],
        ['2026-02', 3],
      ]),
    );
  });

  it('filters, and bounds the period with both days included', async () => {
    const value = async (request: Omit<ReportRequest, 'metrics'>) =>
      (await report(context, { ...request, metrics: ['captured'] })).rows[0]?.value;
    expect(await value({ filters: [{ dimension: 'source.channel', in: [null, 'email'] }] })).toBe(3);
    expect(await value({ filters: [{ dimension: 'source.channel', notIn: [null] }] })).toBe(4);
    expect(await value({ from: '2026-01-05', to: '2026-02-03' })).toBe(3);
    expect(await value({ asOf: '2026-01-31T00:00:00Z' })).toBe(2);
  });

  it.each<[ReportRequest, string, string, string | null]>([
    [{ metrics: ['captured', 'quallified'] }, 'unknown-metric', '/metrics/1', 'qualified'],
    [{ metrics: ['captured'], by: ['owner', 'source.chanel'] }, 'unknown-dimension', '/by/1', 'source.channel'],
    [
      { metrics: ['captured'], filters: [{ dimension: 'reediness', in: ['hot'] }] },
      'unknown-dimension',
      '/filters/0/dimension',
      'readiness',
    ],
    [
      { metrics: ['captured'], filters: [{ dimension: 'month', in: ['2026-01'] }] },
      'invalid-request',
      '/filters/0/dimension',
      null,
    ],
    [{ metrics: ['captured'], by: ['owner', 'owner'] }, 'invalid-request', '/by/1', null],
    [{ metrics: ['captured'], by: ['day'], grain: 'month' }, 'invalid-request', '/by', null],
    [{ metrics: ['captured'], from: '2026-02-01', to: '2026-01-31' }, 'invalid-request', '/to', null],
    [{ metrics: ['captured'], knownAt: '2026-01-01T00:00:00Z' }, 'not-answerable', '/knownAt', null],
    [{ metrics: [] }, 'invalid-request', '/metrics', null],
  ])('refuses %j as %s, at its place', async (request, code, pointer, nearest) => {
    const problem = await problemOf(request);
    expect(problem).toMatchObject({ code, issues: [{ pointer, nearest }] });
    expect(problem.detail).not.toMatch(/undefined|\[object/);
  });

  it('lets an unexpected failure through as it is', async () => {
    const failure = new Error('disk');
    const engine = { ...context.engine, run: () => Promise.reject(failure) };
    await expect(report({ ...context, engine }, { metrics: ['won'] })).rejects.toBe(failure);
  });
});
