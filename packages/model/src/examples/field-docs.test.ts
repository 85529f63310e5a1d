import { expect, test } from 'vitest';
import { z } from 'zod';
import { entityCatalog } from '../entities/entity-catalog.ts';
import { envelopeShape } from '../events/envelope.ts';
import { envelopeSchema } from '../events/envelope-schema.ts';
import { eventCatalog } from '../events/event-catalog.ts';
import { eventTypes } from '../vocabulary/event-types.ts';
import { type FieldDoc, fieldDocs } from '../wire/field.ts';
import { isPersonal, marks, withoutWrappers } from '../wire/marks.ts';

type Field = readonly [path: string, schema: z.ZodType];

/** The fields of an object, and of the objects in them, in lists and alternatives too. */
function fieldsOf(path: string, schema: z.core.$ZodType): readonly Field[] {
  const { def } = (withoutWrappers(schema) as z.core.$ZodTypes)._zod;
  if (def.type === 'array') return fieldsOf(`${path}.0`, def.element);
  if (def.type === 'union') return def.options.flatMap((option) => fieldsOf(path, option));
  if (def.type !== 'object') return [];
  return Object.entries(def.shape).flatMap(([name, field]) => [
    [`${path}.${name}`, field as z.ZodType] as const,
    ...fieldsOf(`${path}.${name}`, field),
  ]);
}

const roots = [
  ['envelope', z.object(envelopeShape)] as const,
  ...eventTypes.map((type) => [type, eventCatalog[type].data] as const),
  ...Object.entries(entityCatalog),
];
const fields = roots.flatMap(([name, schema]) => fieldsOf(name, schema));

function fieldsThat(isWrong: (doc: FieldDoc, field: z.ZodType) => boolean): readonly string[] {
  return fields.filter(([, field]) => isWrong(fieldDocs.get(field) as FieldDoc, field)).map(([path]) => path);
}

test('there are fields to look at', () => {
  expect(fields.length).toBeGreaterThan(500);
});

test('each field of each event, entity and the envelope is documented', () => {
  expect(fields.filter(([, field]) => fieldDocs.get(field) === undefined).map(([path]) => path)).toEqual([]);
});

test('each says what it means in a sentence, and who enters it', () => {
  expect(fieldsThat(({ means }) => !/^\p{L}.{8,}\.$/u.test(means))).toEqual([]);
  const enterers = ['the lead', 'the sender', 'marketing', 'sales', 'a rep', 'both teams', 'revenue operations'];
  expect(fieldsThat(({ entered }) => ![...enterers, 'the system'].includes(entered))).toEqual([]);
});

test('each has an example that its schema accepts', () => {
  expect(fieldsThat(({ example }) => example === undefined || example === null)).toEqual([]);
  expect(fieldsThat(({ example }, field) => !field.safeParse(example).success)).toEqual([]);
});

test('each number, time, day, typed id and list names its unit or form', () => {
  const needsUnit = (field: z.ZodType) => {
    const inner = withoutWrappers(field);
    const mark = marks.get(inner);
    const isComposed = ['number', 'array', 'record'].includes(inner._zod.def.type);
    return isComposed || mark?.kinds !== undefined || mark?.form !== undefined;
  };
  expect(fieldsThat(({ unit }, field) => needsUnit(field) && unit === undefined)).toEqual([]);
});

test('the description that is published holds all of it', () => {
  const { email } = entityCatalog.contact.shape;
  expect(email.description).toBe(
    'Mail address under which the person can be reached. Unit: name@domain. Entered by the lead. Personal.',
  );
  expect(fieldsThat((_, field) => isPersonal(field) !== field.description?.endsWith(' Personal.'))).toEqual([]);
  expect(fieldsThat(({ means }, field) => field.description?.startsWith(means) !== true)).toEqual([]);
});

test('type and subject of each event are documented too', () => {
  for (const type of eventTypes) {
    const shape: Readonly<Record<string, z.ZodType>> = envelopeSchema(type, { keepsUnknown: false }).shape;
    for (const name of ['type', 'subject']) {
      const field = shape[name] ?? z.never();
      expect(field.safeParse(fieldDocs.get(field)?.example).success, `${type}: ${name}`).toBe(true);
    }
  }
});

test('all attributes of the envelope are valid for a captured lead', () => {
  expect(fieldDocs.get(envelopeShape.dataschema)?.example).toBe('urn:sameteam:schema:1.0:lead.captured');
});
