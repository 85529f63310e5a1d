import { describe, expect, it } from 'vitest';
import { metricDefinitions } from '../metrics/registry.ts';
import { aggregateKey } from './aggregate.ts';
import { measureAggregates, measureParts } from './measure.ts';

describe('measureParts', () => {
  it('takes the numerator of a rate from its denominator (rule 2)', () => {
    const { numerator, denominator } = measureParts({ kind: 'ratio', from: 'mql', to: 'sal' });
    expect(denominator).toEqual([[{ kind: 'reached', stage: 'mql' }]]);
    expect(numerator).toEqual([[...(denominator[0] ?? []), { kind: 'reached', stage: 'sal' }]]);
  });

  it('measures times between events of their own only, in order (rules 16 and 19)', () => {
    const { numerator, excluded } = measureParts({ kind: 'duration', from: 'captured', to: 'won', p: 0.5 });
    expect(numerator).toEqual([[{ kind: 'ordered', from: 'captured', to: 'won' }]]);
    expect(excluded).toEqual([[{ kind: 'reversed', from: 'captured', to: 'won' }]]);
  });

  it('turns the limit of a share into milliseconds of whole days', () => {
    const { numerator } = measureParts({ kind: 'within', from: 'captured', to: 'mql', limitDays: 7 });
    expect(numerator).toEqual([[{ kind: 'within', from: 'captured', to: 'mql', limitMs: 604_800_000 }]]);
  });
});

describe('measureAggregates', () => {
  it('asks engines for counts, and for a time or a quantile where the measure needs one', () => {
    const kinds = (measure: Parameters<typeof measureAggregates>[0]) =>
      measureAggregates(measure).map(({ kind }) => kind);
    const counts = ['count', 'count', 'count', 'count'];
    expect(kinds({ kind: 'count', stage: 'won' })).toEqual(counts);
    expect(kinds({ kind: 'sum', stage: 'won' })).toEqual(counts);
    expect(kinds({ kind: 'ratio', from: 'mql', to: 'won' })).toEqual([...counts, 'latest']);
    expect(kinds({ kind: 'within', from: 'mql', to: 'won', limitDays: 1 })).toEqual([...counts, 'latest']);
    expect(kinds({ kind: 'duration', from: 'mql', to: 'won', p: 0.9 })).toEqual([...counts, 'latest', 'quantile']);
  });

  it('gives equal aggregates equal keys, and different ones different keys', () => {
    const all = metricDefinitions.flatMap(({ measure }) => measureAggregates(measure));
    const byText = new Set(all.map((aggregate) => JSON.stringify(aggregate)));
    expect(new Set(all.map(aggregateKey)).size).toBe(byText.size);
    expect(byText.size).toBeLessThan(all.length);
  });
});
