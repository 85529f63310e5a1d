import type { Ingest } from '@sameteam/service';

/** A way in of which one can wait until nothing is on its way any more. */
export interface FollowedIngest extends Ingest {
  /** Resolves when all that was sent has been taken, or was not. */
  ended(): Promise<void>;
}

/**
 * Follows what a way in takes: the database must not be closed below it, when the server gives up waiting for a sender or
 * a sender for the server.
 */
export function followedIngest(ingest: Ingest): FollowedIngest {
  const underway = new Set<Promise<unknown>>();
  function follow<T>(work: Promise<T>): Promise<T> {
    underway.add(work);
    const forget = () => underway.delete(work);
    work.then(forget, forget);
    return work;
  }
  return {
    events: (items) => follow(ingest.events(items)),
    lead: (fields) => follow(ingest.lead(fields)),
    quality: () => ingest.quality(),
    async ended() {
      while (underway.size > 0) await Promise.allSettled(underway);
    },
  };
}
