import type { ItemVerdict } from '@sameteam/api/client';
import type { Check } from '../conformance-promise.ts';
import { answerInWords } from '../exchange.ts';
import { readAnswer } from './read-answer.ts';

/** The verdicts of all items, in order. */
export function verdicts(...wanted: readonly ItemVerdict['verdict'][]): Check {
  return {
    expected: wanted.length === 1 ? `the verdict ${wanted[0]}` : `the verdicts ${inWords(wanted)}`,
    found(exchange) {
      const answer = readAnswer(exchange);
      if (typeof answer === 'string') return answer;
      const found = answer.items.map(({ verdict }) => String(verdict));
      return found.join() === wanted.join() ? null : `${inWords(found)} (${answerInWords(exchange)})`;
    },
  };
}

const inWords = (texts: readonly string[]): string => (texts.length === 0 ? 'none' : texts.join(', '));
