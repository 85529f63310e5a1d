import type { InEffect } from './agreement-diff.ts';
import type { Comparison } from './compare-agreements.ts';
import type { Difference } from './difference.ts';
import { firmSteps, valueBySteps } from './firm-steps.ts';

/**
 * What a difference inside of an override makes of the agreement that holds for the segment: the value at its place,
 * or the list around it where that has no address of its own.
 * @returns `null` for what is not in an override, and for a segment that only one side has
 */
export function inEffectOf(difference: Difference, comparison: Comparison): InEffect | null {
  const { pathBefore, pathAfter } = difference;
  const path = pathAfter ?? pathBefore ?? [];
  const [section, segment] = path;
  if (section !== 'overrides' || typeof segment !== 'string') return null;
  const effective = comparison.effective(segment);
  if (effective.before === null || effective.after === null) return null;
  const { renamed, after } = comparison.documents;
  const [, , ...steps] = firmSteps(pathAfter === null ? renamed : after, path);
  const values = { before: valueBySteps(effective.before, steps), after: valueBySteps(effective.after, steps) };
  return {
    ...(values.before === undefined ? {} : { before: values.before }),
    ...(values.after === undefined ? {} : { after: values.after }),
  };
}
