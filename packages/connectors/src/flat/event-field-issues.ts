import type { EventIssue } from '@sameteam/model';
import type { FieldIssue } from './field-issue.ts';
import { type FlatLeadField, type FlatLeadFieldName, flatLeadFields } from './flat-lead-fields.ts';
import type { SaidFields } from './said-fields.ts';

const byTarget: readonly FlatLeadField[] = flatLeadFields;
/** Places of an event that several fields make, or that have no field of their own. */
const more: Readonly<Record<string, string>> = {
  '/subject': 'id',
  '/data/ids': 'id',
  '/data/consent': 'consent',
  '/data/attributes': 'attributes',
};
const attributes = '/data/attributes/';

/** What is wrong with the event that a flat lead became, told of the fields that it was made from; one issue a field. */
export function eventFieldIssues(issues: readonly EventIssue[], said: SaidFields): readonly FieldIssue[] {
  const told = new Map<string, FieldIssue>();
  for (const { code, pointer, found, expected, nearest, message } of issues) {
    const field = sentAs(fieldAt(pointer), said);
    const words = message.startsWith(pointer) ? message.slice(pointer.length) : ` ${message}`;
    if (!told.has(field))
      told.set(field, { field, code, found, expected, nearest, message: `${field || 'The lead'}${words}` });
  }
  return [...told.values()];
}

function fieldAt(pointer: string): string {
  if (pointer.startsWith(attributes)) {
    return `attributes.${pointer.slice(attributes.length).replaceAll('~1', '/').replaceAll('~0', '~')}`;
  }
  const field = byTarget.find(({ target }) => target === pointer);
  if (field !== undefined) return field.name;
  return Object.entries(more).find(([place]) => pointer.startsWith(place))?.[1] ?? '';
}

function sentAs(name: string, { values }: SaidFields): string {
  return values.get(name as FlatLeadFieldName)?.sentAs ?? name;
}
