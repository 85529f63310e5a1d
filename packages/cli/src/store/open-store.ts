import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { publicHolidays } from '@sameteam/agreement/holidays';
import { MetricsError, unheededClauses } from '@sameteam/metrics';
import { openDuckDbEngine } from '@sameteam/metrics/duckdb';
import type { ServiceContext } from '@sameteam/service';
import type { JudgedBy } from '../agreement/judge-by.ts';
import type { CommandContext } from '../context.ts';
import { judgingBy } from './judging.ts';
import { memoryEngineOf } from './memory-engine-of.ts';

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
 * Opens a database that is there, with the versions of the agreement that it is judged by, as the service wants it, and
 * says on stderr what of the agreement numbers do not heed. The caller closes its engine.
 * @throws CliError `no-file`, `bad-agreement`
 * @throws MetricsError `no-database`, `locked`, `not-a-database`, `newer-database`, `older-database`
 */
export async function openStore(options: StoreOptions, context: CommandContext): Promise<ServiceContext> {
  const decide = await judgingBy(options.agreement, context);
  const path = resolve(context.cwd, options.db);
  const { isWritten = false } = options;
  if (isWritten && !existsSync(path)) throw new MetricsError('no-database', { path });
  let judged: JudgedBy | undefined;
  const judging: typeof decide = async (kept) => {
    judged = await decide(kept);
    return judged;
  };
  const engine =
    options.engine === 'memory'
      ? await memoryEngineOf(path, judging)
      : await openDuckDbEngine({ path, judging, holidays: publicHolidays, readOnly: !isWritten });
  for (const { sentence } of unheededClauses(engine.agreement)) context.stderr.write(`${sentence}\n`);
  const { standing, history } = judged ?? {};
  return { engine, agreement: engine.agreement, standing, history, clock: context.now };
}
