import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { MetricsError } from '@sameteam/metrics';
import { openDuckDbEngine } from '@sameteam/metrics/duckdb';
import type { ServiceContext } from '@sameteam/service';
import { standingOf } from '../agreement/standing-of.ts';
import type { CommandContext } from '../context.ts';
import { memoryEngineOf } from './memory-engine-of.ts';
import { readAgreement } from './read-agreement.ts';

/** Options that name a database and how to look at it. */
export interface StoreOptions {
  readonly db: string;
  readonly agreement?: string | undefined;
  /** What computes: the embedded database itself, or an engine in memory that its log is read into. */
  readonly engine?: 'duckdb' | 'memory' | undefined;
  /** Opens it alone, to write into it too; otherwise it is shared with others who read. */
  readonly isWritten?: boolean | undefined;
}

/**
 * Opens a database that is there, with the agreement that it is judged by, as the service wants it. The caller closes its
 * engine.
 * @throws CliError `no-file`, `bad-agreement`
 * @throws MetricsError `no-database`, `locked`, `not-a-database`, `newer-database`, `older-database`
 */
export async function openStore(options: StoreOptions, context: CommandContext): Promise<ServiceContext> {
  const agreement = await readAgreement(options.agreement, context);
  const path = resolve(context.cwd, options.db);
  const { isWritten = false } = options;
  if (isWritten && !existsSync(path)) throw new MetricsError('no-database', { path });
  const engine =
    options.engine === 'memory'
      ? await memoryEngineOf(path, agreement)
      : await openDuckDbEngine({ path, agreement, readOnly: !isWritten });
  const standing =
    agreement === undefined || options.agreement === undefined
      ? undefined
      : await standingOf(options.agreement, agreement, context);
  return { engine, agreement: engine.agreement, standing, clock: context.now };
}
