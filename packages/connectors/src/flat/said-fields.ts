import { limits, withoutLoneSurrogates } from '@sameteam/model';
import { cleanText, isCleanText } from './clean-text.ts';
import { describeSaid, type FieldIssue, fieldIssue } from './field-issue.ts';
import { type FlatLeadField, type FlatLeadFieldName, flatLeadFields } from './flat-lead-fields.ts';
import { isWholeName, nearestField } from './nearest-field.ts';

/** A value that was sent for a field. */
export interface SaidValue {
  /** Trimmed, never empty. */
  readonly text: string;
  /** The name that it was sent under. */
  readonly sentAs: string;
  /** JSON had it as a number. */
  readonly isNumber: boolean;
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
      if (text !== null) say(values, field, { text, sentAs: key, isNumber: typeof value === 'number' }, remarks);
    } else if (isAttribute(key, remarks)) {
      const read = readAttribute(value, key, remarks);
      if (read !== null) attributes.set(key.slice(prefix.length), read);
      // One too many is enough for the model to refuse.
      if (attributes.size > limits.attributes) break;
    }
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
  // `curl -d ann@acme.example` sends a mail address as a name.
  const field = key.includes('@') ? '' : shortened(key);
  const found = describeSaid(key, false);
  if (['__proto__', 'constructor', 'prototype'].includes(name === '' ? key : name)) {
    issues.push(fieldIssue({ field, code: 'forbidden-key', found, expected: 'another name' }));
    return false;
  }
  if (name === '') {
    issues.push(fieldIssue({ field, code: 'unknown-field', found, ...expectedFor(key) }));
    return false;
  }
  return isCleanText(name, { field, isPersonal: false, longest: limits.idLength }, issues);
}

function expectedFor(key: string): { readonly expected: string; readonly nearest: string | null } {
  if (key.startsWith(prefix)) return { expected: 'attributes.<name>', nearest: null };
  if (key.includes('@')) return { expected: 'email=<mail address>', nearest: null };
  // Attributes must not hold what is personal.
  if (isWholeName(key)) return { expected: 'first_name and last_name', nearest: null };
  return { expected: `attributes.${shortened(key)}`, nearest: nearestField(key) };
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

function shortened(name: string): string {
  return withoutLoneSurrogates(name.length > 100 ? `${name.slice(0, 100)}…` : name);
}
