import { type SqlDialectName, type SqlType, type SqlValue, sqlDialects } from './sql-dialect.ts';

/** The values of a statement, by the name under which it refers to them. */
export interface SqlParams {
  /** SQL that stands for a value. */
  readonly bind: (type: SqlType, value: SqlValue) => string;
  readonly values: Readonly<Record<string, SqlValue>>;
  /** Their types: the driver of DuckDB takes a whole number for an integer where it is not told. */
  readonly types: Readonly<Record<string, SqlType>>;
}

/**
 * Gathers the values of a statement; the same value is bound once.
 * @example
 * const params = sqlParams('clickhouse');
 * const { sql } = conditionSql({ grade: ['A'] }, { dialect: 'clickhouse', currency: 'EUR', params });
 * sql // 'coalesce(k.grade = {c1:String}, FALSE)'
 */
export function sqlParams(dialect: SqlDialectName): SqlParams {
  const values: Record<string, SqlValue> = {};
  const types: Record<string, SqlType> = {};
  const names = new Map<string, string>();
  const { placeholder, bound } = sqlDialects[dialect];
  return {
    values,
    types,
    bind(type, value) {
      const key = `${type} ${value}`;
      const name = names.get(key) ?? `c${names.size + 1}`;
      names.set(key, name);
      values[name] = bound(value);
      types[name] = type;
      return placeholder(name, type);
    },
  };
}
