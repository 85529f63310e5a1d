import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { openDuckDbEngine } from '@sameteam/metrics/duckdb';
import type { CommandContext } from '../context.ts';
import { CliError } from '../errors/cli-error.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { readAgreement } from '../store/read-agreement.ts';
import type { ImportOptions } from './import-options.ts';
import { count } from './import-progress.ts';

/** Takes a whole import back. */
export async function undoImport(id: string, options: ImportOptions, context: CommandContext): Promise<ExitCode> {
  const path = resolve(context.cwd, options.db);
  if (!existsSync(path))
    throw new CliError('no-file', { what: 'database', path: options.db, remedy: 'Look at its name and folder.' });
  const engine = await openDuckDbEngine({ path, agreement: readAgreement(options.agreement, context) });
  try {
    const { leads } = await engine.undoImport(id, { recordedMs: context.now() });
    const { events } = await engine.status();
    const result = { import: id, undone: true, events, leads };
    context.stdout.write(
      options.json === true
        ? `${JSON.stringify(result)}\n`
        : `Took back ${id}. Its events stay in the log, marked as retracted; ${options.db} counts ${count(leads)} leads now.\n`,
    );
    return exitCodes.done;
  } finally {
    await engine.close();
  }
}
