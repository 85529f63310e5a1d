import type { z } from 'zod';
import type { PathStep } from '../issue/agreement-issue.ts';

/** What a schema allows at a place, over all forms that a value there can have. */
export interface Known {
  readonly keys: readonly string[];
  readonly values: readonly string[];
}

type Schema = z.core.$ZodTypes;

/**
 * What keys an object, or what values a scalar, can have at a path of a schema: the candidates for "did you mean".
 * O(forms × length of the path).
 */
export function knownAt(schema: z.core.SomeType, path: readonly PathStep[]): Known {
  let places: readonly Schema[] = formsOf(schema as Schema);
  for (const step of path) places = places.flatMap((place) => childrenAt(place, step)).flatMap(formsOf);
  const keys = new Set<string>();
  const values = new Set<string>();
  for (const place of places) {
    const { def } = place._zod;
    if (def.type === 'object') for (const key of Object.keys(def.shape)) keys.add(key);
    if (def.type === 'record') for (const key of namesOf(def.keyType as Schema)) keys.add(key);
    for (const value of namesOf(place)) values.add(value);
  }
  return { keys: [...keys], values: [...values] };
}

function namesOf(schema: Schema): readonly string[] {
  return formsOf(schema).flatMap(({ _zod: { def } }) => {
    if (def.type === 'enum') return Object.values(def.entries).map(String);
    return def.type === 'literal' ? def.values.map(String) : [];
  });
}

/** Takes the wrappers off, and a union apart. */
function formsOf(schema: Schema): readonly Schema[] {
  const { def } = schema._zod;
  switch (def.type) {
    case 'union':
      return def.options.flatMap((option) => formsOf(option as Schema));
    case 'lazy':
      return formsOf(def.getter() as Schema);
    case 'pipe':
      return formsOf(def.in as Schema);
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
    case 'readonly':
    case 'nonoptional':
      return formsOf(def.innerType as Schema);
    default:
      return [schema];
  }
}

function childrenAt(schema: Schema, step: PathStep): readonly Schema[] {
  const { def } = schema._zod;
  if (def.type === 'object') return Object.hasOwn(def.shape, step) ? [def.shape[String(step)] as Schema] : [];
  if (def.type === 'record') return [def.valueType as Schema];
  if (def.type === 'array') return [def.element as Schema];
  return [];
}
