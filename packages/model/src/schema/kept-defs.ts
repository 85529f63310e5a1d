import { z } from 'zod';
import { limits } from '../vocabulary/limits.ts';
import { cleanPattern } from '../wire/patterns.ts';
import { key } from '../wire/text.ts';
import type { JsonSchema } from './published-schemas.ts';

const text = { type: 'string', maxLength: limits.noteLength, pattern: cleanPattern.source } as const;
const number = { type: 'number', minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER } as const;
const scalars: readonly JsonSchema[] = [{ type: 'null' }, { type: 'boolean' }, number, text];

/**
 * What `keptValue` means, in JSON Schema: `key`, and `kept-1` to `kept-16` by their depth. There is no end to a schema that
 * refers to itself, and a validator that follows it into an event of 10,000 levels runs out of its stack.
 */
export function keptDefs(): Readonly<Record<string, JsonSchema>> {
  const { $schema, ...keySchema } = z.toJSONSchema(key());
  return {
    key: keySchema,
    ...Object.fromEntries(
      Array.from({ length: limits.depth }, (_, index) => [`kept-${index + 1}`, keptAt(index + 1)] as const),
    ),
  };
}

function keptAt(depth: number): JsonSchema {
  if (depth === limits.depth) return { anyOf: [...scalars] };
  const inner = { $ref: `#/$defs/kept-${depth + 1}` };
  return {
    anyOf: [
      ...scalars,
      { type: 'array', maxItems: limits.listLength, items: inner },
      {
        type: 'object',
        maxProperties: limits.attributes,
        propertyNames: { $ref: '#/$defs/key' },
        additionalProperties: inner,
      },
    ],
  };
}
