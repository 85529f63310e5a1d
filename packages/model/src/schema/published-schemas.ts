import { z } from 'zod';
import { attempt } from '../entities/attempt.ts';
import { attributes } from '../entities/attributes.ts';
import { campaign } from '../entities/campaign.ts';
import { company } from '../entities/company.ts';
import { consent } from '../entities/consent.ts';
import { contact } from '../entities/contact.ts';
import { engagement } from '../entities/engagement.ts';
import { externalId } from '../entities/external-id.ts';
import { followUp } from '../entities/follow-up.ts';
import { lead } from '../entities/lead.ts';
import { meeting } from '../entities/meeting.ts';
import { money } from '../entities/money.ts';
import { opportunity } from '../entities/opportunity.ts';
import { productLine } from '../entities/product-line.ts';
import { rosterPerson } from '../entities/roster-person.ts';
import { source } from '../entities/source.ts';
import { task } from '../entities/task.ts';
import { eventSchema } from '../events/event-schema.ts';
import { eventTypes } from '../vocabulary/event-types.ts';
import { schemaName } from '../vocabulary/schema-version.ts';
import { isPersonal } from '../wire/marks.ts';

/** A document of JSON Schema 2020-12. */
export type JsonSchema = z.core.JSONSchema.BaseSchema;

const entities = {
  attempt,
  attributes,
  campaign,
  company,
  consent,
  contact,
  engagement,
  'external-id': externalId,
  'follow-up': followUp,
  lead,
  meeting,
  money,
  opportunity,
  'product-line': productLine,
  'roster-person': rosterPerson,
  source,
  task,
} as const satisfies Readonly<Record<string, z.ZodType>>;

/**
 * The published files: one for each type of event, one for each entity, and `bundle`, which holds all of them and
 * checks an event by its type. They stand alone: no reference leads out of a file.
 * @returns name of the file without its ending -> document
 */
export function publishedSchemas(): ReadonlyMap<string, JsonSchema> {
  const events = eventTypes.map((type) => [type, publishedSchema(type, eventSchema(type))] as const);
  const things = Object.entries(entities).map(([name, schema]) => [name, publishedSchema(name, schema)] as const);
  return new Map([...events, ...things, ['bundle', bundle([...events, ...things])]]);
}

function publishedSchema(name: string, schema: z.ZodType): JsonSchema {
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12', override: adjust });
  return JSON.parse(JSON.stringify({ $schema, $id: schemaName(name), title: name, ...rest }));
}

/** Says what zod does not: which fields are personal. Drops `format` beside `pattern`: validators differ in formats. */
function adjust({ zodSchema, jsonSchema }: { zodSchema: z.core.$ZodTypes; jsonSchema: JsonSchema }): void {
  if (jsonSchema.pattern !== undefined) delete jsonSchema.format;
  const { def } = zodSchema._zod;
  if (def.type !== 'object') return;
  for (const [field, schema] of Object.entries(def.shape)) {
    const property = jsonSchema.properties?.[field];
    // `$comment` rather than a keyword of our own, which strict validators refuse.
    if (isPersonal(schema) && typeof property === 'object') property.$comment = 'personal';
  }
}

/** One `if` per type rather than `oneOf`: a validator then tells the faults of the type that is meant. */
function bundle(schemas: readonly (readonly [string, JsonSchema])[]): JsonSchema {
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
    $defs: Object.fromEntries(schemas.map(([name, { $schema, $id, ...schema }]) => [name, schema])),
  };
}
