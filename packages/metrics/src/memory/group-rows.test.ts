import { describe, expect, it } from 'vitest';
import { Dictionary } from '../facts/columns/dictionary.ts';
import type { FactColumn } from '../plan/dimensions.ts';
import type { Scope } from '../plan/query.ts';
import type { FactTable } from './fact-table.ts';
import { groupRows } from './group-rows.ts';

/** Rows with one text column each for channel, medium and campaign, all captured on the given days. */
function tableOf(rows: readonly (readonly (string | null)[])[], days: readonly number[]): FactTable {
  const names = ['channel', 'medium', 'campaign'];
  const columns = names.map((_, index) => {
    const dictionary = new Dictionary();
    return { dictionary, codes: Int32Array.from(rows, (row) => dictionary.code(row[index] ?? null)) };
  });
  const time = Float64Array.from(days, (day) => (Number.isNaN(day) ? Number.NaN : day * 86_400_000));
  return {
    count: rows.length,
    timeMs: () => time,
    day: () => Int32Array.from(days),
    implied: new Uint8Array(rows.length),
    excluded: new Uint8Array(rows.length),
    column: (column) =>
      columns[names.indexOf(column.kind === 'capture' ? column.name : '')] as (typeof columns)[number],
    lead: Int32Array.from(rows, (_, row) => row),
    amountMinor: null,
    currency: null,
  };
}

const scope: Scope = { grain: 'leads', anchor: 'captured', firstDay: null, lastDay: null, filters: [] };
const column = (name: 'channel' | 'medium' | 'campaign'): FactColumn => ({ kind: 'capture', name });

describe('groupRows', () => {
  it('numbers groups in order of their first row, and leaves out rows out of scope', () => {
    const table = tableOf([['a'], ['b'], ['a'], [null], ['b']], [5, 6, 7, 8, Number.NaN]);
    const { group, addresses } = groupRows(table, { ...scope, dimensions: [column('channel')], calendar: null });
    expect([...group]).toEqual([0, 1, 0, 2, -1]);
    expect(addresses.map(({ dimensions }) => dimensions[0])).toEqual(['a', 'b', null]);
  });

  it('cuts days into buckets, those before 1970 too', () => {
    const table = tableOf([['a'], ['a'], ['a'], ['a']], [-1, 0, 30, 31]);
    const calendar = { grain: 'month', rules: { fiscalStartMonth: 1, weekStart: 1 } } as const;
    const { group, addresses } = groupRows(table, { ...scope, dimensions: [], calendar });
    expect([...group]).toEqual([0, 1, 1, 2]);
    expect(addresses.map(({ bucket }) => bucket)).toEqual([-31, 0, 31]);
  });

  it('keeps to the period and the filters', () => {
    const table = tableOf([['a'], ['b'], ['a'], [null]], [1, 2, 3, 4]);
    const filters = [{ column: column('channel'), values: ['a', 'unheard of'], negate: true }];
    const { group } = groupRows(table, { ...scope, firstDay: 2, lastDay: 4, filters, dimensions: [], calendar: null });
    expect([...group]).toEqual([-1, 0, -1, 0]);
  });

  it('groups alike where combinations are too many for a table', () => {
    // 150 values in each of three columns: 151³ combinations, of which 150 occur.
    const rows = Array.from({ length: 300 }, (_, index) => Array.from({ length: 3 }, () => `v${index % 150}`));
    const table = tableOf(
      rows,
      rows.map(() => 1),
    );
    const query = { ...scope, dimensions: [column('channel'), column('medium'), column('campaign')], calendar: null };
    const { group, addresses } = groupRows(table, query);
    expect(addresses).toHaveLength(150);
    expect([...group]).toEqual(rows.map((_, index) => index % 150));
  });
});
