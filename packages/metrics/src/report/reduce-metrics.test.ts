import { describe, expect, it } from 'vitest';
import { agreementWith } from '../../test/support/agreements.ts';
import { metricDefinition, metricDefinitions } from '../metrics/registry.ts';
import { parsePlan } from '../plan/parse-plan.ts';
import type { Reduction } from '../plan/reduction.ts';
import { amongAnchored } from './among-anchored.ts';
import { unboundAggregate } from './binding.ts';
import { isRowMeasure } from './fact-measure.ts';
import { measureAggregates } from './measure-aggregates.ts';
import { metricMeasure } from './metric-measure.ts';
import { type RowMetric, reduceMetrics } from './reduce-metrics.ts';

const agreement = agreementWith();
const bounds = { asOfMs: 0, knownAtMs: null, version: null };

/** What an engine is asked for, which answers with the number of each aggregate. */
async function reduced(ids: readonly string[], request: object = {}) {
  const asked: Reduction[] = [];
  const metrics = ids.flatMap((id): RowMetric[] => {
    const metric = metricDefinition(id);
    const measure = metric && metricMeasure(metric);
    return metric !== undefined && measure !== undefined && isRowMeasure(measure) ? [{ metric, measure }] : [];
  });
  const plan = parsePlan({ metrics: ids, ...request }, { zone: 'UTC', nowMs: 0, metrics: metricDefinitions });
  const reducer = {
    reduce: async (query: Reduction) => {
      asked.push(query);
      const values = query.aggregates.map((_, index) => index);
      return [{ dimensions: ['first'], bucket: null, excluded: 4, values }];
    },
  };
  const results = await Promise.all(
    (await reduceMetrics(reducer, metrics, { plan, agreement, history: null, bounds })).map(async (one) => ({
      ...one,
      groups: (await one.groups).map((group) => ({
        ...group,
        values: one.columns.map((at) => group.values[at] ?? null),
      })),
    })),
  );
  return {
    asked,
    metrics,
    results,
    placesOf: (id: string) => results.find(({ metric }) => metric.id === id)?.groups[0],
  };
}

describe('reduceMetrics', () => {
  it('asks once for each grain, anchor and set of rows', async () => {
    const all = metricDefinitions.map(({ id }) => id);
    const { asked, metrics, results } = await reduced(all);
    const scopes = asked.map(({ aggregates, ...scope }) => JSON.stringify(scope));
    expect(new Set(scopes).size).toBe(asked.length);
    const anchors = asked.map(({ grain, anchor }) => `${grain} ${anchor}`);
    expect(anchors).toEqual(
      expect.arrayContaining([
        'leads at_captured',
        'leads at_mql',
        'leads at_won',
        'opportunities at_won',
        'cycles at_handed_off',
      ]),
    );
    // Grain and anchor tell apart all that look at every row.
    const ofEveryRow = asked.filter(({ where }) => JSON.stringify(where) === '[[]]');
    expect(new Set(ofEveryRow.map(({ grain, anchor }) => `${grain} ${anchor}`)).size).toBe(ofEveryRow.length);
    expect(results.map(({ metric }) => metric.id)).toEqual(metrics.map(({ metric }) => metric.id));
  });

  it('computes an aggregate that several metrics share once', async () => {
    const { asked, placesOf } = await reduced(['won', 'lead_to_win_rate', 'captured_to_mql_rate']);
    expect(asked).toHaveLength(1);
    const places = ['won', 'lead_to_win_rate', 'captured_to_mql_rate'].map((id) => placesOf(id)?.values ?? []);
    const [won, winRate, mqlRate] = places;
    expect(mqlRate?.[1]).toBe(winRate?.[1]);
    expect(mqlRate?.[4]).toBe(winRate?.[4]);
    expect(won?.[0]).toBe(won?.[1]);
    expect(asked[0]?.aggregates).toHaveLength(new Set(places.flat()).size);
    const texts = asked[0]?.aggregates.map((aggregate) => JSON.stringify(aggregate)) ?? [];
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('does not ask of rows what is true of all of them, so that a rate shares the counts of its stages', async () => {
    const { asked, placesOf } = await reduced(['captured', 'won', 'lead_to_win_rate']);
    const [captured, won, rate] = ['captured', 'won', 'lead_to_win_rate'].map((id) => placesOf(id)?.values);
    expect([rate?.[0], rate?.[1]]).toEqual([won?.[0], captured?.[0]]);
    expect(asked[0]?.aggregates[captured?.[0] ?? -1]).toEqual({ kind: 'count', where: [[]] });
  });

  it('gives each metric its own values, in the order of its aggregates', async () => {
    const { asked, results } = await reduced(['days_to_won_median', 'won']);
    for (const { measure, scope, groups } of results) {
      const unbound = unboundAggregate(measure, scope.anchor, { plan: { asOfMs: 0, version: null }, history: null });
      const needed = [...measureAggregates(measure), unbound].map((one) => amongAnchored(one, scope.anchor));
      expect(groups[0]?.values.map((at) => asked[0]?.aggregates[at ?? -1])).toEqual(needed);
      expect(groups[0]).toMatchObject({ dimensions: ['first'], bucket: null, excluded: 4 });
    }
  });

  it('leaves levels, which need the whole past, to those who sum it', async () => {
    const { asked, results } = await reduced(['open_pipeline', 'won']);
    expect(asked.map(({ grain }) => grain)).toEqual(['leads']);
    expect(results[0]).toMatchObject({ metric: { id: 'open_pipeline' }, groups: [], scope: { grain: 'spans' } });
  });
});

describe('amongAnchored', () => {
  it('asks nothing of what all rows have, and keeps every other question', () => {
    const has = (column: string, is: boolean) => ({ kind: 'has', column, is }) as const;
    const where = [[has('at_mql', true), has('at_won', true)], [has('at_mql', false)], [has('at_mql', true)]];
    expect(amongAnchored({ kind: 'count', where }, 'at_mql')).toEqual({
      kind: 'count',
      where: [[has('at_won', true)], [has('at_mql', false)], []],
    });
    expect(amongAnchored({ kind: 'count', where: [] }, 'at_mql').where).toEqual([]);
  });
});
