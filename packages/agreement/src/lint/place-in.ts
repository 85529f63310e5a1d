import { isJsonObject, type Json } from '../effective/merge-patch.ts';
import type { PathStep } from '../issue/agreement-issue.ts';
import type { LintSubject, Variant } from './lint-rule.ts';

/**
 * Where the document says what stands at a path of a variant: in the override of the segment where that says it or
 * removes it, else at the same path of the document. O(length of the path).
 * @param path a place in the variant's agreement, or one of the base that the variant no longer has
 */
export function placeIn(subject: LintSubject, variant: Variant, path: readonly PathStep[]): readonly PathStep[] {
  const { segment } = variant;
  const { overrides } = subject.agreement;
  if (segment === null || !Object.hasOwn(overrides, segment)) return path;
  let at = overrides[segment] as Json | undefined;
  for (const [depth, step] of path.entries()) {
    // A list or a single value replaces whatever stood there, and null removes it.
    if (!isJsonObject(at)) return ['overrides', segment, ...path.slice(0, at === null ? depth : path.length)];
    if (!Object.hasOwn(at, step)) return path;
    at = at[step];
  }
  return ['overrides', segment, ...path];
}
