import { describe, expect, it } from 'vitest';
import { tableOf } from '../../../test/support/table-of.ts';
import type { FactGrain, FactRowOf } from '../../facts/schema/fact-schema.ts';
import type { FactReducer, GroupedScope, Reduction, SubjectQuery } from '../../plan/reduction.ts';
import type { RowAtom } from '../../plan/row-test.ts';
import { createMemoryReducer } from './memory-reducer.ts';

const dayMs = 86_400_000;
const bounds = { asOfMs: 100 * dayMs, knownAtMs: null, version: null };
const all = [[]] as const;

/** A reducer over hand-made rows. */
function reducerOver<G extends FactGrain>(grain: G, rows: readonly Partial<FactRowOf<G>>[]): FactReducer {
  const table = tableOf(grain, rows);
  return createMemoryReducer({ tableOf: () => table, recordedLater: () => 7 });
}

const scope: GroupedScope = {
  grain: 'leads',
  anchor: 'at_captured',
  firstDay: null,
  lastDay: null,
  filters: [],
  where: all,
  dimensions: [],
  calendar: null,
};

const lead = (name: string, day: number, more: Partial<FactRowOf<'leads'>> = {}): Partial<FactRowOf<'leads'>> => ({
  lead: `lead/${name}`,
  at_captured: day * dayMs,
  channel: 'email',
  ...more,
});

const five = [
  lead('a', 1, { at_mql: 3 * dayMs, owner_at_now: 'sue', attempts: 2, implied: 5 }),
  lead('b', 2, { at_mql: 2 * dayMs + 1500, channel: null, owner_at_now: 'sue', attempts: 3 }),
  lead('c', 8, { excluded: 'rivals', attempts: 9 }),
  lead('d', 9, { at_mql: 9 * dayMs - 1, channel: 'paid', owner_at_now: 'tim', implied: 2 }),
  { ...lead('e', 0), at_captured: null },
];

const counting = (more: Partial<Reduction>): Reduction => ({
  ...scope,
  aggregates: [{ kind: 'count', where: all }],
  ...more,
});

describe('the reducer in memory', () => {
  it('counts, adds up and finds quantiles of the rows that no exclusion takes out', async () => {
    const seconds = { kind: 'seconds', from: 'at_captured', to: 'at_mql' } as const;
    const ordered = [[{ kind: 'ordered', from: 'at_captured', to: 'at_mql', is: true }]] as const;
    const groups = await reducerOver('leads', five).reduce(
      {
        ...scope,
        aggregates: [
          { kind: 'count', where: all },
          { kind: 'count', where: [[{ kind: 'has', column: 'at_mql', is: true }]] },
          { kind: 'count', where: [] },
          { kind: 'distinct', column: 'owner_at_now', where: all },
          { kind: 'sum', value: { kind: 'column', column: 'attempts' }, where: all },
          { kind: 'sum', value: { kind: 'column', column: 'connects' }, where: all },
          { kind: 'sum', value: { kind: 'product', columns: ['attempts', 'implied'] }, where: all },
          { kind: 'latest', column: 'at_mql', where: all },
          { kind: 'latest', column: 'at_won', where: all },
          { kind: 'quantile', value: seconds, p: 0.5, where: ordered },
          { kind: 'quantile', value: seconds, p: 0, where: all },
          { kind: 'quantile', value: { kind: 'age', from: 'at_captured' }, p: 1, where: all },
          { kind: 'quantile', value: { kind: 'age', from: 'at_won' }, p: 0.5, where: all },
        ],
      },
      bounds,
    );
    expect(groups).toEqual([
      {
        dimensions: [],
        bucket: null,
        excluded: 1,
        values: [3, 3, 0, 2, 5, 0, 10, 9 * dayMs - 1, null, (1 + 2 * 86_400) / 2, -1, 99 * 86_400, null],
      },
    ]);
  });

  const rules = { fiscalStartMonth: 1, weekStart: 1 };

  it('groups by dimensions and calendars, a missing value apart, and an excluded row where it belongs', async () => {
    const reducer = reducerOver('leads', five);
    const byDay = await reducer.reduce(
      counting({ dimensions: ['channel'], calendar: { grain: 'day', rules } }),
      bounds,
    );
    expect(byDay).toEqual([
      { dimensions: ['email'], bucket: 1, excluded: 0, values: [1] },
      { dimensions: [null], bucket: 2, excluded: 0, values: [1] },
      { dimensions: ['email'], bucket: 8, excluded: 1, values: [0] },
      { dimensions: ['paid'], bucket: 9, excluded: 0, values: [1] },
    ]);
    expect(await reducer.reduce(counting({ firstDay: 50 }), bounds)).toEqual([]);
  });

  it.each<[Partial<GroupedScope>, number]>([
    [{ firstDay: 2, lastDay: 8 }, 1],
    [{ filters: [{ column: 'channel', values: ['email', null], negate: false }] }, 2],
    [{ filters: [{ column: 'channel', values: ['email', 'nowhere'], negate: true }] }, 2],
    [{ filters: [{ column: 'lead', values: ['lead/a', 'lead/c'], negate: false }] }, 1],
    [{ where: [[{ kind: 'oneOf', column: 'owner_at_now', values: ['tim'], is: true }]] }, 1],
    [{ where: [] }, 0],
  ])('sees the rows of the scope %j', async (part, count) => {
    const groups = await reducerOver('leads', five).reduce(counting(part), bounds);
    expect(groups[0]?.values[0] ?? 0).toBe(count);
  });

  const names = async (atoms: readonly RowAtom[], asOfMs = bounds.asOfMs) => {
    const query: SubjectQuery = { ...scope, address: null, rows: [atoms], excludedByAgreement: false, column: 'lead' };
    const { subjects } = await reducerOver('leads', five).subjects(
      [query],
      { ...bounds, asOfMs },
      { after: null, limit: 9 },
    );
    return subjects.map((subject) => subject.slice('lead/'.length)).join('');
  };

  it.each<[RowAtom, holds: string, not: string]>([
    [{ kind: 'has', column: 'attempts', is: true }, 'ab', 'd'],
    [{ kind: 'has', column: 'channel', is: true }, 'ad', 'b'],
    [{ kind: 'oneOf', column: 'channel', values: [null, 'paid'], is: true }, 'bd', 'a'],
    [{ kind: 'atLeast', column: 'attempts', value: 3, is: true }, 'b', 'a'],
    [{ kind: 'bit', column: 'implied', bit: 0, is: true }, 'a', 'bd'],
    [{ kind: 'bit', column: 'implied', bit: 1, is: true }, 'd', 'ab'],
    [{ kind: 'ordered', from: 'at_captured', to: 'at_mql', is: true }, 'ab', 'd'],
    [{ kind: 'past', column: 'at_mql', ms: 97 * dayMs, is: true }, 'ab', 'd'],
  ])('tells for which rows %j holds and for which its opposite', async (atom, holds, not) => {
    expect([await names([atom]), await names([{ ...atom, is: false }])]).toEqual([holds, not]);
  });

  it('asks of two times whether they are within a limit of those that are in order', async () => {
    const within: RowAtom = { kind: 'within', from: 'at_captured', to: 'at_mql', limitMs: 1500, is: true };
    const later: RowAtom = { ...within, is: false };
    const inOrder: RowAtom = { kind: 'ordered', from: 'at_captured', to: 'at_mql', is: true };
    expect([await names([within]), await names([inOrder, later])]).toEqual(['b', 'a']);
    expect(await names([{ ...within, limitMs: 1499 }])).toBe('');
  });

  it('adds exactly up to 2^53, and refuses a sum beyond', async () => {
    const max = Number.MAX_SAFE_INTEGER;
    const sum = (amounts: readonly number[]) =>
      reducerOver(
        'leads',
        amounts.map((attempts, index) => lead(String(index), 1, { attempts })),
      ).reduce(
        { ...scope, aggregates: [{ kind: 'sum', value: { kind: 'column', column: 'attempts' }, where: all }] },
        bounds,
      );
    expect((await sum([max, max, -max, -3]))[0]?.values).toEqual([max - 3]);
    await expect(sum([max, 1])).rejects.toMatchObject({ code: 'sum-too-large' });
  });

  it('adds up money by currency, and of a foreign one by day', async () => {
    const row = (day: number, amount: number | null, currency: string) => ({
      ...{ opportunity: `opportunity/${day}`, at_won: day * dayMs, amount, currency },
    });
    const reducer = reducerOver('opportunities', [
      row(1, 100, 'EUR'),
      row(2, 50, 'EUR'),
      row(2, 7, 'USD'),
      row(3, 8, 'USD'),
      row(3, -1, 'USD'),
      row(4, null, 'USD'),
    ]);
    const groups = await reducer.amounts(
      {
        ...{ ...scope, grain: 'opportunities', anchor: 'at_won', rateAt: 'at_won', amounts: all, home: 'EUR' },
        value: { kind: 'column', column: 'amount' },
        currency: 'currency',
      },
      bounds,
    );
    const address = { dimensions: [], bucket: null };
    expect(groups).toEqual([
      { ...address, currency: 'EUR', day: null, amount: 150 },
      { ...address, currency: 'USD', day: 2, amount: 7 },
      { ...address, currency: 'USD', day: 3, amount: 7 },
    ]);
  });

  it('counts the days that rows waited, and by which end', async () => {
    const row = (ended: number | null, exit: string | null) => ({ ...lead('x', 1), at_exit: ended, exit });
    const reducer = reducerOver('leads', [
      row(dayMs, 'won'),
      row(dayMs + 1, 'won'),
      row(3 * dayMs, 'lost'),
      row(null, null),
      row(dayMs - 5, 'lost'),
    ]);
    const query = { ...scope, from: 'at_captured', to: 'at_exit', end: 'exit', waiting: all };
    const address = { dimensions: [], bucket: null };
    expect(await reducer.waiting(query, { ...bounds, asOfMs: 5.9 * dayMs })).toEqual([
      { ...address, ended: true, end: 'won', days: 0, rows: 1 },
      { ...address, ended: true, end: 'won', days: 1, rows: 1 },
      { ...address, ended: true, end: 'lost', days: 2, rows: 1 },
      { ...address, ended: false, end: null, days: 4, rows: 1 },
      { ...address, ended: true, end: 'lost', days: 0, rows: 1 },
    ]);
    const merged = await reducer.waiting({ ...query, end: null }, { ...bounds, asOfMs: 5.9 * dayMs });
    expect(merged.find(({ ended, days }) => ended && days === 0)).toMatchObject({ end: null, rows: 2 });
  });

  it('counts the rows of each value up to a limit', async () => {
    const reducer = reducerOver(
      'leads',
      [1, 1, 2, null].map((attempts) => lead('x', 1, { attempts })),
    );
    const query = { ...scope, value: { kind: 'column', column: 'attempts' } as const, rows: all };
    expect(await reducer.histogram({ ...query, limit: 2 }, bounds)).toEqual([
      { dimensions: [], bucket: null, value: 1, rows: 2 },
      { dimensions: [], bucket: null, value: 2, rows: 1 },
    ]);
    await expect(reducer.histogram({ ...query, limit: 1 }, bounds)).rejects.toMatchObject({ code: 'too-many-cells' });
  });

  it('pages subjects as UTF-8 bytes, each once, those of one group or those that were taken out', async () => {
    const rows = ['😀', '\uffee', 'b', 'a', 'a'].map((name, day) => lead(name, day));
    const reducer = reducerOver('leads', [...rows, lead('x', 1, { excluded: 'rivals', channel: 'paid' })]);
    const query: SubjectQuery = { ...scope, address: null, rows: all, excludedByAgreement: false, column: 'lead' };
    const page = (after: string | null, limit: number) => reducer.subjects([query, query], bounds, { after, limit });
    expect(await page(null, 3)).toEqual({ subjects: ['lead/a', 'lead/b', 'lead/\uffee'], total: 4 });
    expect(await page('lead/b', 9)).toEqual({ subjects: ['lead/\uffee', 'lead/😀'], total: 4 });
    const excluded = { ...query, excludedByAgreement: true };
    expect((await reducer.subjects([excluded], bounds, { after: null, limit: 9 })).subjects).toEqual(['lead/x']);
    const paid = { ...excluded, dimensions: ['channel'], address: { dimensions: ['paid'], bucket: null } };
    expect((await reducer.subjects([paid], bounds, { after: null, limit: 9 })).total).toBe(1);
    const none = { ...paid, address: { dimensions: ['fair'], bucket: null } };
    expect((await reducer.subjects([none], bounds, { after: null, limit: 9 })).total).toBe(0);
  });

  it('pages leads by their capture, those never captured last', async () => {
    const reducer = reducerOver('leads', five);
    const first = await reducer.leads(null, bounds, { after: null, limit: 3 });
    expect([first.leads.map((row) => row.lead), first.total]).toEqual([['lead/a', 'lead/b', 'lead/c'], 5]);
    const rest = await reducer.leads(null, bounds, { after: { capturedMs: 8 * dayMs, lead: 'lead/c' }, limit: 9 });
    expect(rest.leads.map((row) => row.lead)).toEqual(['lead/d', 'lead/e']);
    expect(rest.leads[1]).toMatchObject({ at_captured: null, channel: 'email', owner_at_now: null });
  });

  it('lists values of rows that count, things by their ids, and what was recorded later', async () => {
    const reducer = reducerOver('leads', five);
    expect(await reducer.values('leads', 'channel', bounds, 9)).toEqual([
      { value: 'email', rows: 2 },
      { value: 'paid', rows: 1 },
      { value: null, rows: 1 },
    ]);
    const { rows, total } = await reducer.facts('leads', bounds, { after: 'lead/c', limit: 1 });
    expect([rows.map((row) => [row.lead, row.implied]), total]).toEqual([[['lead/d', 2]], 5]);
    expect(await reducer.recordedLater(bounds)).toBe(7);
  });
});
