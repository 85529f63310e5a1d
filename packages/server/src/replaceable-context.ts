import type { ServiceContext } from '@sameteam/service';

/** What answers are made from, where it can be replaced while a server runs. */
export interface ReplaceableContext {
  /**
   * Does work with what answers are made from, once it is not being replaced. It stays as it is until the work ends,
   * which must not use it a second time inside.
   */
  use<T>(work: (context: ServiceContext) => T | Promise<T>): Promise<T>;
  /**
   * Replaces it: once nobody uses it any more, `change` closes what it is made of and opens another. Who asks meanwhile
   * waits. Where it fails nothing is left to answer from: it rejects, and so does every use from then on.
   */
  replace(change: (before: ServiceContext) => Promise<ServiceContext>): Promise<void>;
}

/**
 * Makes what answers are made from replaceable, such as an engine that must be opened anew when another version of the
 * agreement binds.
 * @example
 * const context = replaceableContext({ engine, agreement, clock: Date.now });
 * await context.use(({ agreement: { name } }) => name) // 'default'
 */
export function replaceableContext(first: ServiceContext): ReplaceableContext {
  let current = Promise.resolve(first);
  const users = new Set<Promise<unknown>>();
  return {
    async use(work) {
      // The work is among the users in the very turn in which it gets its context: none is replaced between.
      const using = current.then(work);
      users.add(using);
      try {
        return await using;
      } finally {
        users.delete(using);
      }
    },
    async replace(change) {
      const before = current;
      const using = [...users];
      current = before.then(async (context) => {
        await Promise.allSettled(using);
        return change(context);
      });
      await current;
    },
  };
}
