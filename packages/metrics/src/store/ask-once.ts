import type { createBatches } from './batches.ts';

/**
 * The same question that is asked twice at once is answered once.
 * @param batches what is asked at once is put together by
 */
export function askOnce<Q, B, A>(
  answer: (query: Q, bounds: B) => Promise<A>,
  batches: ReturnType<typeof createBatches>,
): (query: Q, bounds: B) => Promise<A> {
  const ask = batches<{ readonly query: Q; readonly bounds: B }, A>({
    keyOf: (question) => JSON.stringify(question),
    answer: async (questions) => {
      const [{ query, bounds }] = questions as readonly [(typeof questions)[number]];
      const one = await answer(query, bounds);
      return questions.map(() => one);
    },
  });
  return (query, bounds) => ask({ query, bounds });
}
