import { expect, it } from 'vitest';
import { metricDefinition } from '../metrics/registry.ts';
import { impliedInWords } from './implied-in-words.ts';
import { leftOutInWords } from './left-out-in-words.ts';

function find(id: string) {
  const metric = metricDefinition(id);
  if (metric === undefined) throw new Error(`There is no metric ${id}.`);
  return metric;
}

it('says why a row of this very metric can be left out', () => {
  const told = (id: string) => leftOutInWords({ excluded: 2 }, find(id));
  expect(leftOutInWords({ excluded: 0 }, find('captured'))).toBeNull();
  expect(told('captured')).toBe('2 were left out: by an exclusion of the agreement.');
  expect(told('bookings')).toMatch(/or because they have no amount\.$/);
  expect(told('sla_attainment')).toMatch(/ended before they were due, so that they are not judged\.$/);
  expect(told('days_to_won_median')).toMatch(/their events are in an impossible order\.$/);
  expect(told('weighted_pipeline')).toMatch(/no amount, or no stage to which the agreement gives a probability\.$/);
  expect(leftOutInWords({ excluded: 1 }, find('cost_per_lead'))).toMatch(/^1 was left out:/);
});

it('says what it means for a rate that hand-offs or stages are implied', () => {
  const told = (id: string) => impliedInWords({ implied: 1057 }, find(id));
  expect(impliedInWords({ implied: 0 }, find('acceptance_rate'))).toBeNull();
  expect(told('acceptance_rate')).toBe(
    'In 1,057, the hand-off or its acceptance is not in the data: what came after it implies it. A lead that has neither a hand-off nor a decision is not among them, so that shares of hand-offs come out high.',
  );
  expect(told('never_attempted_rate')).toMatch(/^In 1,057, the hand-off is not in the data/);
  expect(told('hand_offs')).toMatch(/nor a decision is not among them\.$/);
  expect(told('days_to_decision_median')).toMatch(/left out of times\.$/);
  expect(told('handed_off_to_sal_rate')).toMatch(/a rate from a skipped stage on comes out high\.$/);
  expect(told('handed_off')).toMatch(/counts as passed when the next one was reached\.$/);
});
