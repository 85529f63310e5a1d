import type { Report, ReportRequest, ReportRow } from '@sameteam/api/client';
import { metricDefinitions } from '@sameteam/metrics';
import { describe, expect, it } from 'vitest';
import { reportRow } from '../test-support/report-fixture.ts';
import { notKnownThen as missing } from './not-known-then.ts';

const notKnownThen = (...of: [Report, ReportRequest]) => missing(...of, metricDefinitions);
const answer = (rows: readonly ReportRow[]) => ({ rows }) as Report;
const won = (owner: string | null, count: number) =>
  reportRow({ metric: 'won', unit: 'leads', dimensions: { owner }, value: count, numerator: count });

describe('notKnownThen', () => {
  it('says of a group that nobody had one by then, and what to ask instead', () => {
    expect(notKnownThen(answer([won(null, 7)]), { metrics: ['won'], by: ['owner'] })).toEqual([
      'No owner was known in won: it is read at the date of the capture of the lead, and it may have come later. --by current.owner takes what it is now.',
    ]);
  });

  it('says of a filter that nothing was found', () => {
    const filters = [{ dimension: 'owner', in: ['kim'] }] as const;
    expect(notKnownThen(answer([won(null, 0)]), { metrics: ['won'], filters })).toEqual([
      'Nothing was found with that owner in won: it is read at the date of the capture of the lead, and it may have come later. --where current.owner takes what it is now.',
    ]);
    expect(notKnownThen(answer([won(null, 1)]), { metrics: ['won'], filters })).toEqual([]);
    const missing = [{ dimension: 'owner', in: [null] }] as const;
    expect(notKnownThen(answer([won(null, 0)]), { metrics: ['won'], filters: missing })).toEqual([]);
  });

  it('is silent where one was known, where there is nothing, and of what never changes', () => {
    expect(notKnownThen(answer([won(null, 7), won('kim', 1)]), { metrics: ['won'], by: ['owner'] })).toEqual([]);
    expect(notKnownThen(answer([won(null, 0)]), { metrics: ['won'], by: ['owner'] })).toEqual([]);
    const channel = reportRow({ metric: 'won', unit: 'leads', dimensions: { 'source.channel': null }, numerator: 3 });
    expect(notKnownThen(answer([channel]), { metrics: ['won'], by: ['source.channel'] })).toEqual([]);
  });

  it('names nothing that a metric cannot be asked by', () => {
    const row = reportRow({ metric: 'sla_missed', unit: 'number', dimensions: { owner: null }, numerator: 3 });
    expect(notKnownThen(answer([row]), { metrics: ['sla_missed'], by: ['owner'] })).toEqual([]);
  });

  it('names three metrics of an anchor, and counts the others', () => {
    const rows = ['captured', 'won', 'qualified', 'accepted', 'opportunities'].map((metric) =>
      reportRow({ metric, unit: 'leads', dimensions: { team: null }, numerator: 1 }),
    );
    expect(notKnownThen(answer(rows), { metrics: ['captured'], by: ['team'] })[0]).toMatch(
      /^No team was known in captured, won, qualified and 2 more:/,
    );
  });
});
