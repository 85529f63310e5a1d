import { describe, expect, it } from 'vitest';
import type { GroupedScope, Reduction } from '../../src/plan/reduction.ts';
import { reducerPageCases } from './reducer-page-cases.ts';
import { all, bounds, dayMs, five, lead, overParts, type ReducerOver, scope } from './reducer-rows.ts';

/**
 * Declares what the reducer of every engine with a store is held to.
 * @param options.isExact whether quantiles are the same to the last bit: a database may interpolate in another order
 */
export function reducerCases(made: ReducerOver, { isExact }: { readonly isExact: boolean }): void {
  const reducerOver = overParts(made);
  reducerPageCases(made);

  describe('a reducer', () => {
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
      const expected = [3, 3, 0, 2, 2, 0, 9 * dayMs - 1, null, quantile(0.5), quantile(0.9), -1, null];
      const values = [...(group?.values ?? [])];
      for (const [index, value] of isExact ? [] : expected.entries()) {
        if (query.aggregates[index]?.kind !== 'quantile' || value === null) continue;
        expect((values[index] ?? 0) / value).toBeCloseTo(1, 12);
        values[index] = value;
      }
      expect(values).toEqual(expected);
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
      const shown = (await reducer.waiting(query, bounds)).map(({ ended, end, days, rows }) => [
        ended,
        end,
        days,
        rows,
      ]);
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
  });
}
