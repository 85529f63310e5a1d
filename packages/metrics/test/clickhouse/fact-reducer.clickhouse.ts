import { afterEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../src/clickhouse/connection.ts';
import { createFactReducer } from '../../src/clickhouse/fact-reducer.ts';
import { factWriter } from '../../src/clickhouse/fact-writer.ts';
import { prepareStore } from '../../src/clickhouse/prepare-store.ts';
import { factTable } from '../../src/clickhouse/schema.ts';
import { type FactGrain, type FactRowOf, factSchema } from '../../src/facts/schema/fact-schema.ts';
import type { FactReducer, GroupedScope, Reduction } from '../../src/plan/reduction.ts';
import { chdbClient } from './support/chdb-client.ts';

const dayMs = 86_400_000;
const bounds = { asOfMs: 100 * dayMs, knownAtMs: null, version: null };
const all = [[]] as const;

const opened: Database[] = [];
let count = 0;
afterEach(async () => {
  for (const database of opened.splice(0)) await database.run(`DROP DATABASE ${database.name}`);
});

/** A reducer over hand-made rows; columns that a row does not name are missing. */
async function reducerOver<G extends FactGrain>(
  grain: G,
  rows: readonly Partial<FactRowOf<G>>[],
  { hasExclusions = true } = {},
): Promise<FactReducer> {
  const name = `reduced_${process.pid}_${++count}`;
  const database = openDatabase(chdbClient(), { name, cluster: null, isOwn: false });
  opened.push(database);
  await prepareStore(database, { readOnly: false });
  const dayOf = (timeMs: number) => Math.floor(timeMs / dayMs);
  const writer = factWriter(database, { table: factTable, version: 1, dayOf });
  const empty = Object.fromEntries(Object.keys(factSchema[grain]).map((column) => [column, null]));
  for (const row of rows) writer.add(grain, { ...empty, ...row } as FactRowOf<G>);
  await writer.flush();
  return createFactReducer(database, {
    factsUnder: async () => ({ table: (of) => database.table(factTable(of)), hasExclusions }),
    recordedLater: async () => 0,
  });
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
  lead('a', 1, { at_mql: 3 * dayMs, owner_at_now: 'sue', attempts: 2 }),
  lead('b', 2, { at_mql: 2 * dayMs + 1500, channel: null, owner_at_now: 'sue' }),
  lead('c', 8, { excluded: 'rivals' }),
  lead('d', 9, { at_mql: 9 * dayMs - 1, channel: 'paid', owner_at_now: 'tim' }),
  { ...lead('e', 0), at_captured: null },
];

describe('the reducer of ClickHouse', () => {
  it('counts, adds up and finds quantiles of the rows that no exclusion takes out', async () => {
    const reducer = await reducerOver('leads', five);
    const seconds = { kind: 'seconds', from: 'at_captured', to: 'at_mql' } as const;
    const ordered = [[{ kind: 'ordered', from: 'at_captured', to: 'at_mql', is: true }]] as const;
    const query: Reduction = {
      ...scope,
      aggregates: [
        { kind: 'count', where: all },
        { kind: 'count', where: [[{ kind: 'has', column: 'at_mql', is: true }]] },
        { kind: 'count', where: [] },
        { kind: 'distinct', column: 'owner_at_now', where: all },
        { kind: 'sum', value: { kind: 'column', column: 'attempts' }, where: all },
        { kind: 'sum', value: { kind: 'column', column: 'connects' }, where: all },
        { kind: 'latest', column: 'at_mql', where: all },
        { kind: 'latest', column: 'at_won', where: all },
        { kind: 'quantile', value: seconds, p: 0.5, where: ordered },
        { kind: 'quantile', value: seconds, p: 0.9, where: ordered },
        { kind: 'quantile', value: seconds, p: 0, where: all },
        { kind: 'quantile', value: { kind: 'age', from: 'at_won' }, p: 0.5, where: all },
      ],
    };
    const [group, ...others] = await reducer.reduce(query, bounds);
    expect(others).toEqual([]);
    expect(group).toMatchObject({ dimensions: [], bucket: null, excluded: 1 });
    const ordered2 = [1, 2 * 86_400];
    const quantile = (p: number) => (ordered2[0] as number) + p * ((ordered2[1] as number) - (ordered2[0] as number));
    expect(group?.values.slice(0, 8)).toEqual([3, 3, 0, 2, 2, 0, 9 * dayMs - 1, null]);
    const [median, p90, ...others2] = group?.values.slice(8) ?? [];
    // The database interpolates in another order of operations: the last bit may differ.
    expect((median ?? 0) / quantile(0.5)).toBeCloseTo(1, 12);
    expect((p90 ?? 0) / quantile(0.9)).toBeCloseTo(1, 12);
    expect(others2).toEqual([-1, null]);
  });

  it('groups by dimensions and calendars, a missing value apart, and an excluded row where it belongs', async () => {
    const reducer = await reducerOver('leads', five);
    const rules = { fiscalStartMonth: 1, weekStart: 4 };
    const count: Reduction = { ...scope, dimensions: ['channel'], aggregates: [{ kind: 'count', where: all }] };
    const byWeek = await reducer.reduce({ ...count, calendar: { grain: 'week', rules } }, bounds);
    expect(new Set(byWeek.map((row) => JSON.stringify(row)))).toEqual(
      new Set(
        [
          { dimensions: ['email'], bucket: 0, excluded: 0, values: [1] },
          { dimensions: [null], bucket: 0, excluded: 0, values: [1] },
          { dimensions: ['email'], bucket: 7, excluded: 1, values: [0] },
          { dimensions: ['paid'], bucket: 7, excluded: 0, values: [1] },
        ].map((row) => JSON.stringify(row)),
      ),
    );
    const byDay = await reducer.reduce({ ...count, dimensions: [], calendar: { grain: 'day', rules } }, bounds);
    expect(byDay.map(({ bucket }) => bucket).sort()).toEqual([1, 2, 8, 9]);
  });

  it.each([
    [{ firstDay: 2, lastDay: 8 }, 1],
    [{ filters: [{ column: 'channel', values: ['email', null], negate: false }] }, 2],
    [{ filters: [{ column: 'channel', values: ['email', null], negate: true }] }, 1],
    [{ filters: [{ column: 'channel', values: ['no such channel'], negate: false }] }, 0],
    [{ filters: [{ column: 'lead', values: ['lead/a', 'lead/d'], negate: false }] }, 2],
    [{ where: [[{ kind: 'oneOf', column: 'owner_at_now', values: ['sue'], is: true }]] }, 2],
    [{ where: [] }, 0],
  ] satisfies readonly [Partial<GroupedScope>, number][])('sees the rows of %j: %i', async (part, expected) => {
    const reducer = await reducerOver('leads', five);
    const query = { ...scope, ...part, aggregates: [{ kind: 'count', where: all }] } as const;
    expect((await reducer.reduce(query, bounds))[0]?.values).toEqual([expected]);
  });

  it('gives no rows for groups of which there are none, and one without groups', async () => {
    const reducer = await reducerOver('leads', [], { hasExclusions: false });
    const query: Reduction = {
      ...scope,
      aggregates: [
        { kind: 'count', where: all },
        { kind: 'sum', value: { kind: 'column', column: 'attempts' }, where: all },
      ],
    };
    expect(await reducer.reduce(query, bounds)).toEqual([
      { dimensions: [], bucket: null, excluded: 0, values: [0, 0] },
    ]);
    expect(await reducer.reduce({ ...query, dimensions: ['channel'] }, bounds)).toEqual([]);
  });

  it('gives amounts by currency, those that are foreign by day, and none that is beyond 2^53', async () => {
    const deal = (day: number, amount: number | null, currency: string | null) => ({
      opportunity: `opportunity/${day}`,
      at_opportunity: 0,
      at_won: day * dayMs,
      amount,
      currency,
      probability: 500,
    });
    const reducer = await reducerOver('opportunities', [
      deal(1, 2 ** 52, 'EUR'),
      deal(2, 2 ** 52 - 1, 'EUR'),
      deal(3, 7, 'USD'),
      deal(4, 8, 'USD'),
      deal(5, null, 'EUR'),
      deal(6, 9, null),
    ]);
    const query = {
      ...scope,
      grain: 'opportunities',
      anchor: 'at_opportunity',
      value: { kind: 'column', column: 'amount' },
      currency: 'currency',
      rateAt: 'at_won',
      amounts: all,
      home: 'EUR',
    } as const;
    const groups = await reducer.amounts(query, bounds);
    const shown = groups.map(({ currency, day, amount }) => [currency, day, amount]);
    expect(shown.sort((a, b) => Number(a[1]) - Number(b[1]))).toEqual([
      ['EUR', null, 2 ** 53 - 1],
      ['USD', 3, 7],
      ['USD', 4, 8],
      [null, 6, 9],
    ]);
    const weighted = { ...query, value: { kind: 'product', columns: ['amount', 'probability'] } } as const;
    await expect(reducer.amounts(weighted, bounds)).rejects.toMatchObject({ code: 'sum-too-large' });
    const usd = { ...weighted, filters: [{ column: 'currency', values: ['USD'], negate: false }] };
    expect((await reducer.amounts(usd, bounds)).map(({ amount }) => amount).sort()).toEqual([3500, 4000]);
    const sum = {
      ...query,
      aggregates: [{ kind: 'sum', value: { kind: 'column', column: 'amount' }, where: all }],
    } as const;
    await expect(reducer.reduce(sum, bounds)).rejects.toMatchObject({ code: 'sum-too-large' });
  });

  it('tells how many days rows waited, by their end', async () => {
    const reducer = await reducerOver('leads', [
      lead('a', 90, { at_exit: 90 * dayMs + 1, exit: 'won' }),
      lead('b', 90, { at_exit: 91 * dayMs, exit: 'lost' }),
      lead('c', 90),
      lead('d', 90, { at_exit: 90 * dayMs, exit: 'won' }),
      lead('e', 90, { excluded: 'rivals' }),
      lead('f', 101),
    ]);
    const query = { ...scope, from: 'at_captured', to: 'at_exit', end: 'exit', waiting: all } as const;
    const shown = (await reducer.waiting(query, bounds)).map(({ ended, end, days, rows }) => [ended, end, days, rows]);
    expect(new Set(shown.map(String))).toEqual(
      new Set(['true,won,1,1', 'true,lost,1,1', 'true,won,0,1', 'false,,10,1', 'false,,0,1']),
    );
    const plain = await reducer.waiting({ ...query, end: null }, bounds);
    expect(plain.find(({ ended, days }) => ended && days === 1)).toMatchObject({ end: null, rows: 2 });
  });

  it('tells how many rows have which value, while those are not too many', async () => {
    const reducer = await reducerOver(
      'leads',
      [1, 1, 2, null].map((attempts, index) => lead(`${index}`, 1, { attempts })),
    );
    const query = { ...scope, value: { kind: 'column', column: 'attempts' }, rows: all, limit: 2 } as const;
    const shown = (await reducer.histogram(query, bounds)).map(({ value, rows }) => [value, rows]);
    expect(shown.sort()).toEqual([
      [1, 2],
      [2, 1],
    ]);
    await expect(reducer.histogram({ ...query, limit: 1 }, bounds)).rejects.toMatchObject({ code: 'too-many-cells' });
  });

  it('pages subjects in the order of their UTF-8 bytes, each once', async () => {
    const names = ['\uffee', '😀', 'a', 'b'];
    const reducer = await reducerOver('touches', [
      ...names.map((name, day) => ({ lead: `lead/${name}`, at_touched: day * dayMs, activity: 'visit' })),
      { lead: 'lead/a', at_touched: 9 * dayMs, activity: 'visit' },
      { lead: 'lead/c', at_touched: 9 * dayMs, activity: null },
      { lead: 'lead/x', at_touched: 9 * dayMs, activity: 'visit', excluded: 'rivals' },
    ]);
    const query = {
      ...scope,
      grain: 'touches',
      anchor: 'at_touched',
      dimensions: ['activity'],
      address: { dimensions: ['visit'], bucket: null },
      rows: all,
      excludedByAgreement: false,
      column: 'lead',
    } as const;
    const page = (after: string | null, limit: number) => reducer.subjects([query, query], bounds, { after, limit });
    expect(await page(null, 3)).toEqual({ subjects: ['lead/a', 'lead/b', 'lead/\uffee'], total: 4 });
    expect(await page('lead/b', 9)).toEqual({ subjects: ['lead/\uffee', 'lead/😀'], total: 4 });
    expect(await page('lead/😀', 9)).toEqual({ subjects: [], total: 4 });
    const missing = { ...query, address: { dimensions: [null], bucket: null } };
    expect((await reducer.subjects([missing], bounds, { after: null, limit: 9 })).subjects).toEqual(['lead/c']);
    const excluded = { ...query, excludedByAgreement: true };
    expect((await reducer.subjects([excluded], bounds, { after: null, limit: 9 })).subjects).toEqual(['lead/x']);
    const whole = { ...query, address: null };
    expect((await reducer.subjects([whole], bounds, { after: null, limit: 9 })).total).toBe(5);
    expect(await reducer.subjects([], bounds, { after: null, limit: 9 })).toEqual({ subjects: [], total: 0 });
  });
});
