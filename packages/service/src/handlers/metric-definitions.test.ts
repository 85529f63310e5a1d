import { createMemoryEngine } from '@sameteam/metrics';
import { dimensionIds } from '@sameteam/model';
import { describe, expect, it } from 'vitest';
import { acmeContext } from '../../test/acme-context.ts';
import { metricDefinitions } from './metric-definitions.ts';
import { report } from './report.ts';

it('defines every metric and every dimension that a report can ask for', async () => {
  const { metrics, dimensions } = await metricDefinitions(await acmeContext());
  expect(metrics.find(({ id }) => id === 'lead_to_win_rate')).toMatchObject({
    unit: 'ratio',
    measure: { kind: 'ratio', from: 'captured', to: 'won' },
  });
  expect(new Set(metrics.map(({ id }) => id)).size).toBe(metrics.length);
  expect(dimensions.map(({ id }) => id)).toEqual([...dimensionIds]);
  expect(Object.fromEntries(dimensions.map(({ id, kind }) => [id, kind]))).toMatchObject({
    'source.channel': 'capture',
    segment: 'capture',
    owner: 'anchor',
    'current.owner': 'current',
    month: 'calendar',
  });
});

describe('the clause of a metric', () => {
  it.each([
    [{}, 'windows.default'],
    [{ mql_to_sal: '30d' }, 'windows.mql_to_sal'],
  ] as const)('is that of its numbers, with windows of its own %j', async (windows, mqlToSal) => {
    const own = await acmeContext();
    const agreement = { ...own.agreement, windows: { default: '90d', ...windows } } as const;
    const engine = createMemoryEngine({ agreement });
    const context = { ...own, agreement, engine };
    const { metrics } = await metricDefinitions(context);
    const { rows } = await report(context, { metrics: metrics.map(({ id }) => id) });
    expect(metrics.map(({ id, clause }) => [id, clause])).toEqual(rows.map(({ metric, clause }) => [metric, clause]));
    expect(Object.fromEntries(metrics.map(({ id, clause }) => [id, clause]))).toMatchObject({
      captured: 'terms.lead',
      lead_to_win_rate: 'windows.default',
      mql_to_sal_rate: mqlToSal,
    });
  });
});
