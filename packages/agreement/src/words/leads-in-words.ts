import type { Condition } from '../condition/condition.ts';
import { conditionPhrase, type Speaking } from './condition-in-words.ts';
import { namesIn } from './names.ts';
import { listed, type Phrase, say } from './phrase.ts';

/** Which leads: a noun, and what else is asked of each of them, which stands at the end of a sentence. */
export interface LeadsPhrase {
  /** Such as "each hot lead". */
  readonly each: Phrase;
  /** Such as " when its company is a customer"; empty when the noun says it all. */
  readonly when: Phrase;
}

/**
 * Which leads, in words: "each hot lead" reads better than "each lead when it is hot".
 * @param noun what they are called, such as `lead` or `opportunity`
 * @param condition all of them when absent
 */
export function leadsInWords(noun: string, condition: Condition | undefined, agreement: Speaking): LeadsPhrase {
  if (condition === undefined || Object.keys(condition).length === 0) return { each: [`each ${noun}`], when: [] };
  if ('readiness' in condition) {
    return { each: say`each ${listed(namesIn('readiness', condition.readiness), 'or')} ${noun}`, when: [] };
  }
  if ('grade' in condition) return { each: say`each ${noun} of grade ${listed(condition.grade, 'or')}`, when: [] };
  if ('all' in condition) {
    const ready = condition.all.find((part) => 'readiness' in part);
    const others = condition.all.filter((part) => part !== ready);
    if (ready !== undefined && others.length > 0) {
      const { each } = leadsInWords(noun, ready, agreement);
      return { each, when: say` when ${conditionPhrase({ all: others }, agreement)}` };
    }
  }
  return { each: [`each ${noun}`], when: say` when ${conditionPhrase(condition, agreement)}` };
}
