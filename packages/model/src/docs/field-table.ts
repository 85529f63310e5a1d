import { z } from 'zod';
import { docOf, type FieldDoc } from '../wire/field.ts';
import { isPersonal, withoutWrappers } from '../wire/marks.ts';
import { type LinkOf, typeInWords } from './type-in-words.ts';

/** The fields of an object as lines of a Markdown table. Objects without a section of their own follow field by field. */
export function fieldTable(object: z.ZodObject, linkOf: LinkOf, left: ReadonlySet<string> = new Set()): string {
  const fields = Object.entries(object.shape as Readonly<Record<string, z.core.$ZodType>>);
  const rows = fields.flatMap(([name, schema]) => (left.has(name) ? [] : fieldRows(name, schema, linkOf)));
  const header = ['field', 'type', 'required', 'meaning', 'example', 'entered by'];
  return [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

type Row = readonly string[];

function fieldRows(name: string, schema: z.core.$ZodType, linkOf: LinkOf, isInForm = false): readonly Row[] {
  const doc = docOf(schema);
  const means = hasForms(schema) ? `${doc.means} One of the two forms is sent.` : doc.means;
  const meaning = isPersonal(schema) ? `${means} **Personal.**` : means;
  const words = typeInWords(schema, linkOf);
  const type = doc.unit === undefined || doc.unit === words ? words : `${words}; ${doc.unit}`;
  const row = [`\`${name}\``, type, needOf(schema, isInForm), meaning, exampleCell(doc), doc.entered].map(cell);
  const parts = partsOf(schema, linkOf);
  return [row, ...parts.flatMap(([part, inner]) => fieldRows(`${name}.${part}`, inner, linkOf, hasForms(schema)))];
}

/** Whether a field takes one of two forms, of which at least one is an object. */
function hasForms(schema: z.core.$ZodType): boolean {
  const inner = withoutWrappers(schema);
  return inner instanceof z.ZodUnion && inner.options.some((option) => option instanceof z.ZodObject);
}

/** The fields of an object, or of the objects among alternatives, that are told nowhere else. */
function partsOf(schema: z.core.$ZodType, linkOf: LinkOf): readonly (readonly [string, z.core.$ZodType])[] {
  const inner = withoutWrappers(schema);
  if (inner instanceof z.ZodUnion) return inner.options.flatMap((option) => partsOf(option, linkOf));
  return inner instanceof z.ZodObject && linkOf(inner) === null ? Object.entries(inner.shape) : [];
}

function needOf(schema: z.core.$ZodType, isInForm: boolean): string {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  const yes = isInForm ? 'yes, in its form' : 'yes';
  if (def.type !== 'optional') return isNullable(schema) ? `${yes}, or null` : yes;
  return isNullable(def.innerType) ? 'no, or null' : 'no';
}

function isNullable(schema: z.core.$ZodType): boolean {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  return def.type === 'nullable' || (def.type === 'union' && def.options.some((it) => it._zod.def.type === 'null'));
}

/** Objects have examples in the files that each event links to. */
function exampleCell({ example }: FieldDoc): string {
  if (Array.isArray(example)) return example.every((it) => typeof it === 'string') ? code(JSON.stringify(example)) : '';
  if (typeof example !== 'object') return code(String(example));
  const text = JSON.stringify(example);
  return text.length <= 60 ? code(text) : '';
}

function code(text: string): string {
  return `\`${text}\``;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
