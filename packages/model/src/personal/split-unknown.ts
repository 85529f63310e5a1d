import { z } from 'zod';
import { isPersonal, withoutWrappers } from '../wire/marks.ts';
import type { JsonObject, SplitData } from './split-personal.ts';

/**
 * Takes the personal fields out of an object, and with them every field that its schema does not know. A list whose objects
 * have such fields goes as a whole.
 */
export function splitUnknown(object: JsonObject, schema: z.core.$ZodType): SplitData {
  const shape = shapeOf(schema);
  const personal: Record<string, unknown> = {};
  const data: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(object)) {
    const known = shape !== null && Object.hasOwn(shape, field) ? (shape[field] as z.core.$ZodType) : null;
    if (known === null || isPersonal(known) || hasUnknown(value, known)) {
      personal[field] = value;
    } else if (isObject(value) && shapeOf(known) !== null) {
      const parts = splitUnknown(value, known);
      if (parts.personal !== null) personal[field] = parts.personal;
      if (parts.personal === null || Object.keys(parts.data).length > 0) data[field] = parts.data;
    } else {
      data[field] = value;
    }
  }
  return { data, personal: Object.keys(personal).length === 0 ? null : personal };
}

/** Whether a list holds objects with fields that their schema does not know, or a value of several forms does. */
function hasUnknown(value: unknown, schema: z.core.$ZodType): boolean {
  const inner = withoutWrappers(schema);
  if (Array.isArray(value)) {
    return inner instanceof z.ZodArray && value.some((entry) => isObject(entry) && !isKnown(entry, inner.element));
  }
  return inner instanceof z.ZodUnion && isObject(value) && !inner.options.some((option) => isKnown(value, option));
}

function isKnown(object: JsonObject, schema: z.core.$ZodType): boolean {
  return splitUnknown(object, schema).personal === null;
}

function shapeOf(schema: z.core.$ZodType): Readonly<Record<string, unknown>> | null {
  const inner = withoutWrappers(schema);
  return inner instanceof z.ZodObject ? inner.shape : null;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
