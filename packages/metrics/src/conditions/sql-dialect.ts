/** Types of values that a condition is compared with: UTF-8 text, doubles, 64-bit integers, booleans. */
export type SqlType = 'text' | 'number' | 'integer' | 'flag';

/** What differs between the engines whose SQL conditions are compiled to. */
export interface SqlDialect {
  /** A bound value of a type. */
  readonly placeholder: (name: string, type: SqlType) => string;
  /** A column of a type. */
  readonly columnType: (type: SqlType, isNullable: boolean) => string;
  /** Whether a double is not a number. */
  readonly isNaN: (expression: string) => string;
  /** What stands behind the columns of a table. */
  readonly tableSuffix: (key: string) => string;
}

/** Name of a dialect. */
export type SqlDialectName = 'duckdb' | 'clickhouse';

const duckDbTypes = { text: 'VARCHAR', number: 'DOUBLE', integer: 'BIGINT', flag: 'BOOLEAN' } as const;
const clickHouseTypes = { text: 'String', number: 'Float64', integer: 'Int64', flag: 'Bool' } as const;

/** The dialects by name. */
export const sqlDialects: Readonly<Record<SqlDialectName, SqlDialect>> = {
  duckdb: {
    placeholder: (name, type) => `$${name}::${duckDbTypes[type]}`,
    columnType: (type, isNullable) => `${duckDbTypes[type]}${isNullable ? '' : ' NOT NULL'}`,
    isNaN: (expression) => `isnan(${expression})`,
    tableSuffix: () => '',
  },
  clickhouse: {
    placeholder: (name, type) => `{${name}:${clickHouseTypes[type]}}`,
    columnType: (type, isNullable) => (isNullable ? `Nullable(${clickHouseTypes[type]})` : clickHouseTypes[type]),
    isNaN: (expression) => `isNaN(${expression})`,
    tableSuffix: (key) => ` ENGINE = MergeTree ORDER BY ${key}`,
  },
};
