import { openDatabase } from '../../src/clickhouse/connection.ts';
import { queryParams } from '../../src/clickhouse/query-params.ts';
import { rowTestSql } from '../../src/clickhouse/row-test-sql.ts';
import { rowValueSql } from '../../src/clickhouse/row-value-sql.ts';
import { tsvRow } from '../../src/clickhouse/tsv-row.ts';
import { rowAsOfMs as asOfMs, rowTestCases } from '../support/row-test-cases.ts';
import { chdbClient } from './support/chdb-client.ts';

rowTestCases({
  sqlOf: (test) => rowTestSql(test, { params: queryParams(), asOfMs }),
  async onRows(rows, work) {
    const name = `row_tests_${process.pid}`;
    const database = openDatabase(chdbClient(), { name, cluster: null, isOwn: false });
    await database.run(`CREATE DATABASE ${name}`);
    try {
      await database.run(
        `CREATE TABLE ${name}.facts (place Int32, at_a Nullable(Int64), at_b Nullable(Int64), n Nullable(Int64), m Nullable(Int64), text LowCardinality(Nullable(String))) ENGINE = MergeTree ORDER BY place`,
      );
      await database.insert(
        'facts',
        ['place', 'at_a', 'at_b', 'n', 'm', 'text'],
        rows.map(({ at_a, at_b, n, m, text }, place) => tsvRow([place, at_a, at_b, n, m, text])),
      );
      const column = async (sql: string, params = queryParams()) => {
        const found = await database.query(`SELECT ${sql} AS value FROM ${name}.facts f ORDER BY place`, params.values);
        return found.map(({ value }) => value ?? null);
      };
      await work({
        async holds(test) {
          const params = queryParams();
          const found = await column(`ifNull((${rowTestSql(test, { params, asOfMs })}), 0)`, params);
          return found.map((value) => Number(value) === 1);
        },
        values: async (value) =>
          (await column(`toString(${rowValueSql(value, { asOfMs })})`)).map((one) =>
            one === null ? null : Number(one),
          ),
      });
    } finally {
      await database.run(`DROP DATABASE ${name}`);
    }
  },
});
