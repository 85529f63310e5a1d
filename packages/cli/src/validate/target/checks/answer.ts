import type { Check } from '../conformance-promise.ts';
import { answerInWords, isRecord } from '../exchange.ts';
import { readAnswer } from './read-answer.ts';

const verdictOfCount = { accepted: 'accepted', duplicates: 'duplicate', quarantined: 'quarantined' } as const;

/** The counts are those of the verdicts, and add up to what was received. */
export function countsAddUp(received: number): Check {
  return {
    expected: `"received" ${received}, and counts that are those of the verdicts`,
    found(exchange) {
      const answer = readAnswer(exchange);
      if (typeof answer === 'string') return answer;
      const { counts, items } = answer;
      const isRight =
        counts.received === received &&
        Object.entries(verdictOfCount).every(
          ([count, verdict]) => counts[count] === items.filter((it) => it.verdict === verdict).length,
        );
      if (isRight) return null;
      const told = ['received', ...Object.keys(verdictOfCount)].map((name) => `${name} ${String(counts[name])}`);
      return `${told.join(', ')} over ${items.length} items`;
    },
  };
}

/** Items come in the order of the request, each with its place and its identity. */
export function inOrder(ids: readonly string[]): Check {
  return {
    expected: 'items in the order of the request, with index, source, id and subject',
    found(exchange) {
      const answer = readAnswer(exchange);
      if (typeof answer === 'string') return answer;
      const { items } = answer;
      if (items.length !== ids.length) return `${items.length} items for ${ids.length} events`;
      for (const [index, it] of items.entries()) {
        if (it.index !== index) return `index ${String(it.index)} at place ${index}`;
        if (it.id !== ids[index]) return `id ${JSON.stringify(it.id)} at place ${index}`;
        if (typeof it.source !== 'string' || typeof it.subject !== 'string') {
          return `source ${JSON.stringify(it.source)} and subject ${JSON.stringify(it.subject)} at place ${index}`;
        }
      }
      return null;
    },
  };
}

/** The id of the import that the events were stored with; `null` where nothing new was stored. */
export function importNamed(isNamed: boolean): Check {
  return {
    expected: isNamed ? '"import" with the id of an import' : '"import" null',
    found(exchange) {
      if (!isRecord(exchange.json)) return answerInWords(exchange);
      const { import: id } = exchange.json;
      const isRight = isNamed ? typeof id === 'string' && id !== '' : id === null;
      return isRight ? null : `"import" ${JSON.stringify(id)}`;
    },
  };
}

/** Which methods an address takes. */
export const allowsPost: Check = {
  expected: 'the header "allow" with POST',
  found: ({ headers }) =>
    /\bPOST\b/.test(headers.allow ?? '') ? null : `allow ${JSON.stringify(headers.allow ?? null)}`,
};
