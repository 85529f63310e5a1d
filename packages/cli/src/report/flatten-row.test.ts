import { expect, it } from 'vitest';
import { reportRow } from '../test-support/report-fixture.ts';
import { flattenRow } from './flatten-row.ts';

it('puts dimensions between anchor and value, in their order', () => {
  const row = reportRow({
    metric: 'won',
    unit: 'leads',
    dimensions: { owner: 'kim', 'source.channel': null },
    value: 3,
  });
  expect(Object.keys(flattenRow(row, ['source.channel', 'owner']))).toEqual(
    'metric unit anchor source.channel owner value numerator denominator excluded implied low high mature projected projectedLow projectedHigh clause asOf restated binding unrecorded note'.split(
      ' ',
    ),
  );
});

it('keeps null, zero and false', () => {
  const row = reportRow({ metric: 'won', unit: 'ratio', dimensions: { owner: null }, value: 0, mature: false });
  expect(flattenRow(row, ['owner'])).toMatchObject({ owner: null, value: 0, mature: false, low: null });
});

it('names the currency of money only', () => {
  const row = reportRow({ metric: 'bookings', unit: 'money', value: 120_000, currency: 'EUR' });
  expect(Object.entries(flattenRow(row, [])).at(-1)).toEqual(['currency', 'EUR']);
});

it('says of folded values how many they are, of all dimensions together', () => {
  const row = reportRow({ metric: 'won', unit: 'leads', value: 1, folded: { owner: 4, 'source.channel': 4900 } });
  expect(flattenRow(row, [])).toMatchObject({ folded: 4904 });
  expect(flattenRow(reportRow({ metric: 'won', unit: 'leads' }), [])).not.toHaveProperty('folded');
});
