import { z } from 'zod';
import { entityCatalog } from '../entities/entity-catalog.ts';
import { dataMeans, envelopeSchema } from '../events/envelope-schema.ts';
import { type EventType, eventTypes } from '../vocabulary/event-types.ts';
import { limits } from '../vocabulary/limits.ts';
import { schemaName } from '../vocabulary/schema-version.ts';
import { isPersonal, marks } from '../wire/marks.ts';
import { knownVersionPattern } from '../wire/patterns.ts';
import { keptDefs } from './kept-defs.ts';

/** A document of JSON Schema 2020-12. */
export type JsonSchema = z.core.JSONSchema.BaseSchema;

type Named = readonly [name: string, schema: JsonSchema];

/**
 * The published files: one for each type of event, one for each entity, and `bundle`, which holds all of them and
 * checks an event by its type. They stand alone: no reference leads out of a file.
 * @returns name of the file without its ending -> document
 */
export function publishedSchemas(): ReadonlyMap<string, JsonSchema> {
  const events = eventTypes.map((type): Named => [type, publishedEvent(type)]);
  const things = Object.entries(entityCatalog).map(([name, schema]): Named => [name, publishedSchema(name, schema)]);
  return new Map([...events, ...things, ['bundle', bundle(events, things)]]);
}

function publishedEvent(type: EventType): JsonSchema {
  const { $schema, $id, title, description, properties, ...rest } = publishedSchema(type, eventObject(type, false));
  const { data, ...attributes } = properties ?? {};
  const newer = publishedSchema(type, eventObject(type, true)).properties?.data;
  return {
    ...{ $schema, $id, title, description },
    ...rest,
    // Named here too: what is not named is an attribute that nobody knows.
    properties: { ...attributes, data: { type: 'object', description: dataMeans } },
    if: { properties: { dataschema: { type: 'string', pattern: knownVersionPattern().source } } },
    // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema.
    then: { properties: { data: { $ref: '#/$defs/data' } } },
    else: { properties: { data: { $ref: '#/$defs/data-of-newer-minor-version' } } },
    $defs: { data: data ?? {}, 'data-of-newer-minor-version': withoutWords(newer ?? {}), ...keptDefs() },
  } as JsonSchema;
}

function eventObject(type: EventType, keepsUnknown: boolean): z.ZodType {
  return envelopeSchema(type, { keepsUnknown });
}

function publishedSchema(name: string, schema: z.core.$ZodType): JsonSchema {
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12', override: adjust });
  return JSON.parse(JSON.stringify({ $schema, $id: schemaName(name), title: name, ...rest }));
}

/** Says what zod does not: which fields are personal, what is kept of what is not known. */
function adjust({ zodSchema, jsonSchema }: { zodSchema: z.core.$ZodTypes; jsonSchema: JsonSchema }): void {
  if (marks.get(zodSchema)?.form === 'kept') jsonSchema.$ref = '#/$defs/kept-1';
  const { def } = zodSchema._zod;
  if (def.type !== 'object') return;
  if (def.catchall !== undefined && marks.get(def.catchall)?.form === 'kept') {
    jsonSchema.maxProperties = limits.attributes;
    jsonSchema.propertyNames = { $ref: '#/$defs/key' };
  }
  for (const [field, schema] of Object.entries(def.shape)) {
    const property = jsonSchema.properties?.[field];
    // `$comment` rather than a keyword of our own, which strict validators refuse.
    if (isPersonal(schema) && typeof property === 'object') property.$comment = 'personal';
  }
}

/** A schema without its words, where they stand elsewhere already. */
function withoutWords(schema: unknown): JsonSchema {
  return JSON.parse(
    JSON.stringify(schema, (key, value) => (key === 'examples' || key === 'description' ? undefined : value)),
  );
}

/** One `if` per type rather than `oneOf`: a validator then tells the faults of the type that is meant. */
function bundle(events: readonly Named[], things: readonly Named[]): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: schemaName('bundle'),
    title: 'bundle',
    description: 'Any event of Sameteam, by its type; and each entity under $defs.',
    type: 'object',
    properties: { type: { type: 'string', enum: [...eventTypes] } },
    required: ['type'],
    allOf: eventTypes.map((type) => ({
      if: { properties: { type: { const: type } }, required: ['type'] },
      // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema.
      then: { $ref: `#/$defs/${type}` },
    })),
    $defs: {
      ...Object.fromEntries([...events, ...things].map(([name, schema]) => [name, inBundle(name, schema)])),
      ...keptDefs(),
    },
  };
}

/** A schema as a part of the bundle: what all have in common stands there once. */
function inBundle(name: string, { $schema, $id, $defs, ...schema }: JsonSchema): JsonSchema {
  if ($defs === undefined) return schema;
  const shared = Object.keys(keptDefs());
  const own = Object.fromEntries(Object.entries($defs).filter(([def]) => !shared.includes(def)));
  const text = JSON.stringify({ ...schema, $defs: own });
  return JSON.parse(
    text.replace(/"#\/\$defs\/([^"]+)"/g, (reference, def: string) =>
      shared.includes(def) ? reference : JSON.stringify(`#/$defs/${name}/$defs/${def}`),
    ),
  );
}
