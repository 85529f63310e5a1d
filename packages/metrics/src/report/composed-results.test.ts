import { describe, expect, it } from 'vitest';
import { type Figures, noFigures } from './figures.ts';
import { productOf, quotientOf, sumOf } from './measures.ts';
import type { MetricResult, RowPlace } from './metric-result.ts';
import { productResult } from './product-result.ts';
import { quotientResult } from './quotient-result.ts';
import { sumResult } from './sum-result.ts';

const places: readonly RowPlace[] = ['a', 'b'].map((key) => ({ key, dimensions: [key], bucket: null, isOpen: false }));

/** Results by metric; what is not given of a place is not known. */
function resultsOf(figures: Readonly<Record<string, Readonly<Record<string, Partial<Figures>>>>>) {
  return (id: string): MetricResult => ({
    addresses: Object.keys(figures[id] ?? {}).map((key) => ({ dimensions: [key], bucket: null })),
    figures: async () => new Map(Object.entries(figures[id] ?? {}).map(([key, of]) => [key, { ...noFigures, ...of }])),
  });
}

describe('quotientResult', () => {
  const quotient = async (above: Partial<Figures>, below: Partial<Figures>, times = 1) => {
    const find = resultsOf({ over: { a: above }, under: { a: below } });
    return (await quotientResult(quotientOf('over', 'under', times), find).figures(places)).get('a');
  };

  it('is one value over the other, and says both', async () => {
    expect(await quotient({ value: 6000, excluded: 1 }, { value: 3, excluded: 2, implied: 1 })).toEqual({
      ...noFigures,
      value: 2000,
      numerator: 6000,
      denominator: 3,
      excluded: 3,
      implied: 1,
    });
    expect(await quotient({ value: 3 }, { value: 4 }, 100)).toMatchObject({ value: 75 });
  });

  it('is null over nothing, over less than nothing, and of what is not known', async () => {
    expect((await quotient({ value: 0 }, { value: 0 }))?.value).toBeNull();
    expect((await quotient({ value: 5 }, { value: 0 }))?.value).toBeNull();
    expect((await quotient({ value: 5 }, { value: -1 }))?.value).toBeNull();
    expect((await quotient({ value: null }, { value: 1 }))?.value).toBeNull();
    expect((await quotient({ value: 1 }, { value: null }))?.value).toBeNull();
    expect((await quotient({ value: 0 }, { value: 2 }))?.value).toBe(0);
  });

  it('is as mature as its parts', async () => {
    expect(await quotient({ value: 1, mature: true }, { value: 1, mature: false })).toMatchObject({ mature: false });
    expect(await quotient({ value: 1 }, { value: 1, mature: true })).toMatchObject({ mature: true });
    expect(await quotient({ value: 1, mature: false }, { value: 1 })).toMatchObject({ mature: false });
    expect(await quotient({ value: 1 }, { value: 1 })).toMatchObject({ mature: null });
  });

  it('has a row wherever one of its parts has', () => {
    const { addresses } = quotientResult(quotientOf('x', 'y'), resultsOf({ x: { a: {} }, y: { b: {} } }));
    expect(addresses.map(({ dimensions }) => dimensions[0])).toEqual(['a', 'b']);
  });
});

describe('sumResult', () => {
  it('adds and takes away, and is null where a part is not known', async () => {
    const find = resultsOf({
      target: { a: { value: 100 } },
      booked: { a: { value: 30, excluded: 2 }, b: { value: 5 } },
    });
    const figures = await sumResult(sumOf('target', '-booked'), find).figures(places);
    expect(figures.get('a')).toEqual({ ...noFigures, value: 70, numerator: 70, excluded: 2 });
    expect(figures.get('b')).toMatchObject({ value: null, numerator: null });
  });
});

describe('productResult', () => {
  it('multiplies and divides', async () => {
    const find = resultsOf({
      deals: { a: { value: 4, excluded: 1 } },
      rate: { a: { value: 0.5, mature: false } },
      days: { a: { value: 10, mature: true } },
    });
    const figures = await productResult(productOf('deals', 'rate', '/days'), find).figures(places);
    expect(figures.get('a')).toEqual({ ...noFigures, value: 0.2, excluded: 1, mature: false });
  });

  it('is null where a part is not known, or is nothing to divide by; times nothing it is nothing', async () => {
    const find = resultsOf({
      x: { a: { value: 4 }, b: { value: 0 } },
      none: { a: { value: 0 }, b: { value: 1 } },
    });
    const over = await productResult(productOf('x', '/none'), find).figures(places);
    expect([over.get('a')?.value, over.get('b')?.value]).toEqual([null, 0]);
    const unknown = await productResult(productOf('x', 'missing'), find).figures(places);
    expect(unknown.get('a')?.value).toBeNull();
  });
});
