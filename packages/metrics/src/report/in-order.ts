import type { FactReducer } from '../plan/reduction.ts';

/**
 * A reducer that can be asked for many things at once: one that does not want that gets one question after another.
 * Where facts stand, and whether they have to be made first, is found out by the first question.
 */
export function inOrder(reducer: FactReducer): FactReducer {
  if (reducer.takesManyAtOnce === true) return reducer;
  let last: Promise<unknown> = Promise.resolve();
  function next<A>(ask: () => Promise<A>): Promise<A> {
    const answer = last.then(ask, ask);
    last = answer;
    return answer;
  }
  return {
    ...reducer,
    reduce: (query, bounds) => next(() => reducer.reduce(query, bounds)),
    amounts: (query, bounds) => next(() => reducer.amounts(query, bounds)),
    waiting: (query, bounds) => next(() => reducer.waiting(query, bounds)),
    histogram: (query, bounds) => next(() => reducer.histogram(query, bounds)),
  };
}
