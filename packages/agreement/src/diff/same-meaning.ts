import { readDuration } from '../duration/parse-duration.ts';
import type { Json } from '../effective/merge-patch.ts';
import type { PlacedRule } from './key-rules/placed-rule.ts';
import { plainCondition } from './plain-condition.ts';
import { isSameJson } from './same-json.ts';

/** Whether two values of a place mean the same: conditions in one form, and time that elapses in one unit. */
export function isSameMeaning(one: Json | undefined, other: Json | undefined, { rule }: PlacedRule): boolean {
  if (isSameJson(one, other)) return true;
  if (one === undefined || other === undefined) return false;
  if (rule.isCondition === true) return isSameJson(plainCondition(one), plainCondition(other));
  if (rule.unit !== 'duration' || typeof one !== 'string' || typeof other !== 'string') return false;
  const ms = readDuration(one)?.ms ?? null;
  return ms !== null && ms === readDuration(other)?.ms;
}
