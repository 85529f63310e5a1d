import type { Agreement } from '../agreement.ts';
import type { ConditionContext, FieldValue } from './condition-context.ts';
import { evaluateCondition } from './evaluate-condition.ts';

/**
 * The segment that a lead belongs to: the first one whose condition holds. It is asked at the hand-off and kept.
 * O(segments).
 * @param fields values by address: `source.*`, `lead.*`, `company.*`, `contact.*`
 * @param known what else is known: the state of the company and the declared lists
 * @returns the id of the segment, or `null` for a lead that lives by the agreement as it stands
 * @example segmentOf(agreement, { 'source.channel': 'partner' }) // 'partner'
 */
export function segmentOf(
  agreement: Pick<Agreement, 'segments'>,
  fields: Readonly<Record<string, FieldValue>>,
  known: Omit<ConditionContext, 'fields'> = {},
): string | null {
  const context = { ...known, fields };
  return agreement.segments.find((segment) => evaluateCondition(segment.when, context))?.id ?? null;
}
