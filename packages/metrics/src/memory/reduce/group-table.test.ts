import { describe, expect, it } from 'vitest';
import { tableOf } from '../../../test/support/table-of.ts';
import type { GroupedScope } from '../../plan/reduction.ts';
import { groupTable } from './group-table.ts';

const dayMs = 86_400_000;
const at = { asOfMs: 100 * dayMs };
const names = ['channel', 'medium', 'campaign'] as const;

/** Leads with a text each for channel, medium and campaign, captured on the given days; never for NaN. */
function leadsOf(
  rows: readonly (readonly (string | null)[])[],
  days: readonly number[],
  excluded: readonly number[] = [],
) {
  return tableOf(
    'leads',
    rows.map((row, index) => ({
      ...Object.fromEntries(names.map((name, place) => [name, row[place] ?? null])),
      lead: `lead/${index}`,
      at_captured: Number.isNaN(days[index]) ? null : (days[index] as number) * dayMs,
      excluded: excluded.includes(index) ? 'rivals' : null,
    })),
  );
}

const scope: GroupedScope = {
  grain: 'leads',
  anchor: 'at_captured',
  firstDay: null,
  lastDay: null,
  filters: [],
  where: [[]],
  dimensions: [],
  calendar: null,
};

describe('groupTable', () => {
  it('numbers groups in order of their first row, and leaves out rows out of scope', () => {
    const table = leadsOf([['a'], ['b'], ['a'], [null], ['b']], [5, 6, 7, 8, Number.NaN]);
    const { group, addresses } = groupTable(table, { ...scope, dimensions: ['channel'] }, at);
    expect([...group]).toEqual([0, 1, 0, 2, -1]);
    expect(addresses.map(({ dimensions }) => dimensions[0])).toEqual(['a', 'b', null]);
  });

  it('cuts days into buckets, those before 1970 too', () => {
    const table = leadsOf([['a'], ['a'], ['a'], ['a']], [-1, 0, 30, 31]);
    const calendar = { grain: 'month', rules: { fiscalStartMonth: 1, weekStart: 1 } } as const;
    const { group, addresses } = groupTable(table, { ...scope, calendar }, at);
    expect([...group]).toEqual([0, 1, 1, 2]);
    expect(addresses.map(({ bucket }) => bucket)).toEqual([-31, 0, 31]);
  });

  it('keeps to the period, the filters and the rows that are looked at', () => {
    const table = leadsOf([['a'], ['b'], ['a'], [null]], [1, 2, 3, 4]);
    const filters = [{ column: 'channel', values: ['a', 'unheard of'], negate: true }];
    expect([...groupTable(table, { ...scope, firstDay: 2, lastDay: 4, filters }, at).group]).toEqual([-1, 0, -1, 0]);
    const kept = filters.map((filter) => ({ ...filter, negate: false }));
    expect([...groupTable(table, { ...scope, lastDay: 2, filters: kept }, at).group]).toEqual([0, -1, -1, -1]);
    const where = [[{ kind: 'has', column: 'channel', is: false }]] as const;
    expect([...groupTable(table, { ...scope, where }, at).group]).toEqual([-1, -1, -1, 0]);
    expect(groupTable(table, { ...scope, where: [] }, at).addresses).toEqual([]);
  });

  it('groups alike where combinations are too many for a table', () => {
    // 150 values in each of three columns: 151³ combinations, of which 150 occur.
    const rows = Array.from({ length: 300 }, (_, index) => Array.from({ length: 3 }, () => `v${index % 150}`));
    const table = leadsOf(
      rows,
      rows.map(() => 1),
    );
    const { group, addresses } = groupTable(table, { ...scope, dimensions: names }, at);
    expect(addresses).toHaveLength(150);
    expect([...group]).toEqual(rows.map((_, index) => index % 150));
  });

  it('counts the rows that exclusions take out in their group, and keeps them only where that is asked for', () => {
    const table = leadsOf([['a'], ['a'], ['b'], ['b']], [1, 1, 1, Number.NaN], [1, 2, 3]);
    const query = { ...scope, dimensions: ['channel'] };
    const without = groupTable(table, query, at);
    expect([...without.group]).toEqual([0, -1, -1, -1]);
    expect(without.addresses.map(({ dimensions }) => dimensions[0])).toEqual(['a', 'b']);
    expect([...without.excluded]).toEqual([1, 1]);
    expect([...groupTable(table, query, { ...at, keepExcluded: true }).group]).toEqual([0, 0, 1, -1]);
  });
});
