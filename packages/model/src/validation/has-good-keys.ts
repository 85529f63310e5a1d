import { limits } from '../vocabulary/limits.ts';
import { checkKey } from './key-check.ts';

/** Deeper than any event that can be good. */
const deepest = limits.depth * 4;

/** Whether every key of a value of JSON can be kept, at any depth. What is too deep for an event has none that can. */
export function hasGoodKeys(value: unknown): boolean {
  return walk(value, 0);
}

function walk(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (depth > deepest) return false;
  if (Array.isArray(value)) return value.every((entry) => walk(entry, depth + 1));
  for (const key of Object.keys(value)) {
    if (!checkKey(key, []) || !walk((value as Readonly<Record<string, unknown>>)[key], depth + 1)) return false;
  }
  return true;
}
