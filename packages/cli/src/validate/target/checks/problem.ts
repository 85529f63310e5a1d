import type { Check } from '../conformance-promise.ts';
import { answerInWords, isRecord } from '../exchange.ts';

/** The request as a whole was refused: a status, and the code of its problem. */
export function problem(status: number, code: string): Check {
  return {
    expected: `status ${status} "${code}"`,
    found(exchange) {
      const isMeant = exchange.status === status && isRecord(exchange.json) && exchange.json.code === code;
      return isMeant ? null : answerInWords(exchange);
    },
  };
}

/** Problem details as RFC 9457 has them, with our code and a sentence. */
export const problemDetails: Check = {
  expected: 'application/problem+json with type, title, status, detail and code',
  found(exchange) {
    const type = exchange.headers['content-type']?.split(';', 1)[0]?.trim();
    if (type !== 'application/problem+json') return `content type ${type ?? 'none'}`;
    const { json } = exchange;
    if (!isRecord(json)) return answerInWords(exchange);
    const lacks = ['type', 'title', 'detail', 'code'].filter((name) => typeof json[name] !== 'string');
    if (lacks.length > 0) return `a problem without ${lacks.join(', ')}`;
    return json.status === exchange.status
      ? null
      : `"status" ${String(json.status)} in an answer of ${exchange.status}`;
  },
};
