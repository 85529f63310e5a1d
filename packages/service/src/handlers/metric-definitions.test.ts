import { dimensionIds } from '@sameteam/model';
import { expect, it } from 'vitest';
import { acmeContext } from '../../test/acme-context.ts';
import { metricDefinitions } from './metric-definitions.ts';

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
