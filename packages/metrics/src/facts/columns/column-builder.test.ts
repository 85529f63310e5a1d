import { describe, expect, it } from 'vitest';
import { type FactRowOf, factSchema } from '../schema/fact-schema.ts';
import { createFactColumns } from './column-builder.ts';
import type { ColumnData } from './column-part.ts';
import { Dictionary } from './dictionary.ts';

const common = { excluded: null, segment: null };

describe('createFactColumns', () => {
  it('keeps rows as codes and numbers, with what is missing', () => {
    const dictionaries = { terms: new Dictionary(), subjects: new Dictionary() };
    const pulses = createFactColumns('pulses', dictionaries);
    pulses.add({ ...common, at_answered: 5, team: 'sales', in_sync: 4 });
    pulses.add({ ...common, at_answered: null, team: null, in_sync: 0 });
    expect(pulses.count).toBe(2);
    const { count, columns } = pulses.take();
    expect(count).toBe(2);
    expect(columns.at_answered).toEqual({ kind: 'time', values: Float64Array.of(5, Number.NaN) });
    expect(columns.in_sync).toEqual({ kind: 'integer', values: Float64Array.of(4, 0) });
    expect(columns.team).toEqual({ kind: 'term', codes: Int32Array.of(1, 0), dictionary: dictionaries.terms });
    expect(Object.keys(columns)).toEqual(['excluded', 'segment', 'at_answered', 'team', 'in_sync']);
  });

  it('starts anew after take, with the same dictionaries', () => {
    const dictionaries = { terms: new Dictionary(), subjects: new Dictionary() };
    const spend = createFactColumns('spend', dictionaries);
    const row = { ...common, campaign: 'c', channel: 'email', at_spent: 0, amount: 1, currency: 'EUR' };
    spend.add(row);
    const first = spend.take();
    spend.add({ ...row, channel: 'fair' });
    expect(spend.take()).toMatchObject({ count: 1, columns: { channel: { codes: Int32Array.of(4) } } });
    expect(first).toMatchObject({ count: 1, columns: { channel: { codes: Int32Array.of(2) } } });
  });

  it('says which columns have no value, and fills up those that have few', () => {
    const pulses = createFactColumns('pulses', { terms: new Dictionary(), subjects: new Dictionary() }, 1);
    const empty = { ...common, at_answered: null, team: null, in_sync: 0 };
    pulses.add({ ...empty, team: 'sales' });
    for (let row = 0; row < 4; row++) pulses.add(empty);
    const { columns } = pulses.take();
    expect(columns.team).toMatchObject({ codes: Int32Array.of(1, 0, 0, 0, 0) });
    expect(columns.team).not.toHaveProperty('isBlank');
    expect(columns.segment).toMatchObject({ codes: new Int32Array(5), isBlank: true });
    expect(columns.at_answered).toMatchObject({ values: new Float64Array(5).fill(Number.NaN), isBlank: true });
    pulses.add({ ...empty, at_answered: 7 });
    expect(pulses.take().columns.at_answered).toEqual({ kind: 'time', values: Float64Array.of(7) });
  });

  it('keeps many rows, whatever the order of their fields', () => {
    const dictionaries = { terms: new Dictionary(), subjects: new Dictionary() };
    const touches = createFactColumns('touches', dictionaries);
    const empty = Object.fromEntries(Object.keys(factSchema.touches).map((name) => [name, null]));
    const rows = Array.from({ length: 700 }, (_, index) => {
      const said = {
        ...empty,
        lead: `lead/${index % 90}`,
        number: index % 3 === 0 ? null : index,
        channel: index % 2 === 0 ? 'email' : null,
        owner: index % 5 === 0 ? 'email' : `rep-${index % 7}`,
        team: `rep-${index % 7}`,
      };
      const fields = Object.entries(said);
      return Object.fromEntries(index % 2 === 0 ? fields : fields.reverse()) as FactRowOf<'touches'>;
    });
    for (const row of rows) touches.add(row);
    const { columns, count } = touches.take();
    expect(count).toBe(700);
    for (const column of Object.keys(columns) as (keyof FactRowOf<'touches'>)[]) {
      const data = columns[column] as ColumnData;
      const found = Array.from(rows, (_, row) => {
        if ('codes' in data) return data.dictionary.text(data.codes[row] as number);
        const value = data.values[row] as number;
        return Number.isNaN(value) ? null : value;
      });
      expect(found).toEqual(rows.map((row) => row[column]));
    }
    expect(touches.count).toBe(0);
  });
});
