import {
  type Condition,
  type ConsentTest,
  type DaysSinceTest,
  type EngagementTest,
  type FieldCondition,
  type ModelField,
  minorDigits,
  parseDuration,
  traitsOf,
} from '@sameteam/agreement';
import { MetricsError } from '../metrics-error.ts';
import { knownColumn } from './known-leads.ts';
import { type ConditionLeaf, logicSql } from './logic-sql.ts';
import { type SqlDialectName, sqlDialects } from './sql-dialect.ts';
import { type SqlParams, sqlParams } from './sql-params.ts';
import { amongSql, rangeSql, type SqlMaking, type ValueColumns, valueSql } from './value-sql.ts';

const dayMs = 86_400_000;

/** SQL of a condition, and the values that it is run with. */
export interface ConditionSql {
  /** A truth value, never NULL, of a row of `known_leads` under the alias `k`. */
  readonly sql: string;
  /** By the names under which the SQL refers to them: named parameters of DuckDB, `query_params` of ClickHouse. */
  readonly values: SqlParams['values'];
  readonly types: SqlParams['types'];
}

/** What a condition is compiled for. */
export interface ConditionSqlOptions {
  readonly dialect: SqlDialectName;
  /** Currency of the agreement, in whose minor units amounts are kept. */
  readonly currency: string;
  /** Values of a statement that holds several conditions; a list of its own when absent. */
  readonly params?: SqlParams;
}

/**
 * Compiles a condition to the SQL of an engine, for rows of the tables of {@link knownLeadsTables}. It gives what
 * `evaluateCondition` gives for the same lead, and so it is never NULL. Values are bound and never stand in the text.
 * O(size of the condition).
 * @param condition as it stands in a loaded agreement
 * @throws MetricsError `personal-condition` for a personal field that is asked for more than whether it exists
 * @example
 * conditionSql({ field: 'source.channel', is: 'partner' }, { dialect: 'duckdb', currency: 'EUR' })
 * // { sql: 'coalesce(k.source_channel = $c1::VARCHAR, FALSE)', values: { c1: 'partner' }, types: { c1: 'text' } }
 */
export function conditionSql(condition: Condition, options: ConditionSqlOptions): ConditionSql {
  const dialect = sqlDialects[options.dialect];
  const params = options.params ?? sqlParams(options.dialect);
  const scale = 10 ** minorDigits(options.currency);
  const sql = logicSql(condition, (leaf) => leafSql(leaf, { dialect, params }, scale));
  return { sql, values: params.values, types: params.types };
}

function leafSql(leaf: ConditionLeaf, making: SqlMaking, moneyScale: number): string {
  if ('field' in leaf) return fieldSql(leaf, making, moneyScale);
  if ('grade' in leaf) return known(amongSql('k.grade', leaf.grade, making));
  if ('readiness' in leaf) return known(amongSql('k.readiness', leaf.readiness, making));
  if ('segment' in leaf) return known(amongSql('k.segment', leaf.segment, making));
  if ('engagement' in leaf) return engagementSql(leaf.engagement, making);
  if ('answer' in leaf) return answerSql(leaf.answer, making);
  if ('consent' in leaf) return anyOf('known_consents', consentSql(leaf.consent, making));
  if ('company' in leaf) return anyOf('known_company_states', amongSql('state', leaf.company, making));
  if ('daysSince' in leaf) return daysSinceSql(leaf.daysSince, making);
  if ('meeting' in leaf) return anyOf('known_meetings', amongSql('status', leaf.meeting, making));
  return 'TRUE';
}

/** What is not known does not hold. */
function known(sql: string): string {
  return sql === 'FALSE' ? sql : `coalesce(${sql}, FALSE)`;
}

/** Whether one of the rows of a lead is such. Neither engine has NULL among leads, and ClickHouse no subquery that looks outside. */
function anyOf(table: string, where: string): string {
  return `(k.lead IN (SELECT lead FROM ${table} WHERE ${where}))`;
}

function fieldSql(condition: FieldCondition, making: SqlMaking, moneyScale: number): string {
  const { field } = condition;
  if (field.startsWith('lead.attributes.')) return attributeSql(condition, making);
  const { type, personal } = traitsOf(field);
  const column = `k.${knownColumn(field as ModelField)}`;
  if (personal === true) {
    if (!('exists' in condition)) throw new MetricsError('personal-condition', { field });
    return condition.exists ? `(${column})` : `(NOT ${column})`;
  }
  if ('exists' in condition) return `(${column} IS ${condition.exists ? 'NOT NULL' : 'NULL'})`;
  return known(valueSql(condition, columnsOf(column, type, moneyScale), making));
}

function columnsOf(column: string, type: 'text' | 'number' | 'money' | 'day' | 'any', scale: number): ValueColumns {
  if (type === 'number') return { number: column };
  return type === 'money' ? { scaled: { column, scale } } : { text: column };
}

function attributeSql(condition: FieldCondition, making: SqlMaking): string {
  const named = amongSql('name', [condition.field.slice('lead.attributes.'.length)], making);
  if (!('exists' in condition)) {
    const asked = valueSql(condition, { text: 'text', number: 'number', flag: 'flag' }, making);
    return anyOf('known_attributes', `${named} AND ${asked}`);
  }
  const exists = anyOf('known_attributes', named);
  return condition.exists ? exists : `(NOT ${exists})`;
}

function engagementSql(test: EngagementTest, making: SqlMaking): string {
  const { bind } = making.params;
  if ('atLeast' in test) {
    const points = { column: 'k.engagement_thousandths', scale: 1000 };
    return known(rangeSql([test.atLeast, Number.POSITIVE_INFINITY], { scaled: points }, making));
  }
  const { activity, count, within } = test;
  const where = [
    ...(activity === undefined ? [] : [amongSql('e.activity', activity, making)]),
    // Without a time, everything that was done counts, and nothing can be counted back from now.
    within === undefined ? '(n.now IS NULL OR e.time <= n.now)' : 'e.time <= n.now',
    ...(within === undefined ? [] : [`e.time >= n.now - ${bind('integer', parseDuration(within).ms ?? 0)}`]),
  ];
  const often = count === 1 ? '' : ` GROUP BY e.lead HAVING count(*) >= ${bind('integer', count)}`;
  return `(k.lead IN (SELECT e.lead FROM known_engagements e JOIN known_leads n ON n.lead = e.lead WHERE ${where.join(' AND ')}${often}))`;
}

function answerSql(answer: Readonly<Record<string, readonly string[]>>, making: SqlMaking): string {
  const parts = Object.entries(answer).map(([question, values]) =>
    anyOf('known_answers', `${amongSql('question', [question], making)} AND ${amongSql('answer', values, making)}`),
  );
  return parts.length === 0 ? 'TRUE' : `(${parts.join(' AND ')})`;
}

function consentSql({ purpose, channel, status }: ConsentTest, making: SqlMaking): string {
  return [
    amongSql('status', [status], making),
    ...(purpose === undefined ? [] : [amongSql('purpose', [purpose], making)]),
    ...(channel === undefined ? [] : [`(channel IS NULL OR ${amongSql('channel', [channel], making)})`]),
  ].join(' AND ');
}

/** Whole days are at least so many when so many times 24 hours have passed, and at most so many when not one more has. */
function daysSinceSql({ event, atLeast, atMost }: DaysSinceTest, making: SqlMaking): string {
  const { bind } = making.params;
  const where = [
    amongSql('e.type', [event], making),
    'e.time <= n.now',
    ...(atLeast === undefined ? [] : [`n.now - e.time >= ${bind('integer', atLeast * dayMs)}`]),
    ...(atMost === undefined ? [] : [`n.now - e.time < ${bind('integer', (atMost + 1) * dayMs)}`]),
  ];
  return `(k.lead IN (SELECT e.lead FROM known_last_events e JOIN known_leads n ON n.lead = e.lead WHERE ${where.join(' AND ')}))`;
}
