import type { Condition } from './condition.ts';
import { conditionParts } from './condition-kind.ts';

/**
 * The addresses of the fields that a condition reads, each once, in the order in which they first appear. An
 * answer is the field `answers.<question>`. What is no field, such as grade or engagement, is not among them.
 * @returns an empty list for a condition that reads none
 * @example conditionFields({ field: 'source.channel', is: 'partner' }) // ['source.channel']
 */
export function conditionFields(condition: Condition): readonly string[] {
  const fields = conditionParts(condition).flatMap(({ condition: part }): readonly string[] => {
    if ('field' in part) return [part.field];
    return 'answer' in part ? Object.keys(part.answer).map((question) => `answers.${question}`) : [];
  });
  return [...new Set(fields)];
}
