import { resolve } from 'node:path';
import { openDuckDbEngine } from '@sameteam/metrics/duckdb';
import type { ServiceContext } from '@sameteam/service';
import type { CommandContext } from '../context.ts';
import { memoryEngineOf } from './memory-engine-of.ts';
import { readAgreement } from './read-agreement.ts';

/** Options that name a database and how to look at it. */
export interface StoreOptions {
  readonly db: string;
  readonly agreement?: string | undefined;
  /** What computes: the embedded database itself, or an engine in memory that its log is read into. */
  readonly engine?: 'duckdb' | 'memory' | undefined;
}

/**
 * Opens a database for reading, with the agreement that it is judged by, as the service wants it. The caller closes its
 * engine.
 * @throws CliError `no-file`, `bad-agreement`
 * @throws MetricsError `no-database`, `locked`, `not-a-database`, `newer-database`, `older-database`
 */
export async function openStore(options: StoreOptions, context: CommandContext): Promise<ServiceContext> {
  const agreement = readAgreement(options.agreement, context);
  const path = resolve(context.cwd, options.db);
  const engine =
    options.engine === 'memory'
      ? await memoryEngineOf(path, agreement)
      : await openDuckDbEngine({ path, agreement, readOnly: true });
  return { engine, agreement: engine.agreement, clock: context.now };
}
