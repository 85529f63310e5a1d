import { BIGINT, BOOLEAN, DOUBLE, type DuckDBConnection, DuckDBInstance, VARCHAR } from '@duckdb/node-api';
import { type Condition, type ConditionContext, evaluateCondition } from '@sameteam/agreement';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { knownRows } from '../../test/support/known-rows.ts';
import { randomCondition, randomContext } from '../../test/support/random-conditions.ts';
import { conditionSql } from './condition-sql.ts';
import { knownLeadsTables, knownTables } from './known-leads.ts';
import { sqlParams } from './sql-params.ts';

const types = { text: VARCHAR, number: DOUBLE, integer: BIGINT, flag: BOOLEAN } as const;

/** Leads in a database of their own. */
async function loaded(contexts: readonly ConditionContext[], digits: number): Promise<DuckDBConnection> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  for (const statement of knownLeadsTables('duckdb')) await connection.run(statement);
  for (const [table, rows] of Object.entries(knownRows(contexts, digits))) {
    const columns = knownTables[table] ?? [];
    const appender = await connection.createAppender(table);
    for (const row of rows) {
      for (const [index, value] of row.entries()) {
        if (value === null) appender.appendNull();
        else appender.appendValue(value, types[columns[index]?.[1] ?? 'text']);
      }
      appender.endRow();
    }
    appender.closeSync();
  }
  return connection;
}

async function answers(connection: DuckDBConnection, condition: Condition, currency: string): Promise<unknown[]> {
  const { sql, values, types: kinds } = conditionSql(condition, { dialect: 'duckdb', currency });
  const bound = Object.fromEntries(Object.entries(kinds).map(([name, type]) => [name, types[type]]));
  const statement = `SELECT ${sql} FROM known_leads k ORDER BY k.lead`;
  return (await connection.runAndReadAll(statement, { ...values }, bound)).getRows().map(([holds]) => holds);
}

describe.each([
  ['EUR', 2],
  ['JPY', 0],
  ['CLF', 4],
] as const)('conditionSql in DuckDB, amounts in %s', (currency, digits) => {
  const contexts = fc.sample(randomContext(digits), { numRuns: 400, seed: digits });
  let connection: DuckDBConnection;
  beforeAll(async () => {
    connection = await loaded(contexts, digits);
  });
  afterAll(() => connection.closeSync());

  it('answers as evaluateCondition does, and never NULL', async () => {
    const seen = { true: 0, false: 0 };
    await fc.assert(
      fc.asyncProperty(randomCondition, async (condition) => {
        const expected = contexts.map((known) => evaluateCondition(condition, known));
        for (const holds of expected) seen[`${holds}`] += 1;
        expect(await answers(connection, condition, currency)).toEqual(expected);
      }),
      { numRuns: 400, endOnFailure: true },
    );
    expect(Math.min(seen.true, seen.false)).toBeGreaterThan(20_000);
  }, 240_000);
});

describe('conditionSql', () => {
  const options = { dialect: 'duckdb', currency: 'EUR' } as const;

  it('binds values and never writes them', () => {
    fc.assert(
      fc.property(randomCondition, fc.constantFrom('duckdb' as const, 'clickhouse' as const), (condition, dialect) => {
        const { sql } = conditionSql(condition, { dialect, currency: 'EUR' });
        const words = sql.replaceAll(/\$c\d+::[A-Z]+|\{c\d+:\w+\}/g, '').match(/\w+|[^\s\w]/g) ?? [];
        expect(words.filter((word) => !/^(known_\w+|[a-z_]+|[A-Z]+|isNaN|[().,=<>*-])$/.test(word))).toEqual([]);
      }),
      { numRuns: 2000, endOnFailure: true },
    );
  });

  it('knows neither NaN of a condition', async () => {
    const contexts = [Number.NaN, 5, null].map((value) => ({ fields: { 'company.employees': value } }));
    const connection = await loaded(contexts, 2);
    const field = 'company.employees';
    for (const condition of [
      { field, is: Number.NaN },
      { field, in: [Number.NaN, 7] },
      { field, atLeast: Number.NaN },
      { field, atMost: Number.NaN },
      { field, between: [Number.NaN, 9] },
      { field, atLeast: Number.NEGATIVE_INFINITY },
      { field, in: [] },
    ] as const) {
      const expected = contexts.map((known) => evaluateCondition(condition, known));
      expect(await answers(connection, condition, 'EUR'), JSON.stringify(condition)).toEqual(expected);
    }
    connection.closeSync();
  });

  it('shares the values of a statement that holds several conditions', () => {
    const params = sqlParams('clickhouse');
    const one = conditionSql(
      { field: 'source.channel', in: ['a', 'b'] },
      { ...options, dialect: 'clickhouse', params },
    );
    const two = conditionSql({ field: 'source.medium', is: 'b' }, { ...options, dialect: 'clickhouse', params });
    expect(one.sql).toBe('coalesce(k.source_channel IN ({c1:String}, {c2:String}), FALSE)');
    expect(two.sql).toBe('coalesce(k.source_medium = {c2:String}, FALSE)');
    expect(params.values).toEqual({ c1: 'a', c2: 'b' });
  });

  it('asks of a personal field only whether it exists', () => {
    expect(conditionSql({ field: 'contact.email', exists: false }, options).sql).toBe('(NOT k.contact_email_known)');
    expect(() => conditionSql({ field: 'contact.email', is: 'a@b.example' }, options)).toThrow(
      expect.objectContaining({ code: 'personal-condition' }),
    );
  });
});
