import type { Json } from '../effective/merge-patch.ts';
import type { PathStep } from '../issue/agreement-issue.ts';
import type { ChangeKind } from './agreement-diff.ts';
import type { PlacedRule } from './key-rules/placed-rule.ts';

/** A difference of two documents in which the same things have the same names. */
export interface Difference {
  readonly kind: Exclude<ChangeKind, 'renamed'>;
  /** The rule of its place. */
  readonly at: PlacedRule;
  /** Steps to it in the document before; `null` for what was added. */
  readonly pathBefore: readonly PathStep[] | null;
  /** Steps to it in the document after; `null` for what was removed. */
  readonly pathAfter: readonly PathStep[] | null;
  readonly before?: Json;
  readonly after?: Json;
  /** Whether both values mean the same. */
  readonly isReworded?: true;
}
