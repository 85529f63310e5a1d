import type { z } from 'zod';
import { schemaRules } from '../validation/schema-rules.ts';
import { limits } from '../vocabulary/limits.ts';
import { marks, withoutWrappers } from '../wire/marks.ts';

/** Finds where an object has a section of its own: the text of a link to it, or `null`. */
export type LinkOf = (schema: z.core.$ZodType) => string | null;

const forms = { instant: 'time', day: 'day', link: 'link', email: 'mail address', phone: 'phone number' } as const;

/**
 * The type of a field in words, for people who read no code: `whole number from 1`, `one of granted, denied`, `list of texts`.
 * @param linkOf where objects have sections of their own
 */
export function typeInWords(schema: z.core.$ZodType, linkOf: LinkOf): string {
  const inner = withoutWrappers(schema);
  const { def } = (inner as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'array':
      return `list: ${typeInWords(def.element, linkOf)}`;
    case 'union': {
      const words = def.options.filter((option) => option._zod.def.type !== 'null');
      return [...new Set(words.map((option) => formInWords(option, linkOf)))].join(', or ');
    }
    case 'object':
      return linkOf(inner) ?? 'object';
    case 'record':
      return 'values by name';
    case 'boolean':
      return 'true or false';
    case 'number':
      return numberInWords(inner);
    case 'literal':
      return def.values.map((value) => `\`${value}\``).join(' or ');
    case 'enum':
      return `one of ${Object.values(def.entries)
        .map((value) => `\`${value}\``)
        .join(', ')}`;
    default:
      return textInWords(inner);
  }
}

/** An alternative in words: objects that are told nowhere else differ in the fields that they have. */
function formInWords(schema: z.core.$ZodType, linkOf: LinkOf): string {
  const { def } = (withoutWrappers(schema) as z.core.$ZodTypes)._zod;
  const words = typeInWords(schema, linkOf);
  if (def.type !== 'object' || words !== 'object') return words;
  const names = Object.keys(def.shape).map((name) => `\`${name}\``);
  return `object with ${names.join(' and ')}`;
}

function numberInWords(schema: z.core.$ZodType): string {
  const { min, max, isInteger } = schemaRules(schema);
  const range = `${min > Number.MIN_SAFE_INTEGER ? ` from ${min}` : ''}${max < Number.MAX_SAFE_INTEGER ? ` to ${max}` : ''}`;
  return `${isInteger ? 'whole number' : 'number'}${range}`;
}

function textInWords(schema: z.core.$ZodType): string {
  const mark = marks.get(schema);
  if (mark?.kinds !== undefined) return 'typed id';
  if (mark?.form !== undefined && mark.form !== 'kept') return forms[mark.form];
  const longest = mark?.longest ?? limits.idLength;
  return longest === limits.idLength ? 'text' : `text up to ${longest.toLocaleString('en')} characters`;
}
