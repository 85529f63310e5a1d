import { describe, expect, it } from 'vitest';
import type { GroupedScope } from '../plan/reduction.ts';
import type { Database, Row } from './connection.ts';
import type { NativeBlock } from './native-columns.ts';
import { reducerReading } from './reducer-reading.ts';

const scope: GroupedScope = {
  grain: 'leads',
  anchor: 'at_captured',
  firstDay: null,
  lastDay: null,
  filters: [],
  where: [[]],
  dimensions: ['channel'],
  calendar: { grain: 'week', rules: { fiscalStartMonth: 1, weekStart: 4 } },
};
const bounds = { asOfMs: 0, knownAtMs: null, version: null };

/** A database whose rows have some days, and which answers the start of a week for each, as `roundDown` does. */
function databaseOf(days: number[]) {
  const asked: string[] = [];
  const query = async (sql: string): Promise<readonly Row[]> => {
    asked.push('days');
    if (sql.includes('DISTINCT')) return days.map((day) => ({ day }));
    return [{ first: Math.min(...days), last: Math.max(...days) }];
  };
  const blocks = async (sql: string): Promise<readonly NativeBlock[]> => {
    asked.push('groups');
    const starts = sql.split(' ').map(Number);
    const bucket = Float64Array.from(days, (day) => starts.findLast((start) => start <= day) ?? (starts[0] as number));
    const d0 = { kind: 'maybe', at: () => null } as const;
    return [{ count: days.length, columns: { d0, bucket: { kind: 'numbers', values: bucket } } }];
  };
  const refuse = () => Promise.reject(new Error('not asked for'));
  const database: Database = {
    ...{ name: 'any', cluster: null, table: (name) => name, query, blocks },
    ...{ run: refuse, insert: refuse, close: refuse },
  };
  return { database, asked };
}

async function bucketsOf(reading: ReturnType<typeof reducerReading>, of: GroupedScope = scope) {
  const source = await reading.sourceOf('leads', bounds);
  return reading.grouped(of, source, {
    sqlOf: ({ starts }) => starts.join(' '),
    read: ({ address }) => address.bucket,
  });
}

const factsUnder = async () => ({ table: () => 'leads', hasExclusions: false });

describe('buckets of rows', () => {
  it('are of the days that were found before, as long as no row lies outside of them', async () => {
    const days = [0, 8, 20];
    const { database, asked } = databaseOf(days);
    const reading = reducerReading(database, factsUnder);
    expect(await bucketsOf(reading)).toEqual([0, 7, 14]);
    expect(asked.splice(0)).toEqual(['days', 'groups']);
    expect(await bucketsOf(reading, { ...scope, anchor: 'at_mql' })).toEqual([0, 7, 14]);
    expect(asked.splice(0)).toEqual(['groups']);
    days.push(-1, 30);
    expect(await bucketsOf(reading)).toEqual([0, 7, 14, -7, 28]);
    expect(asked.splice(0)).toEqual(['groups', 'days', 'groups']);
    expect(await bucketsOf(reading)).toEqual([0, 7, 14, -7, 28]);
    expect(asked.splice(0)).toEqual(['groups']);
  });

  it('are of the very days where these stand for never', async () => {
    const { database, asked } = databaseOf([0, 8, 2_932_896]);
    const reading = reducerReading(database, factsUnder);
    expect(await bucketsOf(reading)).toEqual([0, 7, 2_932_895]);
    expect(asked).toEqual(['days', 'days', 'groups']);
  });

  it('are of the days of the period where it has both ends', async () => {
    const { database, asked } = databaseOf([8, 9]);
    const reading = reducerReading(database, factsUnder);
    expect(await bucketsOf(reading, { ...scope, firstDay: 7, lastDay: 20 })).toEqual([7, 7]);
    expect(asked).toEqual(['groups']);
  });
});
