import { type Arrival, isGood, type NewArrival } from './arrival.ts';

/** The two lists that arrivals are kept in. */
export type ArrivalList = 'good' | 'bad';

/** Keeps the latest arrivals. */
export interface ArrivalLog {
  /** Most arrivals of a list that are kept. */
  readonly limit: number;
  /** When it was begun, ISO 8601: after a restart numbers begin anew. */
  readonly since: string;
  /**
   * Adds what came with one request.
   * @param passedOver how many of each list came with it and are not told, because they would not be kept
   */
  add(arrivals: readonly NewArrival[], passedOver?: Readonly<Record<ArrivalList, number>>): readonly Arrival[];
  /** Newest first, after a number. */
  list(list: ArrivalList, after?: number): readonly Arrival[];
  /** How many have come, those that are no longer kept included. */
  total(list: ArrivalList): number;
}

/**
 * Makes an empty log.
 * @param options.limit most arrivals of a list that are kept; 1,000 unless told
 */
export function createArrivalLog({
  clock,
  limit = 1000,
}: {
  readonly clock: () => number;
  readonly limit?: number;
}): ArrivalLog {
  const lists: Record<ArrivalList, readonly Arrival[]> = { good: [], bad: [] };
  const totals = { good: 0, bad: 0 };
  return {
    limit,
    since: new Date(clock()).toISOString(),
    add(arrivals, passedOver = { good: 0, bad: 0 }) {
      const at = new Date(clock()).toISOString();
      const before = totals.good + totals.bad + passedOver.good + passedOver.bad;
      const added = arrivals.map((it, index) => ({ number: before + index + 1, at, ...it }));
      for (const list of ['good', 'bad'] as const) {
        const mine = added.filter((it) => isGood(it) === (list === 'good'));
        totals[list] += mine.length + passedOver[list];
        if (mine.length > 0) lists[list] = [...lists[list], ...mine].slice(-limit);
      }
      return added;
    },
    list: (list, after = 0) => lists[list].filter(({ number }) => number > after).toReversed(),
    total: (list) => totals[list],
  };
}
