import type { Check } from '../conformance-promise.ts';
import { answerInWords } from '../exchange.ts';

/** The status of the answer. */
export function status(wanted: number): Check {
  return {
    expected: `status ${wanted}`,
    found: (exchange) => (exchange.status === wanted ? null : answerInWords(exchange)),
  };
}
