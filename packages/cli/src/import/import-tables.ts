import type { Engine } from '@sameteam/metrics';
import type { CommandContext } from '../context.ts';
import { CliError } from '../errors/cli-error.ts';
import { importEventsTable, type TableImport } from './import-events-table.ts';
import type { ImportOptions } from './import-options.ts';
import { importProgress } from './import-progress.ts';
import { importRecordsTable } from './import-records-table.ts';
import { readingThreads } from './import-resources.ts';
import type { ImportResult } from './import-result.ts';
import { emptyTally, type ImportTally, quarantineReasons, silentWarnings } from './import-tally.ts';
import { outcomeWarnings } from './outcome-warnings.ts';
import { type PreparedImport, readJoins } from './prepare-import.ts';

/** Below this, starting a thread costs more than it saves. */
const threadedBytes = 4 << 20;

/** What an import of prepared tables works with. */
export interface TablesImport {
  readonly engine: Engine;
  readonly options: Pick<ImportOptions, 'dryRun' | 'json'>;
  readonly context: Pick<CommandContext, 'stderr' | 'stop' | 'now'>;
  /** Threads that read rows of a large table; by default one less than the machine runs at once, and at most four. */
  readonly threads?: number;
  /** Time that each stage took, for the bench. */
  readonly spent?: TableImport['spent'];
}

/**
 * Imports prepared tables in one session, all or nothing.
 * @throws CliError `import-stopped` when it was told to stop, `join-too-large`
 */
export async function importTables(prepared: PreparedImport, work: TablesImport): Promise<ImportResult> {
  const { engine, options, context, spent } = work;
  const startMs = performance.now();
  const tally = emptyTally();
  for (const { code, message } of prepared.warnings) tally.warnings.push({ code, count: 1, sentence: message });
  const recordedMs = context.now();
  const session = await engine.beginImport({ recordedMs });
  const progress = importProgress(context.stderr, {
    totalBytes: prepared.totalBytes,
    tally,
    now: () => performance.now(),
    quiet: options.json === true && !context.stderr.isTerminal,
  });
  try {
    const joins = await readJoins(prepared, context.stop);
    for (const located of prepared.tables) {
      const spec = prepared.compiled.files.get(located.table.file)?.spec;
      const table: TableImport = {
        session,
        map: prepared.map,
        joins,
        tally,
        threads: located.bytes < threadedBytes ? 0 : (work.threads ?? readingThreads()),
        stop: context.stop,
        onBytes: progress.onBytes,
        onStep: progress.step,
        ...(spent === undefined ? {} : { spent }),
      };
      if (spec?.rows === 'records')
        await importRecordsTable(located, { ...table, source: spec.source ?? prepared.map.source, recordedMs });
      else await importEventsTable(located, table);
    }
    tally.warnings.push(...silentWarnings(tally));
    context.stop.throwIfAborted();
    progress.commit();
    const committedMs = performance.now();
    const outcome = options.dryRun === true ? null : await session.commit(summaryOf(prepared, tally));
    if (outcome === null) await session.rollback();
    else tally.warnings.push(...outcomeWarnings(outcome));
    spent?.('commit', performance.now() - committedMs);
    const { events, leads } = outcome ?? (await engine.status());
    const { read, accepted, duplicates, quarantined, warnings } = tally;
    const seconds = Math.round(performance.now() - startMs) / 1000;
    const id = outcome === null ? null : session.id;
    const reasons = quarantineReasons(tally);
    return { import: id, read, accepted, duplicates, quarantined, warnings, reasons, events, leads, seconds };
  } catch (cause) {
    await session.rollback();
    if (context.stop.aborted) throw new CliError('import-stopped', undefined, { cause });
    throw cause;
  } finally {
    progress.end();
  }
}

function summaryOf({ tables }: PreparedImport, { read, accepted, duplicates, quarantined }: ImportTally) {
  return { files: tables.map(({ table }) => table.name), read, accepted, duplicates, quarantined };
}
