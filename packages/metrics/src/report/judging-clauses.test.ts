import { defaultAgreement } from '@sameteam/agreement';
import { expect, it } from 'vitest';
import { agreementWith } from '../../test/support/agreements.ts';
import { metricDefinition, metricDefinitions } from '../metrics/registry.ts';
import { judgingClauses } from './judging-clauses.ts';
import { metricClause } from './metric-clause.ts';

const agreement = agreementWith({
  reasons: {
    // biome-ignore lint/suspicious/noThenProperty: the word of the document; it is data and never awaited
    not_now: { then: 'recycle' },
    // biome-ignore lint/suspicious/noThenProperty: the word of the document; it is data and never awaited
    spam: { then: 'disqualify' },
  },
  sla: {
    volume: { of: 'marketing', count: { qualified: 10 }, per: 'month' },
    call: { of: 'sales', from: 'lead.assigned', kept: { attempt: {} }, within: '1d' },
    decide: { of: 'sales', from: 'lead.assigned', kept: ['lead.accepted', 'lead.rejected'], within: '5d' },
  },
});

function addresses(id: string, by = agreement) {
  const metric = metricDefinition(id);
  if (metric === undefined) throw new Error(`There is no metric ${id}.`);
  return judgingClauses(by, metricClause(metric, by), metric).map(({ address }) => address);
}

it('quotes of a section what has to do with the metric', () => {
  expect(addresses('sla_attainment').toSorted()).toEqual(['sla.call', 'sla.decide']);
  expect(addresses('black_hole').toSorted()).toEqual(['sla.call', 'sla.decide']);
  expect(addresses('never_attempted_rate')).toEqual(['sla.call']);
  expect(addresses('recycled')).toEqual(['reasons.not_now']);
  expect(addresses('disqualified')).toEqual(['reasons.spam']);
  expect(addresses('rejected').toSorted()).toEqual(['reasons.not_now', 'reasons.spam']);
});

it('quotes what a word means where no promise is made of it', () => {
  for (const id of ['churned', 'net_retention', 'period_ratio', 'deals_won'])
    expect(addresses(id), id).toEqual(['terms.customer']);
  for (const id of ['pushed_deals', 'pushes_mean', 'win_rate', 'open_pipeline', 'sales_velocity'])
    expect(addresses(id), id).toEqual(['terms.opportunity']);
});

it('quotes a promise of a time only for a time that is measured from where it runs', () => {
  expect(addresses('hours_to_first_attempt_median')).toEqual(['sla.call']);
  expect(addresses('speed_to_lead_median')).toEqual([]);
  const { call } = agreement.sla;
  if (call === undefined) throw new Error('There is no promise of a call.');
  const fromCapture = { ...agreement, sla: { ...agreement.sla, quick: { ...call, from: 'lead.captured' as const } } };
  expect(addresses('speed_to_lead_median', fromCapture)).toEqual(['sla.quick']);
});

it('quotes for meetings that were held the promises that a meeting keeps, and for accounts when one is qualified', () => {
  for (const id of ['meeting_held_rate', 'no_show_rate', 'mql_companies']) expect(addresses(id), id).toEqual([]);
  const meet = { of: 'sales', from: 'lead.assigned', kept: { meeting: 'completed' }, within: '5d' } as const;
  const companies = { contacts: 2, within: '30d' } as const;
  const qualified = { when: { readiness: ['hot'] }, by: 'marketing', companies };
  const more = agreementWith({ sla: { ...agreement.sla, meet }, qualified });
  expect(addresses('meeting_held_rate', more)).toEqual(['sla.meet']);
  expect(addresses('no_show_rate', more)).toEqual(['sla.meet']);
  expect(addresses('mql_companies', more)).toEqual(['qualified']);
});

it('quotes beside the currency what judges the count', () => {
  expect(addresses('won_amount_closed')).toEqual(['currency', 'terms.customer']);
  expect(addresses('cost_per_customer')).toEqual(['currency', 'terms.customer']);
  expect(addresses('cost_per_lead')).toEqual(['currency', 'terms.lead']);
  expect(addresses('spend')).toEqual(['currency']);
  expect(addresses('black_hole_value').toSorted()).toEqual([
    'currency',
    'sla.call',
    'sla.decide',
    'terms.customer',
    'windows.default',
  ]);
});

it('quotes the target of what is measured by one', () => {
  expect(addresses('qualified_target')).toEqual(['sla.volume']);
  expect(addresses('qualified_pacing')).toEqual(['sla.volume']);
});

it('quotes for every metric what the default agreement says at its own address, and never a whole section twice', () => {
  for (const metric of metricDefinitions) {
    const quoted = judgingClauses(defaultAgreement, metricClause(metric, defaultAgreement), metric);
    expect(new Set(quoted.map(({ address }) => address)).size, metric.id).toBe(quoted.length);
    expect(
      quoted.every(({ words }) => words.trim() !== ''),
      metric.id,
    ).toBe(true);
  }
});
