import type { Json } from '../effective/merge-patch.ts';
import type { PathStep } from '../issue/agreement-issue.ts';
import type { Comparison } from './compare-agreements.ts';
import type { Difference } from './difference.ts';
import { type FirmStep, firmSteps, valueBySteps } from './firm-steps.ts';
import type { PlacedRule } from './key-rules/placed-rule.ts';
import { isSameMeaning } from './same-meaning.ts';
import { ruleAt } from './subject-of.ts';

/** Where a difference in an override takes effect: in what the leads of the segment live by, before and after. */
export interface EffectPlace {
  readonly segment: string;
  /** Steps that mean the same in every document: to the whole condition, inside of one. */
  readonly steps: readonly FirmStep[];
  readonly at: PlacedRule;
  readonly documents: { readonly before: Json; readonly after: Json };
  readonly before: Json | undefined;
  readonly after: Json | undefined;
}

/**
 * Finds where a difference takes effect.
 * @returns `null` for what is not in an override, and for a segment that only one side has
 */
export function effectPlace({ pathBefore, pathAfter }: Difference, comparison: Comparison): EffectPlace | null {
  const path = pathAfter ?? pathBefore ?? [];
  const [section, segment] = path;
  if (section !== 'overrides' || typeof segment !== 'string') return null;
  const { before, after } = comparison.effective(segment);
  if (before === null || after === null) return null;
  const { documents } = comparison;
  const firm = firmSteps(pathAfter === null ? documents.renamed : documents.after, path).length;
  const whole = toCondition(path.slice(0, firm));
  const steps = firmSteps(pathAfter === null ? documents.renamed : documents.after, whole).slice(2);
  return {
    segment,
    steps,
    at: ruleAt(whole),
    documents: { before, after },
    before: valueBySteps(before, steps),
    after: valueBySteps(after, steps),
  };
}

/** Whether a place says the same before and after, perhaps in another way. */
export function isHeld(place: EffectPlace): boolean {
  return isSameMeaning(place.before, place.after, place.at);
}

/** A path as far as the outermost condition around its end; the path itself outside of conditions. */
export function toCondition(path: readonly PathStep[]): readonly PathStep[] {
  const index = path.findIndex((_, at) => ruleAt(path.slice(0, at + 1)).rule.isCondition === true);
  return index < 0 ? path : path.slice(0, index + 1);
}
