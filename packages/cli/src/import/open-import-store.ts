import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { publicHolidays } from '@sameteam/agreement/holidays';
import type { Engine } from '@sameteam/metrics';
import { openDuckDbEngine } from '@sameteam/metrics/duckdb';
import type { CommandContext } from '../context.ts';
import { CliError } from '../errors/cli-error.ts';
import { judgingBy } from '../store/judging.ts';
import type { ImportOptions } from './import-options.ts';
import { importResources } from './import-resources.ts';
import { makeDatabase } from './make-database.ts';

/** A database that an import works on. */
export interface ImportStore {
  readonly engine: Engine;
  /** Closes it, and takes away what was only made for a dry run. */
  close(): Promise<void>;
}

/**
 * Opens the database of an import, and makes it and its folder where there is none. A dry run on a database that is not
 * there works on one in the temporary folder of the system, so that nothing is written where the user looks.
 * @throws CliError `no-folder`, `database-not-made`, `no-file`, `bad-agreement`
 * @throws MetricsError `locked`, `not-a-database`, `newer-database`, `older-database`
 */
export async function openImportStore(
  options: Pick<ImportOptions, 'db' | 'agreement' | 'dryRun'>,
  context: CommandContext,
): Promise<ImportStore> {
  const path = resolve(context.cwd, options.db);
  if (options.dryRun === true && !existsSync(path)) return openScratchStore(options, context);
  await makeDatabase(path, { named: options.db });
  return openStoreAt(path, options, context);
}

/**
 * Opens the database of which an import is taken back.
 * @throws CliError `no-file`, `bad-agreement`
 * @throws MetricsError `locked`, `not-a-database`, `newer-database`, `older-database`
 */
export async function openExistingStore(
  options: Pick<ImportOptions, 'db' | 'agreement'>,
  context: CommandContext,
): Promise<ImportStore> {
  const path = resolve(context.cwd, options.db);
  if (!existsSync(path))
    throw new CliError('no-file', { what: 'database', path: options.db, remedy: 'Look at its name and folder.' });
  return openStoreAt(path, options, context);
}

async function openScratchStore(
  options: Pick<ImportOptions, 'agreement'>,
  context: CommandContext,
): Promise<ImportStore> {
  const folder = await mkdtemp(join(tmpdir(), 'sameteam-dry-run-'));
  const takeAway = () => rm(folder, { recursive: true, force: true });
  try {
    const store = await openStoreAt(join(folder, 'dry-run.duckdb'), options, context);
    return { engine: store.engine, close: () => store.close().finally(takeAway) };
  } catch (cause) {
    await takeAway();
    throw cause;
  }
}

async function openStoreAt(
  path: string,
  options: Pick<ImportOptions, 'agreement'>,
  context: CommandContext,
): Promise<ImportStore> {
  const judging = await judgingBy(options.agreement, context);
  const engine = await openDuckDbEngine({ path, judging, holidays: publicHolidays, ...importResources() });
  return { engine, close: () => engine.close() };
}
