import {
  type Agreement,
  type AgreementInput,
  defineAgreement,
  dimensionsOfFacts,
  type FactDimension,
  metricTraits,
  normaliseAgreement,
} from '@sameteam/agreement';
import { describe, expect, it } from 'vitest';
import { leadEvent, qualified } from '../../test/support/events.ts';
import { appendEvents } from '../append-events.ts';
import { createMemoryEngine } from '../memory/memory-engine.ts';
import { type PlanRequest, parsePlan } from '../plan/parse-plan.ts';
import { isRowMeasure } from '../report/fact-measure.ts';
import { dimensionsAt } from '../report/metric-dimensions.ts';
import { metricMeasure } from '../report/metric-measure.ts';
import { partsOf } from '../report/parts-of.ts';
import type { MetricDefinition } from './define-metric.ts';
import { ownMetrics } from './own-metrics.ts';
import { metricDefinition, metricDefinitions } from './registry.ts';

const base = { teams: { marketing: {}, sales: {} }, readiness: { raw: {} }, sla: {}, reasons: {} } as const;

function own(metrics: NonNullable<AgreementInput['metrics']>): Readonly<Record<string, MetricDefinition>> {
  return Object.fromEntries(ownMetrics(normaliseAgreement({ ...base, metrics })).map((metric) => [metric.id, metric]));
}

function measureOf(metric: MetricDefinition | undefined) {
  if (metric === undefined) throw new Error('no such metric');
  return metricMeasure(metric);
}

const builtIn = (id: string) => measureOf(metricDefinition(id));
const demo = { kind: 'oneOf', column: 'campaign', values: ['demo'], is: true } as const;

describe('ownMetrics', () => {
  it('measures what a metric that comes with Sameteam measures, where it is declared alike', () => {
    const made = own({
      mqls: { count: { stage: 'mql' } },
      rate: { rate: { from: 'mql', to: 'sal' } },
      soon: { rate: { from: 'captured', to: 'sal', within: '7d' } },
      time: { time: { from: 'captured', to: 'won' } },
      slow: { time: { from: 'captured', to: 'won', quantile: 0.9 } },
      cost: { over: 'spend', per: 'qualified' },
      left: { sum: ['bookings_target', '-bookings'] },
      same: { of: 'sla_attainment' },
    });
    const alike = {
      mqls: 'qualified',
      rate: 'mql_to_sal_rate',
      soon: 'sal_within_7_days',
      time: 'days_to_won_median',
      slow: 'days_to_won_p90',
      cost: 'cost_per_mql',
      left: 'bookings_remaining',
      same: 'sla_attainment',
    };
    for (const [id, like] of Object.entries(alike)) {
      expect(measureOf(made[id]), id).toEqual(builtIn(like));
      const { unit, anchor } = metricDefinition(like) as MetricDefinition;
      if (id !== 'cost') expect([made[id]?.unit, made[id]?.anchor], id).toEqual([unit, anchor]);
    }
    expect(made.cost).toMatchObject({ unit: 'money', direction: 'neutral', owner: 'marketing', anchor: 'spent' });
  });

  it('looks at nothing but what has the values: to count it, to leave it out, and to ask whether it had its time', () => {
    const { demos, hot, pipeline } = own({
      demos: { rate: { from: 'mql', to: 'sal' }, where: { 'source.campaign': 'demo' } },
      hot: { of: 'sla_attainment', where: { clause: ['sla.first', null] } },
      pipeline: { of: 'open_pipeline', where: { 'source.campaign': 'demo' } },
    });
    expect(measureOf(demos)).toEqual({ ...builtIn('mql_to_sal_rate'), only: [[demo]] });
    expect(measureOf(pipeline)).toEqual({ ...builtIn('open_pipeline'), only: [[demo]] });
    const clause = { kind: 'oneOf', column: 'clause', values: ['sla.first', null], is: true };
    expect(measureOf(hot)).toEqual({ ...builtIn('sla_attainment'), only: [[clause]] });
    expect(demos?.denominator).toBe('leads that became an MQL, counted only where the campaign is “demo”');
  });

  it('reads what changes over time where the metric is placed, and at as-of what is true then', () => {
    const columnOf = (metrics: NonNullable<AgreementInput['metrics']>) => {
      const measure = measureOf(own(metrics).a);
      const atoms = isRowMeasure(measure) ? (measure.only?.[0] ?? []) : [];
      return atoms.flatMap((atom) => (atom.kind === 'oneOf' && atom.values[0] === 'A' ? atom.column : []));
    };
    expect(columnOf({ a: { rate: { from: 'sal', to: 'won' }, where: { grade: 'A' } } })).toEqual(['grade_at_sal']);
    expect(columnOf({ a: { of: 'won_in_period', where: { grade: 'A' } } })).toEqual(['grade_at_won']);
    expect(columnOf({ a: { of: 'black_hole', where: { grade: 'A' } } })).toEqual(['grade_at_now']);
    expect(columnOf({ a: { count: { stage: 'won' }, where: { 'current.grade': 'A' } } })).toEqual(['grade_at_now']);
    expect(columnOf({ a: { of: 'bookings', where: { grade: 'A' } } })).toEqual(['grade_at_won']);
  });

  it('limits a part again, and takes its name, owner and better way from it unless told', () => {
    const { first, again } = own({
      again: { of: 'first', where: { segment: 'partner' }, label: 'Partners', better: 'neutral' },
      first: { of: 'bookings', where: { 'source.campaign': 'demo' } },
    });
    const measure = measureOf(again);
    expect(isRowMeasure(measure) && measure.only?.[0]).toEqual([
      demo,
      { kind: 'oneOf', column: 'segment', values: ['partner'], is: true },
    ]);
    expect(again).toMatchObject({ label: 'Partners', direction: 'neutral', owner: 'both', clause: 'metrics.again' });
    expect(first).toMatchObject({ label: 'First', direction: 'up', unit: 'money', anchor: 'won' });
    expect(again?.formula).toBe(
      `${metricDefinition('bookings')?.formula} Counted only where the campaign is “demo”. Counted only where the segment is “partner”.`,
    );
  });

  it('keeps a limit of minutes exact', () => {
    const measure = measureOf(own({ a: { rate: { from: 'captured', to: 'sal', within: '13m' } } }).a);
    const limits =
      measure.kind === 'rate' ? measure.numerator[0]?.flatMap((it) => (it.kind === 'within' ? it.limitMs : [])) : [];
    expect(limits).toEqual([780_000]);
  });

  it('come in their order, made of one another, and of metrics that only the caller knows', () => {
    const made = own({ b: { over: 'a', per: 'won' }, a: { of: 'bookings' }, c: { sum: ['b', 'a'] } });
    expect(Object.keys(made)).toEqual(['b', 'a', 'c']);
    const find = (id: string) => made[id] ?? (metricDefinition(id) as MetricDefinition);
    expect([...partsOf('c', find)]).toEqual(['a', 'won', 'b', 'c']);
    const theirs = { ...(metricDefinition('won') as MetricDefinition), id: 'theirs' };
    const agreement = defineAgreement({ ...base, metrics: { ours: { of: 'won' } } });
    const named: Agreement = { ...agreement, metrics: { ours: { of: 'theirs', where: { product: ['x'] } } } };
    expect(ownMetrics(named, [...metricDefinitions, theirs])[0]?.id).toBe('ours');
    expect(() => ownMetrics(named)).toThrow(/no metric "theirs"/);
    expect(ownMetrics(normaliseAgreement(base))).toEqual([]);
  });

  it('refuses what the rows do not know, where the agreement was not checked', () => {
    const agreement = normaliseAgreement({ ...base, metrics: { ours: { of: 'bookings' } } });
    const where = (of: string, dimension: string): Agreement => ({
      ...agreement,
      metrics: { ours: { of, where: { [dimension]: ['x'] } } },
    });
    expect(() => ownMetrics(where('bookings', 'clause'))).toThrow(/ours cannot be cut or filtered by "clause"/);
    expect(() => ownMetrics(where('cost_per_mql', 'owner'))).toThrow(/ours cannot be cut or filtered by "owner"/);
  });
});

describe('a metric of an agreement’s own, reported', () => {
  const lead = (name: string, campaign: string, accepted: boolean) => [
    leadEvent('captured', name, '2026-01-01', { source: { channel: 'event', campaign } }),
    qualified(name, '2026-01-02', name === 'ann' ? 'hot' : 'warm'),
    ...(accepted ? [leadEvent('accepted', name, '2026-01-04')] : []),
  ];
  const log = [
    ...lead('ann', 'demo', true),
    ...lead('ben', 'demo', false),
    ...lead('cat', 'demo', false),
    ...lead('dan', 'trade_show', true),
    ...lead('eve', 'trade_show', true),
  ];
  const agreement = normaliseAgreement({
    ...base,
    metrics: {
      demo_rate: { rate: { from: 'mql', to: 'sal' }, where: { 'source.campaign': 'demo' } },
      demo_mqls: { count: { stage: 'mql' }, where: { 'source.campaign': 'demo' } },
      warm_demo_mqls: { of: 'demo_mqls', where: { 'current.readiness': 'warm' } },
      other_days: { time: { from: 'mql', to: 'sal' }, where: { 'source.campaign': ['trade_show', null] } },
      demos_a_mql: { over: 'demo_mqls', per: 'qualified' },
      others: { sum: ['qualified', '-demo_mqls'] },
    },
  });

  async function report(metrics: readonly string[], request: Omit<PlanRequest, 'metrics'> = {}) {
    const own = ownMetrics(agreement);
    const engine = createMemoryEngine({ agreement, metrics: own });
    await appendEvents(engine, log, { id: 'i1', recordedMs: Date.UTC(2026, 5, 1) });
    const context = { zone: 'UTC', nowMs: Date.UTC(2026, 11, 31), metrics: [...metricDefinitions, ...own] };
    const rows = await engine.run(parsePlan({ metrics, ...request }, context));
    await engine.close();
    return rows;
  }

  it('counts by hand: 1 of 3 demos was accepted, the others after 2 days', async () => {
    const rows = await report(['demo_rate', 'demo_mqls', 'warm_demo_mqls', 'other_days', 'demos_a_mql', 'others']);
    expect(rows.map(({ metric, value, denominator }) => [metric, value, denominator])).toEqual([
      ['demo_rate', 1 / 3, 3],
      ['demo_mqls', 3, null],
      ['warm_demo_mqls', 2, null],
      ['other_days', 2, 2],
      ['demos_a_mql', 3 / 5, 5],
      ['others', 2, null],
    ]);
    expect(rows[0]?.clause).toBe('windows.default');
    expect(rows[1]?.clause).toBe('metrics.demo_mqls');
  });

  it('is the same as the whole metric behind a filter', async () => {
    const [part] = await report(['demo_rate']);
    const filters = [{ dimension: 'source.campaign', in: ['demo'] }];
    const [whole] = await report(['mql_to_sal_rate'], { filters });
    expect({ ...part, metric: 'x' }).toEqual({ ...whole, metric: 'x' });
  });

  it('is cut and filtered as any other', async () => {
    const rows = await report(['demo_rate'], { by: ['readiness'] });
    expect(rows.map(({ dimensions, value }) => [dimensions.readiness, value])).toEqual([
      ['hot', 1],
      ['warm', 0],
    ]);
  });
});

describe('what an agreement must know of metrics', () => {
  it('is what they are: their unit and their facts', () => {
    for (const metric of metricDefinitions) {
      const measure = metricMeasure(metric);
      expect(metricTraits(metric.id), metric.id).toEqual({
        facts: isRowMeasure(measure) ? measure.grain : null,
        unit: metric.unit,
      });
    }
  });

  it('is which dimensions the rows of each metric know', () => {
    for (const metric of metricDefinitions) {
      const measure = metricMeasure(metric);
      const facts = metricTraits(metric.id)?.facts ?? null;
      if (!isRowMeasure(measure) || facts === null) continue;
      const known: readonly FactDimension[] = dimensionsOfFacts[facts];
      const place = { grain: measure.grain, anchor: metric.anchor, readAt: measure.readAt };
      expect([...known].sort(), metric.id).toEqual([...dimensionsAt(place)].sort());
    }
  });
});
