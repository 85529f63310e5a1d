/** Asks anew only where another thing is asked than the last time. */
export interface LastAnswer<Q, A> {
  of(question: Q): Promise<A>;
  /** What is asked next is asked anew. */
  forget(): void;
}

/**
 * Keeps the answer to the last question while the same one is asked.
 * @param keyOf questions of one key have one answer
 */
export function lastAnswer<Q, A>(ask: (question: Q) => Promise<A>, keyOf: (question: Q) => string): LastAnswer<Q, A> {
  let last: { readonly key: string; readonly answer: Promise<A> } | null = null;
  return {
    of(question) {
      const key = keyOf(question);
      if (last?.key !== key) last = { key, answer: ask(question) };
      return last.answer;
    },
    forget() {
      last = null;
    },
  };
}
