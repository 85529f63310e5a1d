import { eventCatalog, nearestName, subjectKinds } from '@sameteam/model';
import { z } from 'zod';
import type { EventSpec, ValueSpec } from './map-schema.ts';
import { isCell, type MapPath } from './references.ts';
import type { PathFault } from './schema-faults.ts';
import { parseTemplate } from './template.ts';

/** Fields that the model does not have, and subjects that an event of the type cannot have. */
export function dataFaults(event: EventSpec, path: MapPath): readonly PathFault[] {
  const { data, subjects } = eventCatalog[event.type];
  return [
    ...subjectFaults(event, subjects, [...path, 'subject']),
    ...fieldFaults(event.data ?? {}, data, [...path, 'data'], event.type),
  ];
}

function subjectFaults(event: EventSpec, allowed: readonly string[], path: MapPath): readonly PathFault[] {
  const parts = parseTemplate(event.subject);
  const first = typeof parts === 'string' ? undefined : parts[0];
  if (first === undefined || 'heading' in first) return [];
  const kind = first.text.split('/')[0] as string;
  const message = `The subject of ${event.type} is ${allowed.map((name) => `${name}/…`).join(' or ')}, not "${first.text}".`;
  const isKind =
    first.text.includes('/') && (subjectKinds as readonly string[]).includes(kind) && allowed.includes(kind);
  return isKind ? [] : [{ path, message, atKey: false }];
}

function fieldFaults(group: object, schema: z.ZodType, path: MapPath, where: string): readonly PathFault[] {
  const shape = shapeOf(schema);
  if (shape === null) return [];
  return Object.entries(group).flatMap(([key, value]: [string, ValueSpec]): readonly PathFault[] => {
    const field = shape[key];
    if (field === undefined) {
      const nearest = nearestName(key, Object.keys(shape));
      const hint = nearest === null ? ` Fields: ${Object.keys(shape).join(', ')}.` : ` Did you mean "${nearest}"?`;
      return [{ path: [...path, key], message: `${where} has no field "${key}".${hint}`, atKey: true }];
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value) || isCell(value)) return [];
    return fieldFaults(value, field, [...path, key], key);
  });
}

function shapeOf(schema: z.ZodType): Readonly<Record<string, z.ZodType>> | null {
  let inner: z.ZodType = schema;
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodNullable) inner = inner.unwrap() as z.ZodType;
  return inner instanceof z.ZodObject ? (inner.shape as Readonly<Record<string, z.ZodType>>) : null;
}
