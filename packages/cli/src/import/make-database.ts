import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { publicHolidays } from '@sameteam/agreement/holidays';
import { openDuckDbEngine } from '@sameteam/metrics/duckdb';
import { CliError } from '../errors/cli-error.ts';

/**
 * Makes an empty database and its folder where there is none. It is made under another name and renamed once it is
 * whole: a database that is killed while DuckDB writes its first bytes can never be opened again.
 * @param path of the database
 * @param named how the user named it
 * @throws CliError `no-folder`, `database-not-made`
 * @throws MetricsError `locked` while another process makes it
 */
export async function makeDatabase(path: string, { named }: { readonly named: string }): Promise<void> {
  if (existsSync(path)) return;
  await makeFolder(dirname(path), dirname(named));
  const unfinished = `${path}.new`;
  const engine = await openDuckDbEngine({ path: unfinished, holidays: publicHolidays }).catch(
    async (cause: unknown) => {
      if (codeOf(cause) !== 'not-a-database') throw cause;
      // What an earlier process that was killed has left.
      await takeAway(unfinished);
      return openDuckDbEngine({ path: unfinished, holidays: publicHolidays });
    },
  );
  await engine.close();
  // Closing folds the log of DuckDB into the file, and is silent where it cannot.
  if (existsSync(`${unfinished}.wal`)) {
    await takeAway(unfinished);
    throw new CliError('database-not-made', { path: named });
  }
  await rename(unfinished, path);
}

async function takeAway(path: string): Promise<void> {
  await rm(path, { force: true });
  await rm(`${path}.wal`, { force: true });
}

async function makeFolder(path: string, named: string): Promise<void> {
  await mkdir(path, { recursive: true }).catch((cause: unknown) => {
    const isFile = codeOf(cause) === 'EEXIST' || codeOf(cause) === 'ENOTDIR';
    throw isFile ? new CliError('no-folder', { path: named }, { cause }) : cause;
  });
}

function codeOf(cause: unknown): unknown {
  return cause instanceof Error && 'code' in cause ? cause.code : undefined;
}
