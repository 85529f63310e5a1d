import { keptDefs } from '../schema/kept-defs.ts';
import { publishedSchemas } from '../schema/published-schemas.ts';
import { eventTypes } from '../vocabulary/event-types.ts';
import type { SchemaSet } from './released-check.ts';
import type { SchemaNode } from './schema-changes.ts';

/**
 * What a release promises: of each event its attributes and its data, and each entity, by the keywords that validators
 * read, with the marks of personal fields; what may stand in unknown fields; and the order of the types. What the files say
 * of other versions is not part of it.
 */
export function releasableSchemas(): SchemaSet {
  const published = publishedSchemas();
  const isEvent: ReadonlySet<string> = new Set(eventTypes);
  const entries = [...published].filter(([name]) => name !== 'bundle');
  const schemas = Object.fromEntries(
    entries.map(([name, { $schema, if: _, then: __, else: ___, $defs, ...schema }]) => {
      if (!isEvent.has(name)) return [name, withoutWords(schema)];
      const { dataschema, ...attributes } = schema.properties ?? {};
      return [name, withoutWords({ ...schema, properties: { ...attributes, data: $defs?.data ?? {} } })];
    }),
  );
  return { ...schemas, kept: { $defs: keptDefs() }, [orderOfTypes]: { enum: [...eventTypes] } };
}

/** The name under which a release keeps the order of the types: their rank is stored with each event. */
export const orderOfTypes = 'order-of-types';

function withoutWords(schema: object): SchemaNode {
  return JSON.parse(JSON.stringify(schema, (key, value) => (isWord(key, value) ? undefined : value)));
}

/** A field may have the name of a keyword: what it holds is an object then, and words are texts or lists. */
function isWord(key: string, value: unknown): boolean {
  if (key === 'examples') return Array.isArray(value);
  return ['$id', 'description', 'title'].includes(key) && typeof value === 'string';
}
