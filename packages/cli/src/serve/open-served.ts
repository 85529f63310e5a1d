import type { KeptAgreements } from '@sameteam/metrics/duckdb';
import { createIngest, type ServiceContext } from '@sameteam/service';
import type { JudgedBy } from '../agreement/judge-by.ts';
import type { CommandContext } from '../context.ts';
import { judgingBy } from '../store/judging.ts';
import { openStore, type StoreOptions } from '../store/open-store.ts';
import { followedIngest } from './followed-ingest.ts';

/** A store that is served. */
export interface ServedStore {
  readonly context: ServiceContext;
  readonly judged: JudgedBy;
  readonly kept: KeptAgreements;
  /** Closes it once all that was sent is on disk; a second time does nothing. */
  close(): Promise<void>;
}

/**
 * Opens a store to be served, with a way in where it is written.
 * @throws CliError, MetricsError as `openStore`
 */
export async function openServed(options: StoreOptions, context: CommandContext): Promise<ServedStore> {
  const decide = options.judging ?? (await judgingBy(options.agreement, context));
  let kept: KeptAgreements = { agreement: null, versions: [] };
  let judged: JudgedBy = { agreement: undefined, history: undefined, versions: [], standing: undefined };
  const judging: typeof decide = async (found) => {
    kept = found;
    judged = await decide(found);
    return judged;
  };
  const store = await openStore({ ...options, judging }, context);
  const ingest =
    options.isWritten === true ? followedIngest(createIngest({ ...store, webCrypto: globalThis.crypto })) : undefined;
  let closing: Promise<void> | null = null;
  const close = async () => {
    await ingest?.ended();
    await store.engine.close();
  };
  return {
    context: { ...store, ingest },
    judged,
    kept,
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}
