import type { CommandContext } from '../context.ts';
import { CliError } from '../errors/cli-error.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import type { ImportOptions } from './import-options.ts';
import { counted } from './import-progress.ts';
import { openExistingStore } from './open-import-store.ts';

/**
 * Takes a whole import back.
 * @param files named beside it, of which there must be none
 * @throws CliError `undo-with-files`, `undo-dry-run`, `no-file`
 * @throws MetricsError `unknown-import`, `import-already-undone`
 */
export async function undoImport(
  id: string,
  files: readonly string[],
  options: ImportOptions,
  context: CommandContext,
): Promise<ExitCode> {
  if (files.length > 0) throw new CliError('undo-with-files', { id, file: files[0] as string });
  if (options.dryRun === true) throw new CliError('undo-dry-run', { id });
  const { engine, close } = await openExistingStore(options, context);
  try {
    const { leads } = await engine.undoImport(id, { recordedMs: context.now() });
    const { events } = await engine.status();
    const result = { import: id, undone: true, events, leads };
    context.stdout.write(
      options.json === true
        ? `${JSON.stringify(result)}\n`
        : `Took back ${id}. Its events stay in the log, marked as retracted; ${options.db} counts ${counted(leads, 'lead')} now.\n`,
    );
    return exitCodes.done;
  } finally {
    await close();
  }
}
