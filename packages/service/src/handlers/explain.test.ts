import { type ExplainRequest, metricExplanationSchema, ProblemError } from '@sameteam/api';
import { describe, expect, it } from 'vitest';
import { acmeContext } from '../../test/acme-context.ts';
import { explain } from './explain.ts';

const context = await acmeContext();

describe('explain', () => {
  it('says what a metric means, by the clause of its numbers', async () => {
    const { agreement } = context;
    expect(await explain(context, { metric: 'captured_to_mql_rate' })).toMatchObject({
      label: 'Captured to MQL',
      section: { id: 'funnel', label: 'Funnel' },
      tells: 'of_period',
      parts: [],
      window: { clause: 'windows.default' },
      clause: 'windows.default',
      clauses: [{ address: 'windows.default', words: expect.stringContaining('days') }],
      agreement: { name: agreement.name, version: agreement.version },
      dimensions: expect.arrayContaining(['source.channel']),
      number: null,
    });
  });

  it('names the parts of a metric that is made of others', async () => {
    const { parts, sentences } = await explain(context, { metric: 'sales_velocity' });
    expect(parts.map(({ metric, role }) => [metric, role])).toEqual([
      ['open_opportunities', 'times'],
      ['average_deal', 'times'],
      ['win_rate', 'times'],
      ['sales_cycle_median', 'divided_by'],
    ]);
    expect(sentences.join(' ')).toContain('Sales cycle, median (sales_cycle_median, divided by)');
  });

  it('explains the number of a row, as a report gives it', async () => {
    const { number } = await explain(context, {
      metric: 'captured',
      report: { by: ['source.channel'] },
      dimensions: { 'source.channel': 'email' },
    });
    expect(number).toMatchObject({ row: { value: 2, dimensions: { 'source.channel': 'email' } } });
    expect(number?.sentences[0]).toBe('Captured: 2.');
  });

  it('tells a row of folded values from one of its own', async () => {
    const report = { by: ['source.channel'], top: 1 };
    const dimensions = { 'source.channel': '(other)' };
    const folded = await explain(context, { metric: 'captured', report, dimensions, folded: ['source.channel'] });
    expect(folded.number?.row.folded).toEqual({ 'source.channel': expect.any(Number) });
    await expect(explain(context, { metric: 'captured', report, dimensions })).rejects.toThrow('no row');
  });

  it('answers in the form of the contract', async () => {
    const answers = await Promise.all(
      ['mql_to_sal_rate', 'sales_velocity', 'bookings_target', 'open_pipeline'].map((metric) =>
        explain(context, { metric, report: { from: '2026-01-01', to: '2026-01-31' } }),
      ),
    );
    for (const answer of answers) expect(metricExplanationSchema.parse(answer)).toEqual(answer);
  });

  it('reads out the clause that a number is narrowed to', async () => {
    const filters = [{ dimension: 'clause', in: ['windows.default'] }];
    const { clauses } = await explain(context, { metric: 'sla_attainment', report: { filters } });
    expect(clauses.map(({ address }) => address)).toEqual(['windows.default']);
  });

  it.each<[ExplainRequest, string, string]>([
    [{ metric: 'won', raport: {} } as ExplainRequest, 'invalid-request', 'Did you mean "report"?'],
    [{ metric: 'wn' }, 'unknown-metric', 'Did you mean "won"?'],
    [{ metric: 'won', report: { by: ['owner'] } }, 'invalid-request', 'no value is given for owner'],
    [{ metric: 'won', report: { by: ['owner'] }, dimensions: { owner: 'x' } }, 'invalid-request', 'no row'],
    [
      { metric: 'won', report: { filters: [{ dimension: 'clause', in: ['a'] }] } },
      'invalid-request',
      'its facts do not know it. They know source.channel',
    ],
  ])('refuses %j as %s', async (request, code, sentence) => {
    const error = await explain(context, request).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ProblemError);
    expect((error as ProblemError).problem).toMatchObject({ code, detail: expect.stringContaining(sentence) });
  });
});
