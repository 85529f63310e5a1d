/** Takes a question; those of one key that are asked at once are answered together. */
export type AskTogether<Q, A> = (question: Q) => Promise<A>;

/** How questions of a kind are put together. */
export interface BatchOptions<Q, A> {
  /** Questions of one key can be answered together. */
  readonly keyOf: (question: Q) => string;
  /** @returns an answer to each of the questions, in their order */
  readonly answer: (questions: readonly Q[]) => Promise<readonly A[]>;
}

interface Pending<Q, A> {
  readonly question: Q;
  readonly resolve: (answer: A) => void;
  readonly reject: (cause: unknown) => void;
}

/**
 * Makes ways to ask: whatever is asked before the program comes to rest belongs together, of all kinds. One batch is
 * answered after another.
 */
export function createBatches(): <Q, A>(options: BatchOptions<Q, A>) => AskTogether<Q, A> {
  let asked: (() => Promise<void>)[] = [];
  let last: Promise<void> = Promise.resolve();

  function schedule(work: () => Promise<void>): void {
    asked.push(work);
    if (asked.length > 1) return;
    setImmediate(() => {
      const batches = asked;
      asked = [];
      last = last.then(async () => {
        for (const batch of batches) await batch();
      });
    });
  }

  return <Q, A>({ keyOf, answer }: BatchOptions<Q, A>): AskTogether<Q, A> => {
    const waiting = new Map<string, Pending<Q, A>[]>();
    return (question) =>
      new Promise<A>((resolve, reject) => {
        const key = keyOf(question);
        const pending: Pending<Q, A> = { question, resolve, reject };
        const together = waiting.get(key);
        if (together !== undefined) {
          together.push(pending);
          return;
        }
        const batch = [pending];
        waiting.set(key, batch);
        schedule(async () => {
          waiting.delete(key);
          try {
            const answers = await answer(batch.map((one) => one.question));
            for (const [index, one] of batch.entries()) one.resolve(answers[index] as A);
          } catch (cause) {
            for (const one of batch) one.reject(cause);
          }
        });
      });
  };
}
