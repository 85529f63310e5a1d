import { hasLoneSurrogate, limits, nearestName, withoutLoneSurrogates } from '@sameteam/model';
import { describeSaid, type FieldIssue, fieldIssue } from './field-issue.ts';
import { type FlatLeadField, type FlatLeadFieldName, flatLeadFields } from './flat-lead-fields.ts';

/** A value that was sent for a field. */
export interface SaidValue {
  /** Trimmed, never empty. */
  readonly text: string;
  /** The name that it was sent under. */
  readonly sentAs: string;
}

/** What a flat lead says, by the names of the table; fields that say nothing are left out. */
export interface SaidFields {
  readonly values: ReadonlyMap<FlatLeadFieldName, SaidValue>;
  readonly attributes: ReadonlyMap<string, string | number | boolean>;
}

/** Where issues and hints are put. */
export interface Remarks {
  readonly issues: FieldIssue[];
  readonly hints: FieldIssue[];
}

const prefix = 'attributes.';
const plain: readonly FlatLeadField[] = flatLeadFields.filter(({ name }) => name !== 'attributes.<name>');
const names = plain.map(({ name }) => name);
const fieldOf: ReadonlyMap<string, FlatLeadField> = new Map(
  plain.flatMap((field) => [field.name, ...field.aliases].map((name) => [name, field])),
);

/** Reads fields by name: unknown ones are issues, and so are values that are no plain text, number, or truth. */
export function saidFields(fields: Readonly<Record<string, unknown>>, remarks: Remarks): SaidFields {
  const values = new Map<FlatLeadFieldName, SaidValue>();
  const attributes = new Map<string, string | number | boolean>();
  for (const key of Object.keys(fields)) {
    if (remarks.issues.length >= limits.issues) break;
    const value = fields[key];
    const field = fieldOf.get(key);
    if (field !== undefined) {
      const text = readText(value, field, key, remarks);
      if (text !== null) say(values, field, { text, sentAs: key }, remarks);
    } else if (isAttribute(key, remarks)) {
      const read = readAttribute(value, key, remarks);
      if (read !== null) attributes.set(key.slice(prefix.length), read);
    }
  }
  if (attributes.size > limits.attributes) {
    const [found, expected] = [`${attributes.size} attributes`, `at most ${limits.attributes}`];
    remarks.issues.push(fieldIssue({ field: 'attributes', code: 'too-many', found, expected }));
  }
  return { values, attributes };
}

/** The field's own name beats its aliases, and an earlier alias a later one. */
function say(
  values: Map<FlatLeadFieldName, SaidValue>,
  field: FlatLeadField,
  said: SaidValue,
  { hints }: Remarks,
): void {
  const name = field.name as FlatLeadFieldName;
  const other = values.get(name);
  const isFirst = other === undefined || rank(field, said.sentAs) < rank(field, other.sentAs);
  if (isFirst) values.set(name, said);
  const [kept, lost] = isFirst ? [said, other] : [other, said];
  // A form that names its channel and keeps the parameters of the link is not at fault.
  if (lost === undefined || lost.text === kept.text || lost.sentAs.startsWith('utm_')) return;
  const found = describeSaid(lost.text, field.isPersonal);
  hints.push(fieldIssue({ field: lost.sentAs, code: 'said-twice', found, expected: kept.sentAs }));
}

function rank(field: FlatLeadField, sentAs: string): number {
  return sentAs === field.name ? -1 : field.aliases.indexOf(sentAs);
}

function isAttribute(key: string, { issues }: Remarks): boolean {
  const name = key.startsWith(prefix) ? key.slice(prefix.length) : '';
  const field = shortened(key);
  const found = describeSaid(key, false);
  if (['__proto__', 'constructor', 'prototype'].includes(name === '' ? key : name)) {
    issues.push(fieldIssue({ field, code: 'forbidden-key', found, expected: 'another name' }));
    return false;
  }
  if (name === '') {
    const expected = key.startsWith(prefix) ? 'attributes.<name>' : `attributes.${shortened(key)}`;
    const nearest = nearestName(key, names);
    issues.push(fieldIssue({ field, code: 'unknown-field', found, expected, nearest }));
    return false;
  }
  return isCleanText(name, { field, isPersonal: false, longest: limits.idLength }, issues);
}

function readAttribute(value: unknown, key: string, { issues }: Remarks): string | number | boolean | null {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER) {
    return value === 0 ? 0 : value;
  }
  return cleanText(value, { field: key, isPersonal: true, longest: limits.noteLength }, issues);
}

function readText(value: unknown, field: FlatLeadField, sentAs: string, { issues }: Remarks): string | null {
  if (typeof value === 'boolean' && field.name === 'consent') return String(value);
  const isNumber = typeof value === 'number' && (Number.isSafeInteger(value) || field.name === 'employees');
  const { isPersonal } = field;
  return cleanText(isNumber ? String(value) : value, { field: sentAs, isPersonal, longest: limits.noteLength }, issues);
}

interface TextPlace {
  readonly field: string;
  readonly isPersonal: boolean;
  /** In UTF-16 units; what is a limit of the model is checked there, in characters. */
  readonly longest: number;
}

/** The trimmed text, or `null` for none and for one that cannot be kept. */
function cleanText(value: unknown, place: TextPlace, issues: FieldIssue[]): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value !== 'string') {
    const found = describeSaid(value, place.isPersonal);
    const expected = typeof value === 'object' ? 'one plain value; other fields as attributes.<name>' : 'text';
    issues.push(fieldIssue({ field: place.field, code: numberFault(value), found, expected }));
    return null;
  }
  const text = value.trim();
  return text !== '' && isCleanText(text, place, issues) ? text : null;
}

function numberFault(value: unknown): 'wrong-type' | 'not-finite' | 'unsafe-integer' {
  if (typeof value !== 'number' || Number.isSafeInteger(value)) return 'wrong-type';
  if (!Number.isFinite(value)) return 'not-finite';
  return Math.abs(value) > Number.MAX_SAFE_INTEGER ? 'unsafe-integer' : 'wrong-type';
}

function isCleanText(text: string, { field, isPersonal, longest }: TextPlace, issues: FieldIssue[]): boolean {
  const isTooLong = text.length > longest;
  const code = isTooLong ? 'too-long' : text.includes('\0') ? 'nul' : hasLoneSurrogate(text) ? 'lone-surrogate' : null;
  if (code === null) return true;
  const found = isTooLong ? `a text of ${text.length} characters` : describeSaid(text, isPersonal);
  issues.push(fieldIssue({ field, code, found, expected: isTooLong ? `at most ${longest} characters` : 'whole text' }));
  return false;
}

function shortened(name: string): string {
  return withoutLoneSurrogates(name.length > 100 ? `${name.slice(0, 100)}…` : name);
}
