import { isJsonObject, type Json } from '../effective/merge-patch.ts';
import type { ChangeEffect } from './agreement-diff.ts';
import type { Difference } from './difference.ts';
import { type EffectPlace, isHeld } from './effect-place.ts';
import { type PlacedRule, ruleBelow } from './key-rules/placed-rule.ts';

/**
 * Whether a difference changes what is done or counted. In an override it does not where the same holds for the
 * segment as before.
 */
export function effectOf(difference: Difference, place: EffectPlace | null): ChangeEffect {
  const { kind, at, before, after } = difference;
  if (difference.isReworded === true || (place !== null && isHeld(place))) return 'wording';
  if (kind === 'moved') return at.rule.order ?? 'wording';
  if (kind === 'changed') return at.rule.effect;
  return hasBehaviour(after ?? before, at) ? 'behaviour' : 'wording';
}

function hasBehaviour(value: Json | undefined, at: PlacedRule): boolean {
  if (at.rule.effect === 'behaviour') return true;
  if (!isJsonObject(value)) return false;
  return Object.entries(value).some(([key, own]) => !isEmptyList(own) && hasBehaviour(own, ruleBelow(at, key)));
}

function isEmptyList(value: Json): boolean {
  return Array.isArray(value) && value.length === 0;
}
