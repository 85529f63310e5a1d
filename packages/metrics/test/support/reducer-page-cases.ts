import { describe, expect, it } from 'vitest';
import { factSchema } from '../../src/facts/schema/fact-schema.ts';
import { type FactReducer, leadFactColumns } from '../../src/plan/reduction.ts';
import { all, bounds, dayMs, five, lead, overParts, type ReducerOver, scope } from './reducer-rows.ts';

/** Declares what the pages and lists of a reducer are held to. */
export function reducerPageCases(made: ReducerOver): void {
  const reducerOver = overParts(made);

  describe('the pages of a reducer', () => {
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

    it('pages leads by their capture, those never captured last, then by subject', async () => {
      const reducer = await reducerOver('leads', [...five, lead('f', 2), lead('g', 2)]);
      const page = async (after: Parameters<FactReducer['leads']>[2]['after'], limit = 9) => {
        const { leads, total } = await reducer.leads(null, bounds, { after, limit });
        return [leads.map((row) => row.lead?.slice(5)).join(''), total];
      };
      expect(await page(null)).toEqual(['abfgcde', 7]);
      expect(await page(null, 2)).toEqual(['ab', 7]);
      expect(await page({ capturedMs: 2 * dayMs, lead: 'lead/b' })).toEqual(['fgcde', 7]);
      expect(await page({ capturedMs: null, lead: 'lead/d' })).toEqual(['e', 7]);
      expect(await page({ capturedMs: 1e300, lead: 'lead/d' })).toEqual(['e', 7]);
      const paid = [{ column: 'channel', values: ['paid'], negate: false }];
      const query = {
        ...scope,
        filters: paid,
        address: null,
        rows: all,
        excludedByAgreement: false,
        column: 'lead',
      } as const;
      const { leads, total } = await reducer.leads([query, query], bounds, { after: null, limit: 9 });
      expect(total).toBe(1);
      expect(leads).toEqual([
        {
          lead: 'lead/d',
          at_captured: 9 * dayMs,
          at_mql: 9 * dayMs - 1,
          channel: 'paid',
          owner_at_now: 'tim',
          ...Object.fromEntries(
            leadFactColumns
              .filter((name) => !['lead', 'at_captured', 'at_mql', 'channel', 'owner_at_now'].includes(name))
              .map((name) => [name, null]),
          ),
        },
      ]);
      expect(await reducer.leads([], bounds, { after: null, limit: 9 })).toEqual({ leads: [], total: 0 });
    });

    it('tells the values of a column, those of most rows first', async () => {
      const reducer = await reducerOver('leads', [...five, lead('f', 2, { channel: 'ads' })]);
      expect(await reducer.values('leads', 'channel', bounds, 9)).toEqual([
        { value: 'email', rows: 2 },
        { value: 'ads', rows: 1 },
        { value: 'paid', rows: 1 },
        { value: null, rows: 1 },
      ]);
      expect(await reducer.values('leads', 'lead', bounds, 1)).toEqual([{ value: 'lead/a', rows: 1 }]);
    });

    it('gives facts back as folds said them, by subject', async () => {
      const deals = ['b', 'a'].map((name) => ({
        opportunity: `opportunity/${name}`,
        lead: 'lead/x',
        amount: 5,
        currency: 'EUR',
        close_day: 20_000,
      }));
      const reducer = await reducerOver('opportunities', deals);
      const { rows, total } = await reducer.facts('opportunities', bounds, { after: null, limit: 1 });
      expect(total).toBe(2);
      expect(Object.keys(rows[0] ?? {}).sort()).toEqual(Object.keys(factSchema.opportunities).sort());
      expect(rows).toMatchObject([{ ...deals[1], at_won: null, outcome: null }]);
      const rest = await reducer.facts('opportunities', bounds, { after: 'opportunity/a', limit: 9 });
      expect(rest.rows.map(({ opportunity }) => opportunity)).toEqual(['opportunity/b']);
    });
  });
}
