import { DuckDBInstance } from '@duckdb/node-api';
import { rowAsOfMs as asOfMs, rowTestCases, rowTexts } from '../../test/support/row-test-cases.ts';
import type { RowTest } from '../plan/row-test.ts';
import { rowTestSql, rowValueSql } from './row-test-sql.ts';

const numberOf = (text: string) => rowTexts.indexOf(text) + 1;
const context = { asOfMs, numberOf: (_: string, text: string) => numberOf(text) };
const sqlOf = (test: RowTest) => rowTestSql(test, context);

rowTestCases({
  sqlOf,
  async onRows(rows, work) {
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    try {
      await connection.run(
        'CREATE TABLE facts (place INTEGER, at_a BIGINT, at_b BIGINT, n BIGINT, m BIGINT, text INTEGER)',
      );
      const literals = rows.map(({ at_a, at_b, n, m, text }, place) => {
        const number = text === null ? null : numberOf(text);
        return `(${[place, at_a, at_b, n, m, number].map((value) => value ?? 'NULL').join(', ')})`;
      });
      await connection.run(`INSERT INTO facts VALUES ${literals.join(', ')}`);
      const column = async (sql: string) =>
        (await connection.runAndReadAll(`SELECT ${sql} FROM facts f ORDER BY place`)).getRows().map(([value]) => value);
      await work({
        holds: async (test) => (await column(`coalesce(${sqlOf(test)}, FALSE)`)).map((value) => value === true),
        values: async (value) =>
          (await column(rowValueSql(value, context))).map((one) => (one === null ? null : Number(one))),
      });
    } finally {
      connection.closeSync();
      instance.closeSync();
    }
  },
});
