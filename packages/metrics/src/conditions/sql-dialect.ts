/** Types of values that a condition is compared with: UTF-8 text, doubles, 64-bit integers, booleans. */
export type SqlType = 'text' | 'number' | 'integer' | 'flag';

/** A value that is bound to a statement. Integers are safe ones. */
export type SqlValue = string | number | boolean;

/** What differs between the engines whose SQL conditions are compiled to. */
export interface SqlDialect {
  /** A bound value of a type. */
  readonly placeholder: (name: string, type: SqlType) => string;
  /** A value as drivers of the engine take it. */
  readonly bound: (value: SqlValue) => SqlValue;
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
    bound: (value) => value,
    columnType: (type, isNullable) => `${duckDbTypes[type]}${isNullable ? '' : ' NOT NULL'}`,
    isNaN: (expression) => `isnan(${expression})`,
    tableSuffix: () => '',
  },
  clickhouse: {
    placeholder: (name, type) => `{${name}:${clickHouseTypes[type]}}`,
    // Values travel as text; the in-process engine refuses to write whole doubles beyond 2^53 itself.
    bound: (value) => (typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER ? String(value) : value),
    columnType: (type, isNullable) => (isNullable ? `Nullable(${clickHouseTypes[type]})` : clickHouseTypes[type]),
    isNaN: (expression) => `isNaN(${expression})`,
    tableSuffix: (key) => ` ENGINE = MergeTree ORDER BY ${key}`,
  },
};
