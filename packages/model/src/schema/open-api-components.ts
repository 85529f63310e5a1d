import { eventTypes } from '../vocabulary/event-types.ts';
import { type JsonSchema, publishedSchemas } from './published-schemas.ts';

/** The part of an OpenAPI 3.1 document that names schemas. */
export interface OpenApiComponents {
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> };
}

const place = '#/components/schemas/';

/**
 * All events and entities as components of an OpenAPI 3.1 document, whose dialect is JSON Schema 2020-12: `event` is any of
 * them, told apart by `type`. To be merged into a document, or referred to as a file.
 * @example Object.hasOwn(openApiComponents().components.schemas, 'lead.captured') // true
 */
export function openApiComponents(): OpenApiComponents {
  const schemas: Record<string, JsonSchema> = {
    event: {
      title: 'event',
      description: 'Any event of Sameteam, by its type.',
      oneOf: eventTypes.map((type) => ({ $ref: place + type })),
      // The name of each schema is the type that it is of, so that no mapping is needed.
      discriminator: { propertyName: 'type' },
    },
  };
  for (const [name, { $schema, $id, $defs = {}, ...schema }] of publishedSchemas()) {
    if (name === 'bundle') continue;
    const isOwn = (def: string) => def.startsWith('data');
    const nameOf = (def: string) => (isOwn(def) ? `${name}.${def}` : def);
    for (const [def, inner] of Object.entries({ '': schema, ...$defs })) {
      const text = JSON.stringify(inner).replace(/"#\/\$defs\/([^"]+)"/g, (_, target: string) =>
        JSON.stringify(place + nameOf(target)),
      );
      schemas[def === '' ? name : nameOf(def)] = JSON.parse(text);
    }
  }
  return { components: { schemas } };
}
