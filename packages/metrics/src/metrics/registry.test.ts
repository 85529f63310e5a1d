import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { clauseAt, defaultAgreement } from '@sameteam/agreement';
import { metricIds as knownIds } from '@sameteam/model';
import { describe, expect, it } from 'vitest';
import { metricDefinition, metricDefinitions, metricIds } from './registry.ts';

describe('metricDefinitions', () => {
  it('have each an id of their own, in lower case with underscores', () => {
    expect(new Set(metricIds).size).toBe(metricIds.length);
    for (const id of metricIds) expect(id).toMatch(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/);
  });

  it('are those that an agreement can name', () => {
    expect(metricIds).toEqual(knownIds);
  });

  it.each(metricIds)('%s stands in a file of its name with its test beside it', (id) => {
    const file = join(import.meta.dirname, id.replaceAll('_', '-'));
    expect(existsSync(`${file}.ts`)).toBe(true);
    expect(existsSync(`${file}.test.ts`)).toBe(true);
  });

  it('say what they measure: a unit that fits, words for their parts, a formula', () => {
    const units = { count: 'leads', ratio: 'ratio', within: 'ratio', duration: 'days', sum: 'money' } as const;
    for (const { id, unit, measure, label, formula, numerator, denominator } of metricDefinitions) {
      expect(unit, id).toBe(units[measure.kind]);
      expect(label.length, id).toBeGreaterThan(2);
      expect(formula, id).toMatch(/^[A-Z].*\.$/);
      expect(numerator === null, id).toBe(measure.kind === 'duration');
      expect(denominator === null, id).toBe(measure.kind === 'count' || measure.kind === 'sum');
    }
  });

  it('are anchored at the event of their denominator, and counts at capture (rules 2 and 8)', () => {
    for (const { id, anchor, measure } of metricDefinitions) {
      if ('from' in measure) expect(anchor, id).toBe(measure.from);
      else if (measure.kind === 'count')
        expect(anchor, id).toBe(id.endsWith('_in_period') ? measure.stage : 'captured');
      else expect(anchor, id).toBe(measure.stage);
    }
  });

  it('have the names of the parts that they measure', () => {
    for (const { id, measure } of metricDefinitions) {
      if (measure.kind === 'within') expect(id).toBe(`${measure.to}_within_${measure.limitDays}_days`);
      if (measure.kind === 'duration') expect(id).toBe(`days_to_${measure.to}_${measure.p === 0.5 ? 'median' : 'p90'}`);
      if (measure.kind === 'ratio') {
        const isWhole = measure.from === 'captured' && measure.to === 'won';
        expect(id).toBe(isWhole ? 'lead_to_win_rate' : `${measure.from}_to_${measure.to}_rate`);
      }
    }
  });

  it('name clauses whose section an agreement has', () => {
    for (const { id, clause } of metricDefinitions) {
      const section = clause.split('.')[0] as string;
      expect(clauseAt(defaultAgreement, section), id).not.toBeNull();
    }
  });
});

describe('metricDefinition', () => {
  it('finds a metric by its id', () => {
    expect(metricDefinition('won')?.label).toBe('Won');
    expect(metricDefinition('wonn')).toBeUndefined();
  });
});
