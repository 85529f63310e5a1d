import { describe, expect, it } from 'vitest';
import { metricDefinition, metricDefinitions } from '../metrics/registry.ts';
import { metricDimensions } from './metric-dimensions.ts';

function dimensionsOf(id: string): readonly string[] {
  const metric = metricDefinition(id);
  if (metric === undefined) throw new Error(`There is no metric ${id}.`);
  return metricDimensions(metric, metricDefinitions);
}

describe('metricDimensions', () => {
  it('are those that the facts of a metric know', () => {
    expect(dimensionsOf('captured')).toEqual(expect.arrayContaining(['source.channel', 'owner', 'segment']));
    expect(dimensionsOf('captured')).not.toContain('clause');
    expect(dimensionsOf('sla_attainment')).toContain('clause');
  });

  it('are of a metric that is made of others what all of them know', () => {
    expect(dimensionsOf('cost_per_lead')).toEqual(dimensionsOf('spend'));
    expect(dimensionsOf('qualified_attainment')).toEqual([]);
  });

  it('hold no calendar grain', () => {
    for (const { id } of metricDefinitions) expect(dimensionsOf(id)).not.toContain('month');
  });
});
