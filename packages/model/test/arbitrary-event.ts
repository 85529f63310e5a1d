import fc from 'fast-check';
import type { z } from 'zod';
import { envelopeSchema } from '../src/events/envelope-schema.ts';
import { schemaRules } from '../src/validation/schema-rules.ts';
import type { EventType } from '../src/vocabulary/event-types.ts';
import { marks } from '../src/wire/marks.ts';

/** Valid events of a type, made from its schema: every optional field is there or not, every nullable one null or not. */
export function arbitraryEvent(type: EventType): fc.Arbitrary<Record<string, unknown>> {
  return arbitraryOf(envelopeSchema(type, { keepsUnknown: false })).map((event) => {
    const { dataschema, ...rest } = event as Record<string, unknown>;
    return dataschema === undefined ? rest : { ...rest, dataschema: `urn:sameteam:schema:1.0:${type}` };
  });
}

function arbitraryOf(schema: z.core.$ZodType): fc.Arbitrary<unknown> {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'optional':
      return arbitraryOf(def.innerType);
    case 'nullable':
      return fc.option(arbitraryOf(def.innerType), { freq: 4 });
    case 'null':
      return fc.constant(null);
    case 'union':
      return fc.oneof(...def.options.map(arbitraryOf));
    case 'boolean':
      return fc.boolean();
    case 'object': {
      const fields = Object.entries(def.shape);
      const required = fields.filter(([, field]) => field._zod.def.type !== 'optional').map(([name]) => name);
      return fc.record(Object.fromEntries(fields.map(([name, field]) => [name, arbitraryOf(field)])), {
        requiredKeys: required,
      });
    }
    case 'record':
      return fc.dictionary(
        text(200).filter((key) => !['__proto__', 'constructor', 'prototype'].includes(key)),
        arbitraryOf(def.valueType),
        { maxKeys: 4 },
      );
    case 'array':
      return fc.array(arbitraryOf(def.element), { maxLength: 3 });
    case 'number':
      return arbitraryNumber(schema);
    case 'literal':
      return fc.constantFrom(...def.values);
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries));
    case 'string':
      return arbitraryText(schema);
    default:
      throw new Error(`No arbitrary for ${def.type}`);
  }
}

function arbitraryNumber(schema: z.core.$ZodType): fc.Arbitrary<number> {
  const { min, max, isInteger } = schemaRules(schema);
  return isInteger ? fc.integer({ min, max }) : fc.double({ min, max, noNaN: true });
}

function arbitraryText(schema: z.core.$ZodType): fc.Arbitrary<string> {
  const mark = marks.get(schema);
  const { longest, patterns } = schemaRules(schema);
  if (mark?.kinds !== undefined)
    return fc.tuple(fc.constantFrom(...mark.kinds), text(200)).map(([kind, id]) => `${kind}/${id}`);
  if (mark?.form === 'instant') return instant;
  if (mark?.form === 'day') return instant.map((value) => value.slice(0, 10));
  if (mark?.form === 'link') return fc.webUrl();
  if (mark?.form === 'email') return fc.emailAddress().filter((value) => !/^[=+-]/.test(value));
  if (mark?.form === 'phone') return fc.integer({ min: 100, max: 1e12 }).map((number) => `+${number}`);
  const [pattern] = patterns;
  return pattern === undefined
    ? text(longest)
    : fc.stringMatching(pattern).filter((value) => isKeepable(value) && value.length <= longest);
}

const instant = fc
  .integer({ min: 0, max: Date.parse('9999-12-31T23:59:59.999Z') })
  .map((ms) => new Date(ms).toISOString());

function text(longest: number): fc.Arbitrary<string> {
  return fc
    .string({ minLength: 1, maxLength: Math.min(longest / 4, 30), unit: 'grapheme' })
    .filter((value) => isKeepable(value) && value.length <= longest);
}

function isKeepable(value: string): boolean {
  return !value.includes('\0');
}
