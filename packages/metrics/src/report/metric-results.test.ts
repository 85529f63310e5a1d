import { describe, expect, it } from 'vitest';
import { agreementWith } from '../../test/support/agreements.ts';
import { reportContextOf } from '../../test/support/report-context-of.ts';
import { metricDefinition } from '../metrics/registry.ts';
import { groupKey } from '../plan/group-addresses.ts';
import { metricResults } from './metric-results.ts';
import { partsOf } from './parts-of.ts';

const find = (id: string) => {
  const metric = metricDefinition(id);
  if (metric === undefined) throw new Error(`There is no metric ${id}.`);
  return metric;
};
const at = (day: number) => Date.UTC(2026, 0, day);
const lead = (name: string, more: object = {}) => ({
  lead: `lead/${name}`,
  at_captured: at(1),
  at_mql: at(2),
  implied: 0,
  ...more,
});
const facts = {
  leads: [lead('a'), lead('b', { at_won: at(30) }), lead('c', { at_mql: null, excluded: 'rivals' })],
  spend: [{ at_spent: at(3), amount: 900, currency: 'EUR' }],
};
const nowhere = { dimensions: [], bucket: null };
const whole = { ...nowhere, key: groupKey(nowhere), isOpen: false };

async function values(...metrics: string[]) {
  const context = reportContextOf(facts, { metrics }, agreementWith());
  const results = await metricResults(metrics, find, context);
  const figures = await Promise.all(
    metrics.map(async (id) => (await results.get(id)?.figures([whole]))?.get(whole.key)),
  );
  return { results, figures, asked: context.asked };
}

describe('metricResults', () => {
  it('asks for each metric once, however many are made of it', async () => {
    const { asked, figures } = await values('cost_per_mql', 'qualified', 'spend', 'cost_per_mql');
    expect(asked.map(({ grain, anchor }) => `${grain} ${anchor}`)).toEqual(['spend at_spent', 'leads at_captured']);
    expect(figures.map((of) => of?.value)).toEqual([450, 2, 900, 450]);
    expect(figures[0]).toMatchObject({ numerator: 900, denominator: 2, excluded: 1 });
  });

  it('has a result for the parts of what is asked, and no other', async () => {
    const { results } = await values('cost_per_mql');
    expect([...results.keys()].toSorted()).toEqual(['cost_per_mql', 'qualified', 'spend']);
    expect([...partsOf('cost_per_mql', find)]).toEqual(['spend', 'qualified', 'cost_per_mql']);
    expect(results.get('cost_per_mql')?.addresses).toHaveLength(2);
  });

  it('makes the figures of the same places once', async () => {
    const { results } = await values('lead_to_win_rate');
    const result = results.get('lead_to_win_rate');
    expect(result?.figures([whole])).toBe(result?.figures([whole]));
    expect(result?.figures([])).not.toBe(result?.figures([whole]));
    expect((await result?.figures([whole]))?.get(whole.key)).toMatchObject({
      value: 0.5,
      numerator: 1,
      denominator: 2,
    });
  });

  it('knows no target that nobody agreed, and asks an engine for none', async () => {
    const { figures, asked } = await values('won_target');
    expect(figures[0]?.value).toBeNull();
    expect(asked).toEqual([]);
  });
});
