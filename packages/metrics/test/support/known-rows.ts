import { type ConditionContext, type FieldValue, type ModelField, modelFields, traitsOf } from '@sameteam/agreement';
import { knownTables } from '../../src/conditions/known-leads.ts';

/** A value of a row; integers as bigint. */
export type KnownValue = string | number | bigint | boolean | null;

/** What is known of leads as rows of the tables of `knownLeadsTables`, in the order of their columns; leads are numbered from 0. */
export function knownRows(
  contexts: readonly ConditionContext[],
  digits: number,
): Readonly<Record<string, readonly (readonly KnownValue[])[]>> {
  const each = (rowsOf: (known: ConditionContext) => readonly (readonly KnownValue[])[]) =>
    contexts.flatMap((known, lead) => rowsOf(known).map((row) => [BigInt(lead), ...row]));
  const lists = contexts[0]?.lists ?? {};
  const rows: Record<string, readonly (readonly KnownValue[])[]> = {
    known_leads: each((known) => [leadRow(known, digits)]),
    known_attributes: each((known) => attributeRows(known.fields)),
    known_engagements: each((known) =>
      (known.engagements ?? []).map(({ activity, timeMs }) => [activity, BigInt(timeMs)]),
    ),
    known_answers: each(({ answers = {} }) =>
      Object.entries(answers).flatMap(([question, answer]) => (answer === null ? [] : [[question, answer]])),
    ),
    known_consents: each(({ consents = [] }) =>
      consents.map(({ purpose, channel, status }) => [purpose, channel, status]),
    ),
    known_company_states: each(({ companyStates = [] }) => companyStates.map((state) => [state])),
    known_last_events: each(({ lastEventMs = {} }) =>
      Object.entries(lastEventMs).map(([type, timeMs]) => [type, BigInt(timeMs)]),
    ),
    known_meetings: each(({ meetings = [] }) => meetings.map((status) => [status])),
    known_list_entries: Object.entries(lists).flatMap(([list, entries]) => [...entries].map((entry) => [list, entry])),
  };
  const missing = Object.keys(knownTables).filter((table) => !Object.hasOwn(rows, table));
  if (missing.length > 0) throw new Error(`No rows are made for ${missing.join(', ')}`);
  return rows;
}

function leadRow(known: ConditionContext, digits: number): readonly KnownValue[] {
  const { nowMs, grade = null, readiness = null, segment = null, engagementPoints, fields } = known;
  return [
    nowMs === undefined ? null : BigInt(nowMs),
    grade,
    readiness,
    segment,
    engagementPoints === undefined ? null : BigInt(Math.round(engagementPoints * 1000)),
    ...modelFields.map((field) => fieldValue(field, fields[field] ?? null, digits)),
  ];
}

function fieldValue(field: ModelField, value: Exclude<FieldValue, undefined>, digits: number): KnownValue {
  const { type, personal } = traitsOf(field);
  if (personal === true) return value !== null;
  if (type !== 'money' || typeof value !== 'number') return value;
  return wholeOf(value, digits);
}

/** A whole number of minor units that gives an amount; near 2^53 several do. */
function wholeOf(value: number, digits: number): bigint {
  const scale = 10 ** digits;
  const near = Math.round(value * scale);
  for (const whole of [near, near - 1, near + 1]) {
    if (Number.isSafeInteger(whole) && whole / scale === value) return BigInt(whole);
  }
  throw new Error(`${value} is no amount`);
}

function attributeRows(fields: ConditionContext['fields']): readonly (readonly KnownValue[])[] {
  return Object.entries(fields).flatMap(([field, value]) => {
    if (!field.startsWith('lead.attributes.') || value === null || value === undefined) return [];
    const name = field.slice('lead.attributes.'.length);
    return [
      [
        name,
        typeof value === 'string' ? value : null,
        typeof value === 'number' ? value : null,
        typeof value === 'boolean' ? value : null,
      ],
    ];
  });
}
