import { z } from 'zod';
import { limits } from '../vocabulary/limits.ts';
import { keptValue } from './kept-value.ts';

/** An object that keeps the fields that it does not know, up to a limit of all. */
export function openObject(shape: z.core.$ZodLooseShape): z.ZodObject {
  return z
    .object(shape)
    .catchall(keptValue())
    .refine((object) => Object.keys(object).length <= limits.attributes);
}

/** The schema with every object of it open: what holds for a newer minor version, which may have more fields. */
export function openSchema(schema: z.core.$ZodType): z.ZodType {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'optional':
      return z.optional(openSchema(def.innerType));
    case 'nullable':
      return z.nullable(openSchema(def.innerType));
    case 'union':
      return z.union(def.options.map(openSchema));
    case 'array':
      return z.array(openSchema(def.element)).max(limits.listLength);
    case 'object':
      return openObject(
        Object.fromEntries(Object.entries(def.shape).map(([name, inner]) => [name, openSchema(inner)])),
      );
    default:
      return schema as z.ZodType;
  }
}
