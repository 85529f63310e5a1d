import { describe, expect, it } from 'vitest';
import type { RowMeasure } from './fact-measure.ts';
import { type MeasureCounts, measureAggregates, readCounts } from './measure-aggregates.ts';
import { conversionWindowOf, countOf, numberOf, shareOf, timeOf } from './measures.ts';
import { rowFigures } from './row-figures.ts';
import { everyRow, has, hasNo, rowsWith } from './row-tests.ts';

const dayMs = 86_400_000;
const asOfMs = Date.UTC(2026, 3, 1);
const leads = { grain: 'leads', anchors: ['captured'] } as const;
const closed = { window: null, asOfMs, isOpen: false };

const counts = (given: Partial<MeasureCounts>): MeasureCounts => ({
  numerator: 0,
  denominator: 0,
  excluded: 0,
  implied: 0,
  latestMs: null,
  open: 0,
  value: null,
  unbound: 0,
  ...given,
});

const rate = shareOf({
  ...leads,
  numerator: rowsWith(has('at_won')),
  denominator: everyRow,
  matures: conversionWindowOf('captured', 'won'),
});

describe('rowFigures', () => {
  it('gives a count as it is, 0 for nothing, and different subjects where they are counted', () => {
    const rows = countOf({ ...leads, counted: everyRow });
    expect(rowFigures(rows, counts({ numerator: 3, denominator: 3, excluded: 1 }), closed)).toMatchObject({
      value: 3,
      numerator: 3,
      denominator: null,
      excluded: 1,
      mature: null,
      low: null,
    });
    expect(rowFigures(rows, counts({}), closed)).toMatchObject({ value: 0, numerator: 0 });
    const companies = countOf({ ...leads, counted: everyRow, distinct: 'company' });
    expect(rowFigures(companies, counts({ numerator: 3, value: 2 }), closed)).toMatchObject({ value: 2, numerator: 2 });
  });

  it('gives a share with its Wilson interval, and nothing of nothing', () => {
    // 1 of 4, by hand: z = 1.959964; (0.25 + z²/8 ± z √(0.25 · 0.75 / 4 + z²/64)) / (1 + z²/4)
    const figures = rowFigures(rate, counts({ numerator: 1, denominator: 4 }), closed);
    expect(figures).toMatchObject({ value: 0.25, numerator: 1, denominator: 4 });
    expect(figures.low).toBeCloseTo(0.045_587, 6);
    expect(figures.high).toBeCloseTo(0.699_358, 6);
    expect(rowFigures(rate, counts({}), closed)).toMatchObject({
      value: null,
      numerator: 0,
      denominator: 0,
      low: null,
      high: null,
      mature: null,
    });
  });

  it('is mature from the instant on at which the youngest has had the window, and the period is over', () => {
    const of = { numerator: 1, denominator: 4, latestMs: asOfMs - 90 * dayMs };
    const window = { days: 90, clause: null };
    const mature = (given: Partial<MeasureCounts>, isOpen = false) =>
      rowFigures(rate, counts({ ...of, ...given }), { window, asOfMs, isOpen }).mature;
    expect(mature({})).toBe(true);
    expect(mature({ latestMs: asOfMs - 90 * dayMs + 1 })).toBe(false);
    expect(mature({}, true)).toBe(false);
    expect(mature({ latestMs: null })).toBeNull();
  });

  it('is mature by settled rows once none is open, and the period is over', () => {
    const settling = shareOf({
      ...leads,
      numerator: rowsWith(has('at_won')),
      denominator: everyRow,
      matures: { kind: 'settled', open: rowsWith(hasNo('at_exit')) },
    });
    const mature = (given: Partial<MeasureCounts>, isOpen = false) =>
      rowFigures(settling, counts(given), { window: null, asOfMs, isOpen }).mature;
    expect(mature({ denominator: 2 })).toBe(true);
    expect(mature({ denominator: 2, open: 1 })).toBe(false);
    expect(mature({ denominator: 2 }, true)).toBe(false);
    expect(mature({ open: 1 })).toBe(false);
    expect(mature({})).toBeNull();
  });

  it('is binding where no row of it is without a version that binds, and nothing of nothing', () => {
    const binding = (given: Partial<MeasureCounts>) => rowFigures(rate, counts(given), closed).binding;
    expect(binding({ denominator: 3 })).toBe(true);
    expect(binding({ denominator: 3, unbound: 1 })).toBe(false);
    expect(binding({})).toBeNull();
  });

  it('gives seconds in the unit of the metric, and the mean of nothing as nothing', () => {
    const time = (p: number | 'mean', unitSeconds: number) =>
      timeOf({ ...leads, value: { kind: 'age', from: 'at_state' }, counted: everyRow, p, unitSeconds });
    const value = (measure: RowMeasure, given: Partial<MeasureCounts>) => rowFigures(measure, counts(given), closed);
    expect(value(time(0.5, 3600), { denominator: 2, value: 5400 })).toMatchObject({ value: 1.5, numerator: null });
    expect(value(time('mean', 86_400), { denominator: 2, value: 86_400 })).toMatchObject({
      value: 0.5,
      denominator: 2,
    });
    expect(value(time('mean', 86_400), { value: 0 })).toMatchObject({ value: null, denominator: 0 });
    expect(value(time(0.5, 86_400), {})).toMatchObject({ value: null });
    const points = numberOf({ ...leads, value: { kind: 'column', column: 'attempts' }, counted: everyRow, p: 'sum' });
    expect(value(points, { denominator: 0, value: 0 })).toMatchObject({ value: 0 });
  });
});

describe('measureAggregates', () => {
  it('asks for what readCounts reads, in its order', () => {
    expect(measureAggregates(rate).map(({ kind }) => kind)).toEqual([
      'count',
      'count',
      'count',
      'count',
      'latest',
      'count',
    ]);
    expect(readCounts(rate, { values: [0, 3, 6, 1, 4, 2, asOfMs], excluded: 5 }, [3, 4, 5, 1, 6, 0, 2])).toEqual({
      numerator: 1,
      denominator: 4,
      excluded: 7,
      implied: 3,
      latestMs: asOfMs,
      open: 0,
      value: 0,
      unbound: 6,
    });
  });

  it('reads rows that are still open where a measure settles, and an instant nowhere else', () => {
    const settling = timeOf({
      ...leads,
      value: { kind: 'age', from: 'at_state' },
      counted: everyRow,
      p: 0.9,
      matures: { kind: 'settled', open: everyRow },
    });
    expect(
      measureAggregates(settling)
        .map(({ kind }) => kind)
        .slice(4),
    ).toEqual(['count', 'quantile']);
    expect(readCounts(settling, { values: [2, 0, 3, null], excluded: 0 }, [0, 0, 1, 1, 2, 3, 1])).toMatchObject({
      open: 3,
      latestMs: null,
      value: null,
    });
  });

  it('reads a group that does not exist as nothing', () => {
    expect(readCounts(rate, undefined, [0, 1, 2, 3, 4, 5, 6])).toEqual(counts({}));
  });
});
