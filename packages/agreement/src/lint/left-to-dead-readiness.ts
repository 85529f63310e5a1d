import type { Condition } from '../condition/condition.ts';
import { conditionParts } from '../condition/condition-kind.ts';
import { readinessOfCondition } from './possible-readiness.ts';

/**
 * Whether a condition that never holds is told by `dead-readiness`: no lead has any readiness that it can hold for. Where
 * it can hold for none by its form, such as two at once, that is its own fault, unless no lead has any that it names.
 * @param all every readiness of the agreement
 * @param isPossible whether a condition holds for some lead
 */
export function isLeftToDeadReadiness(
  condition: Condition,
  all: readonly string[],
  isPossible: (wanted: Condition) => boolean,
): boolean {
  const { possible } = readinessOfCondition(condition, all);
  const asked = possible.size > 0 ? [...possible] : namedIn(condition);
  return asked.length > 0 && !isPossible({ readiness: asked });
}

function namedIn(condition: Condition): readonly string[] {
  return conditionParts(condition).flatMap(({ condition: part }) => ('readiness' in part ? part.readiness : []));
}
