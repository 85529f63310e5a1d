import { describe, expect, it } from 'vitest';
import { agreementWith } from '../../test/support/agreements.ts';
import type { MetricDefinition } from '../metrics/define-metric.ts';
import { metricDefinition } from '../metrics/registry.ts';
import { type MetricCounts, metricCounts, rowMaker } from './report-row-of.ts';

const dayMs = 86_400_000;
const asOfMs = Date.UTC(2026, 5, 1);
const agreement = agreementWith({ windows: { lead_to_win: '30d' }, currency: 'SEK' });

function rowOf(id: string, counts: Partial<MetricCounts>, { isOpen = false } = {}) {
  const none = { numerator: 0, denominator: 0, excluded: 0, implied: 0, latestMs: null, quantile: null, sum: null };
  const metric = metricDefinition(id) as MetricDefinition;
  const make = rowMaker(metric, { anchor: 'captured', asOfMs, agreement });
  return make({ ...none, ...counts }, { dimensions: {}, isOpen });
}

describe('metricCounts', () => {
  it('reads values in the order of the aggregates, and adds what the agreement takes out', () => {
    expect(metricCounts([3, 8, 2, 1, 99, 7200], 4)).toEqual({
      numerator: 3,
      denominator: 8,
      excluded: 6,
      implied: 1,
      latestMs: 99,
      quantile: 7200,
      sum: null,
    });
    expect(metricCounts([], 0)).toMatchObject({ numerator: 0, denominator: 0, latestMs: null, quantile: null });
  });
});

describe('rowMaker', () => {
  it('gives a count its numerator and nothing to divide by', () => {
    expect(rowOf('won', { numerator: 3, denominator: 3 })).toMatchObject({
      value: 3,
      numerator: 3,
      denominator: null,
      low: null,
      mature: null,
      currency: null,
    });
  });

  it('gives a rate an interval, and null where nothing is divided by nothing', () => {
    const rate = rowOf('lead_to_win_rate', { numerator: 842, denominator: 8000, latestMs: 0 });
    expect(rate).toMatchObject({ value: 0.10525, clause: 'windows.lead_to_win', asOf: '2026-06-01T00:00:00.000Z' });
    expect(rate.low).toBeCloseTo(0.0987, 4);
    expect(rate.high).toBeCloseTo(0.1122, 4);
    expect(rowOf('lead_to_win_rate', {})).toMatchObject({ value: null, low: null, high: null, mature: null });
  });

  it('gives a duration in days, without a numerator', () => {
    expect(rowOf('days_to_won_median', { quantile: 129_600, denominator: 4 })).toMatchObject({
      value: 1.5,
      numerator: null,
      denominator: 4,
    });
  });

  it('gives a sum in the currency of the agreement, as value and numerator', () => {
    expect(rowOf('bookings', { sum: 1250, numerator: 2 })).toMatchObject({
      value: 1250,
      numerator: 1250,
      currency: 'SEK',
    });
    expect(rowOf('bookings', {})).toMatchObject({ value: 0, numerator: 0 });
  });

  it('calls a cohort mature when its youngest member has had the window and no day is still to come', () => {
    const mature = (latestMs: number, isOpen: boolean) =>
      rowOf('lead_to_win_rate', { numerator: 1, denominator: 2, latestMs }, { isOpen }).mature;
    expect(mature(asOfMs - 30 * dayMs, false)).toBe(true);
    expect(mature(asOfMs - 30 * dayMs + 1, false)).toBe(false);
    expect(mature(asOfMs - 300 * dayMs, true)).toBe(false);
  });

  it('names the clause of the agreement only where it has one', () => {
    expect(rowOf('qualified', {}).clause).toBeNull();
    expect(rowOf('bookings', {}).clause).toBe('currency');
    expect(rowOf('captured_to_mql_rate', {}).clause).toBe('windows.default');
  });
});
