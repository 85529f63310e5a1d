import { describe, expect, it } from 'vitest';
import { MetricsError } from '../metrics-error.ts';
import { dayNumber } from './calendar.ts';
import { type GroupAddress, groupAddresses, groupKey, type Period } from './group-addresses.ts';

const month = { grain: 'month', rules: { fiscalStartMonth: 1, weekStart: 1 } } as const;
const [january, february, march] = ['2026-01-01', '2026-02-01', '2026-03-01'].map(dayNumber) as [
  number,
  number,
  number,
];
const open: Period = { firstDay: null, lastDay: null, width: 1, metrics: 1, limit: 100 };
const at = (bucket: number | null, ...dimensions: (string | null)[]): GroupAddress => ({ dimensions, bucket });

describe('groupAddresses', () => {
  it('orders dimensions as UTF-8 bytes, the missing value last', () => {
    const found = [at(null, null), at(null, '😀'), at(null, 'ﾮ'), at(null, 'b'), at(null, 'B'), at(null, '')];
    const ordered = groupAddresses(found, null, open).map(({ dimensions }) => dimensions[0]);
    expect(ordered).toEqual(['', 'B', 'b', 'ﾮ', '😀', null]);
  });

  it('orders by the first dimension, then by the second', () => {
    const found = [at(null, 'b', 'x'), at(null, null, 'a'), at(null, 'a', null), at(null, 'a', 'z')];
    const ordered = groupAddresses(found, null, { ...open, width: 2 }).map(({ dimensions }) => dimensions);
    expect(ordered).toEqual([
      ['a', 'z'],
      ['a', null],
      ['b', 'x'],
      [null, 'a'],
    ]);
  });

  it('gives each combination every bucket between the first and the last that occur', () => {
    expect(groupAddresses([at(march, 'a'), at(january, 'b'), at(january, 'b')], month, open)).toEqual([
      at(january, 'a'),
      at(february, 'a'),
      at(march, 'a'),
      at(january, 'b'),
      at(february, 'b'),
      at(march, 'b'),
    ]);
  });

  it('gives every bucket of the asked period, and no other', () => {
    const period = { ...open, firstDay: january + 30, lastDay: february };
    expect(groupAddresses([at(february, 'a')], month, period)).toEqual([at(january, 'a'), at(february, 'a')]);
    expect(groupAddresses([at(january, 'a')], month, { ...open, lastDay: march })).toHaveLength(3);
  });

  it('gives the one row of a report without dimensions, also where nothing was found', () => {
    expect(groupAddresses([], null, { ...open, width: 0 })).toEqual([at(null)]);
    expect(groupAddresses([at(null)], null, { ...open, width: 0 })).toEqual([at(null)]);
    expect(groupAddresses([], month, { ...open, width: 0, firstDay: january, lastDay: march })).toHaveLength(3);
  });

  it('gives no row where no value of the dimensions occurs, and none for a calendar without any day', () => {
    expect(groupAddresses([], null, open)).toEqual([]);
    expect(groupAddresses([], month, { ...open, width: 0 })).toEqual([]);
  });

  it('refuses more rows than the limit before it makes any', () => {
    const found = Array.from({ length: 50 }, (_, index) => at(null, String(index)));
    expect(groupAddresses(found, null, { ...open, metrics: 2 })).toHaveLength(50);
    const refused = (period: Period) => () => groupAddresses(found, null, period);
    expect(refused({ ...open, metrics: 3 })).toThrow(new MetricsError('too-many-cells', { cells: 150, limit: 100 }));
    const day = { grain: 'day', rules: month.rules } as const;
    const ages = { ...open, firstDay: dayNumber('0001-01-01'), lastDay: dayNumber('9999-12-31') };
    expect(() => groupAddresses(found, day, ages)).toThrow(/more than the limit of 100/);
  });
});

describe('groupKey', () => {
  it('tells the missing value from its name, and one text from two', () => {
    const keys = [
      at(null, null),
      at(null, 'null'),
      at(0, 'null'),
      at(null, 'a', 'b'),
      at(null, 'a,b'),
      at(null, 'a","b'),
    ];
    expect(new Set(keys.map(groupKey)).size).toBe(keys.length);
  });
});
