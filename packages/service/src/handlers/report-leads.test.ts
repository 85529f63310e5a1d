import type { LeadsRequest } from '@sameteam/api';
import { describe, expect, it } from 'vitest';
import { acmeContext } from '../../test/acme-context.ts';
import { report } from './report.ts';
import { reportLeads } from './report-leads.ts';

const context = await acmeContext();
const request: LeadsRequest = {
  report: { metrics: ['captured'], by: ['source.channel'] },
  cell: { metric: 'captured', dimensions: { 'source.channel': 'email' }, part: 'numerator' },
  page: { limit: 10 },
};

describe('reportLeads', () => {
  it('finds behind every number as many leads as it says', async () => {
    const { rows } = await report(context, request.report);
    for (const { metric, dimensions, value } of rows) {
      const { total, leads } = await reportLeads(context, {
        ...request,
        cell: { metric, dimensions, part: 'numerator' },
      });
      expect([dimensions, total, leads.length]).toEqual([dimensions, value, value]);
    }
  });

  it('holds no personal data', async () => {
    const { leads } = await reportLeads(context, request);
    expect(leads[0]).toMatchObject({
      lead: 'lead/1',
      source: { channel: 'email' },
      stages: { mql: '2026-01-06T09:00:00.000Z' },
    });
    expect(JSON.stringify(leads)).not.toMatch(/acme\.example|Dana/);
  });

  it('pages through all leads, each once', async () => {
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const { leads, next } = await reportLeads(context, {
        report: { metrics: ['captured'] },
        cell: { metric: 'captured', dimensions: {}, part: 'numerator' },
        page: { limit: 2, after },
      });
      seen.push(...leads.map(({ lead }) => lead));
      after = next ?? undefined;
    } while (after !== undefined);
    expect(seen).toEqual(['lead/1', 'lead/2', 'lead/3', 'lead/4', 'lead/a/b ü']);
  });

  it.each<[string, Partial<LeadsRequest>, string]>([
    ['a metric that the report has not', { cell: { ...request.cell, metric: 'won' } }, '/cell'],
    ['no value for a dimension of the report', { cell: { ...request.cell, dimensions: {} } }, '/cell'],
    [
      'a value for another dimension',
      { cell: { ...request.cell, dimensions: { 'source.channel': 'email', owner: 'sam' } } },
      '/cell/dimensions/owner',
    ],
    ['a page of nothing', { page: { limit: 0 } }, '/page/limit'],
    ['an unknown dimension in the report', { report: { metrics: ['captured'], by: ['chanel'] } }, '/report/by/0'],
  ])('refuses %s', async (_name, part, pointer) => {
    await expect(reportLeads(context, { ...request, ...part })).rejects.toMatchObject({
      name: 'ProblemError',
      problem: { status: 400, issues: [{ pointer }] },
    });
  });
});
