import { type ModelField, modelFields, traitsOf } from '@sameteam/agreement';
import { type SqlDialectName, type SqlType, sqlDialects } from './sql-dialect.ts';

/** A column of what is known: its name, its type, and whether it may have no value. */
export type KnownColumn = readonly [name: string, type: SqlType, isNullable?: 'nullable'];

/**
 * Column of a field of the model in `known_leads`. Of a personal field the relation holds no more than whether there
 * is a value.
 * @example knownColumn('company.annualRevenue') // 'company_annual_revenue'
 */
export function knownColumn(field: ModelField): string {
  const name = field.replace('.', '_').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return traitsOf(field).personal === true ? `${name}_known` : name;
}

const fieldColumns = modelFields.map((field): KnownColumn => {
  const { type, personal } = traitsOf(field);
  if (personal === true) return [knownColumn(field), 'flag'];
  const sqlType = type === 'number' ? 'number' : type === 'money' ? 'integer' : 'text';
  return [knownColumn(field), sqlType, 'nullable'];
});

/**
 * What is known of leads at an instant, which conditions are asked of in an engine: the same that a `ConditionContext`
 * holds for one lead. Texts are kept as they came, in UTF-8; times are UTC milliseconds; `now` is when the condition
 * is asked, none where that is not known; money is whole minor units of the agreement's currency, points of engagement
 * whole thousandths. An attribute has exactly one of its three values; a channel of none means all channels; one
 * answer for each question is there, the one that holds, and one last event for each type.
 */
export const knownTables: Readonly<Record<string, readonly KnownColumn[]>> = {
  known_leads: [
    ['lead', 'integer'],
    ['now', 'integer', 'nullable'],
    ['grade', 'text', 'nullable'],
    ['readiness', 'text', 'nullable'],
    ['segment', 'text', 'nullable'],
    ['engagement_thousandths', 'integer', 'nullable'],
    ...fieldColumns,
  ],
  known_attributes: [
    ['lead', 'integer'],
    ['name', 'text'],
    ['text', 'text', 'nullable'],
    ['number', 'number', 'nullable'],
    ['flag', 'flag', 'nullable'],
  ],
  known_engagements: [
    ['lead', 'integer'],
    ['activity', 'text'],
    ['time', 'integer'],
  ],
  known_answers: [
    ['lead', 'integer'],
    ['question', 'text'],
    ['answer', 'text'],
  ],
  known_consents: [
    ['lead', 'integer'],
    ['purpose', 'text'],
    ['channel', 'text', 'nullable'],
    ['status', 'text'],
  ],
  known_company_states: [
    ['lead', 'integer'],
    ['state', 'text'],
  ],
  known_last_events: [
    ['lead', 'integer'],
    ['type', 'text'],
    ['time', 'integer'],
  ],
  known_meetings: [
    ['lead', 'integer'],
    ['status', 'text'],
  ],
  known_list_entries: [
    ['list', 'text'],
    ['entry', 'text'],
  ],
};

/**
 * Statements that make the tables of what is known of leads, all of them empty.
 * @example knownLeadsTables('duckdb')[2] // 'CREATE TABLE known_engagements (lead BIGINT NOT NULL, activity VARCHAR NOT NULL, time BIGINT NOT NULL)'
 */
export function knownLeadsTables(dialect: SqlDialectName): readonly string[] {
  const { columnType, tableSuffix } = sqlDialects[dialect];
  return Object.entries(knownTables).map(([table, columns]) => {
    const shown = columns.map(([name, type, nullable]) => `${name} ${columnType(type, nullable !== undefined)}`);
    return `CREATE TABLE ${table} (${shown.join(', ')})${tableSuffix(columns[0]?.[0] ?? '')}`;
  });
}
