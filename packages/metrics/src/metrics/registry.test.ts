import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { clauseAt, defaultAgreement } from '@sameteam/agreement';
import { metricIds as knownIds, type MetricId, metricSectionLabels, metricTable, stages } from '@sameteam/model';
import { describe, expect, it } from 'vitest';
import { anchorColumns } from '../facts/schema/anchor-columns.ts';
import { columnKind } from '../facts/schema/fact-schema.ts';
import { isRowMeasure } from '../report/fact-measure.ts';
import { isStageMeasure, metricMeasure } from '../report/metric-measure.ts';
import { partsOf } from '../report/parts-of.ts';
import type { StageMeasure } from '../report/stage-measure.ts';
import type { MetricDefinition } from './define-metric.ts';
import { metricSections } from './metric-sections.ts';
import { metricDefinition, metricDefinitions, metricIds } from './registry.ts';

const folder = import.meta.dirname;
const folders = [
  '.',
  ...readdirSync(folder, { withFileTypes: true }).flatMap((it) => (it.isDirectory() ? it.name : [])),
];
const find = (id: string): MetricDefinition => {
  const found = metricDefinition(id);
  if (found === undefined) throw new Error(`no metric ${id}`);
  return found;
};

/** The metrics that are declared by stages of leads, in short, with their measures. */
const ofStages: readonly (readonly [MetricDefinition, StageMeasure])[] = metricDefinitions.flatMap((metric) =>
  isStageMeasure(metric.measure) ? [[metric, metric.measure] as const] : [],
);

describe('metricDefinitions', () => {
  it('have each an id of their own, in lower case with underscores', () => {
    expect(new Set(metricIds).size).toBe(metricIds.length);
    for (const id of metricIds) expect(id).toMatch(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/);
  });

  it('are those that an agreement can name', () => {
    expect(metricIds).toEqual(knownIds);
  });

  it('stand each in one section of the standard report', () => {
    expect(metricSections.flatMap(({ metrics }) => metrics).toSorted()).toEqual([...metricIds].sort());
    expect(metricSections.map(({ id, label }) => [id, label])).toEqual(Object.entries(metricSectionLabels));
    for (const { id, metrics } of metricSections) expect(metrics.length, id).toBeGreaterThan(0);
  });

  it('count the facts, in the unit, that the table of metrics says', () => {
    for (const metric of metricDefinitions) {
      const { facts, unit } = metricTable[metric.id as MetricId];
      const measure = metricMeasure(metric);
      expect(metric.unit, metric.id).toBe(unit);
      expect(isRowMeasure(measure) ? measure.grain : null, metric.id).toBe(facts);
    }
  });

  it.each(metricIds)('%s stands in a file of its name with its test beside it', (id) => {
    const file = id.replaceAll('_', '-');
    const found = folders.filter((name) => existsSync(join(folder, name, `${file}.ts`)));
    expect(found).toHaveLength(1);
    expect(existsSync(join(folder, found[0] ?? '', `${file}.test.ts`))).toBe(true);
  });

  it('say what they measure: a unit that fits, words for their parts, a formula', () => {
    for (const metric of metricDefinitions) {
      const { id, unit, label, formula, numerator, denominator } = metric;
      const measure = metricMeasure(metric);
      expect(label.length, id).toBeGreaterThan(2);
      expect(formula, id).toMatch(/^[A-Z].*\.$/);
      if (measure.kind === 'rate') {
        expect(unit, id).toBe('ratio');
        expect(numerator, id).not.toBeNull();
        expect(denominator, id).not.toBeNull();
      }
      if (measure.kind === 'seconds') expect(['days', 'hours', 'working_hours'], id).toContain(unit);
      if (measure.kind === 'money') expect(unit, id).toBe('money');
      if (measure.kind === 'rows') expect(numerator, id).not.toBeNull();
    }
  });

  it('that measure stages have the unit of their kind, and no words for parts that they do not have', () => {
    const units = { count: 'leads', ratio: 'ratio', within: 'ratio', duration: 'days', sum: 'money' } as const;
    for (const [{ id, unit, numerator, denominator }, measure] of ofStages) {
      expect(unit, id).toBe(units[measure.kind]);
      expect(numerator === null, id).toBe(measure.kind === 'duration');
      expect(denominator === null, id).toBe(measure.kind === 'count' || measure.kind === 'sum');
    }
    expect(new Set(ofStages.map(([, { kind }]) => kind))).toEqual(new Set(Object.keys(units)));
    expect(ofStages.length).toBeGreaterThanOrEqual(45);
  });

  it('that measure stages are anchored at the event of their denominator, and counts at capture (rules 2 and 8)', () => {
    for (const [{ id, anchor }, measure] of ofStages) {
      if ('from' in measure) expect(anchor, id).toBe(measure.from);
      else if (measure.kind === 'count')
        expect(anchor, id).toBe(id.endsWith('_in_period') ? measure.stage : 'captured');
      else expect(anchor, id).toBe(measure.stage);
    }
  });

  it('that measure stages have the names of the parts that they measure', () => {
    for (const [{ id }, measure] of ofStages) {
      if (measure.kind === 'within') expect(id).toBe(`${measure.to}_within_${measure.limitDays}_days`);
      if (measure.kind === 'duration') {
        const isWhole = measure.from === 'captured';
        expect(id).toBe(
          `days_${isWhole ? `to_${measure.to}` : `in_${measure.from}`}_${measure.p === 0.5 ? 'median' : 'p90'}`,
        );
        if (!isWhole) expect(measure.to, id).toBe(stages[stages.indexOf(measure.from) + 1]);
        expect([0.5, 0.9], id).toContain(measure.p);
      }
      if (measure.kind === 'ratio') {
        const isWhole = measure.from === 'captured' && measure.to === 'won';
        expect(id).toBe(isWhole ? 'lead_to_win_rate' : `${measure.from}_to_${measure.to}_rate`);
      }
    }
  });

  it('ask only for columns that their facts have, and are anchored at a day that engines keep', () => {
    for (const metric of metricDefinitions) {
      const measure = metricMeasure(metric);
      if (!isRowMeasure(measure)) continue;
      expect(measure.anchors, metric.id).toContain(metric.anchor);
      for (const anchor of measure.anchors) {
        expect(anchorColumns(measure.grain), `${metric.id} at ${anchor}`).toContain(`at_${anchor}`);
      }
      for (const column of columnsIn(measure)) {
        expect(columnKind(measure.grain, column), `${metric.id}: ${column}`).toBeDefined();
      }
    }
  });

  it('are made of metrics that exist, and not of themselves', () => {
    for (const { id } of metricDefinitions) expect([...partsOf(id, find)], id).toContain(id);
  });

  it('name clauses whose section an agreement has', () => {
    for (const { id, clause } of metricDefinitions) {
      const section = clause.split('.')[0] as string;
      expect(clauseAt(defaultAgreement, section), id).not.toBeNull();
    }
  });
});

/** Every column that a measure names, wherever in it. */
function columnsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(columnsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => {
    const isTime = key === 'from' || key === 'to';
    const isName = typeof part === 'string' && ['column', 'at', 'rateAt', 'currency', 'began', 'left'].includes(key);
    if (isName) return [part as string];
    if (isTime && typeof part === 'string' && part.startsWith('at_')) return [part];
    return key === 'columns' && Array.isArray(part) ? (part as readonly string[]) : columnsIn(part);
  });
}

describe('metricDefinition', () => {
  it('finds a metric by its id', () => {
    expect(metricDefinition('won')?.label).toBe('Won');
    expect(metricDefinition('wonn')).toBeUndefined();
  });
});
