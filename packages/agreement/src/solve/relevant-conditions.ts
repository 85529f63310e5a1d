import type { Agreement } from '../agreement.ts';
import type { Condition } from '../condition/condition.ts';
import { conditionParts } from '../condition/condition-kind.ts';

/**
 * All parts of conditions on which the answer to one can rest: its own, and those of the clauses that it asks for by
 * naming a grade, a readiness or a segment. O(size of the agreement).
 * @param segment whether the segment matters anyway
 */
export function relevantParts(
  agreement: Agreement,
  wanted: Condition,
  options: { readonly segment: boolean },
): readonly Condition[] {
  const sections = {
    segment: () => agreement.segments.map(({ when }) => when),
    grade: () => (agreement.profile?.rules ?? []).map(({ when }) => when),
    readiness: () => Object.values(agreement.readiness),
  };
  const open = new Set(Object.keys(sections) as (keyof typeof sections)[]);
  const parts: Condition[] = [];
  const visit = (condition: Condition): void => {
    for (const { condition: part } of conditionParts(condition)) {
      parts.push(part);
      for (const section of open) if (section in part && !('field' in part)) enter(section);
    }
  };
  const enter = (section: keyof typeof sections): void => {
    if (!open.delete(section)) return;
    for (const condition of sections[section]()) visit(condition);
  };
  visit(wanted);
  if (options.segment) enter('segment');
  return parts;
}
