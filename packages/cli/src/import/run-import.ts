import type { CommandContext } from '../context.ts';
import { CliError } from '../errors/cli-error.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import type { ImportOptions } from './import-options.ts';
import { importText } from './import-result.ts';
import { importTables } from './import-tables.ts';
import { openImportStore } from './open-import-store.ts';
import { prepareImport } from './prepare-import.ts';
import { undoImport } from './undo-import.ts';

/**
 * Runs `sameteam import`: imports files by a map, drafts a map from them, or takes an import back.
 * @throws CliError `no-files`, `no-map`, and what the steps throw
 */
export async function runImport(
  files: readonly string[],
  options: ImportOptions,
  context: CommandContext,
): Promise<ExitCode> {
  if (options.undo !== undefined) return undoImport(options.undo, files, options, context);
  if (files.length === 0) throw new CliError('no-files', undefined);
  if (options.guess === true) return (await import('./guess-import.ts')).guessImport(files, options, context);
  if (options.map === undefined) throw new CliError('no-map', { file: files[0] as string });
  const prepared = await prepareImport(files, options.map, context);
  const store = await openImportStore(options, context);
  try {
    const result = await importTables(prepared, { engine: store.engine, options, context });
    context.stdout.write(
      options.json === true ? `${JSON.stringify(result)}\n` : importText(result, { db: options.db, context }),
    );
    return result.quarantined > 0 ? exitCodes.quarantine : exitCodes.done;
  } finally {
    await store.close();
  }
}
