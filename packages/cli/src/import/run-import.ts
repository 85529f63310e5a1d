import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import type { ImportOutcome } from '@sameteam/metrics';
import { openDuckDbEngine } from '@sameteam/metrics/duckdb';
import type { CommandContext } from '../context.ts';
import { CliError } from '../errors/cli-error.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { readAgreement } from '../store/read-agreement.ts';

import { importEventsTable, type TableImport } from './import-events-table.ts';
import type { ImportOptions } from './import-options.ts';
import { importProgress } from './import-progress.ts';
import { importRecordsTable } from './import-records-table.ts';
import { type ImportResult, importText } from './import-result.ts';
import { emptyTally, type ImportTally } from './import-tally.ts';
import { type PreparedImport, prepareImport, readJoins } from './prepare-import.ts';
import { undoImport } from './undo-import.ts';

/** Below this, starting a thread costs more than it saves. */
const threadedBytes = 8 << 20;

/** Runs `sameteam import`. */
export async function runImport(
  files: readonly string[],
  options: ImportOptions,
  context: CommandContext,
): Promise<ExitCode> {
  if (options.undo !== undefined) return undoImport(options.undo, options, context);
  if (files.length === 0) throw new CliError('no-files', undefined);
  if (options.guess === true) return (await import('./guess-import.ts')).guessImport(files, options, context);
  if (options.map === undefined) throw new CliError('no-map', { file: files[0] as string });
  const agreement = readAgreement(options.agreement, context);
  const prepared = await prepareImport(files, options.map, context);
  const path = resolve(context.cwd, options.db);
  const engine = await openDuckDbEngine({
    path: options.dryRun === true && !existsSync(path) ? ':memory:' : path,
    agreement,
    memoryLimit: '384MB',
  });
  try {
    const { result, tally } = await importTables(prepared, { engine, options, context });
    context.stdout.write(
      options.json === true ? `${JSON.stringify(result)}\n` : importText(result, tally, { db: options.db, context }),
    );
    return result.quarantined > 0 ? exitCodes.quarantine : exitCodes.done;
  } finally {
    await engine.close();
  }
}

/** Imports prepared tables in one session, all or nothing. */
export async function importTables(
  prepared: PreparedImport,
  {
    engine,
    options,
    context,
    spent,
  }: {
    readonly engine: Awaited<ReturnType<typeof openDuckDbEngine>>;
    readonly options: Pick<ImportOptions, 'dryRun' | 'json'>;
    readonly context: CommandContext;
    readonly spent?: TableImport['spent'];
  },
): Promise<{ readonly result: ImportResult; readonly tally: ImportTally }> {
  const startMs = performance.now();
  const tally = emptyTally();
  for (const { code, message } of prepared.warnings) tally.warnings.push({ code, count: 1, sentence: message });
  const recordedMs = context.now();
  const joins = await readJoins(prepared);
  const session = await engine.beginImport({ recordedMs });
  const progress = importProgress(context.stderr, {
    totalBytes: prepared.totalBytes,
    tally,
    now: () => performance.now(),
    quiet: options.json === true && !context.stderr.isTerminal,
  });
  try {
    for (const located of prepared.tables) {
      const spec = prepared.compiled.files.get(located.table.file)?.spec;
      const work: TableImport = {
        session,
        map: prepared.map,
        joins,
        tally,
        threads: located.bytes < threadedBytes ? 0 : Math.max(1, Math.min(4, availableParallelism() - 1)),
        stop: context.stop,
        onBytes: progress.onBytes,
        onStep: progress.step,
        ...(spent === undefined ? {} : { spent }),
      };
      if (spec?.rows === 'records')
        await importRecordsTable(located, { ...work, source: spec.source ?? prepared.map.source, recordedMs });
      else await importEventsTable(located, work);
    }
    context.stop.throwIfAborted();
    progress.end();
    const committedMs = performance.now();
    const outcome = options.dryRun === true ? null : await session.commit(summaryOf(prepared, tally));
    if (outcome === null) await session.rollback();
    else tally.warnings.push(...outcomeWarnings(outcome));
    spent?.('commit', performance.now() - committedMs);
    const { events, leads } = outcome ?? (await engine.status());
    const { read, accepted, duplicates, quarantined, warnings } = tally;
    const seconds = Math.round(performance.now() - startMs) / 1000;
    return {
      tally,
      result: {
        import: outcome === null ? null : session.id,
        read,
        accepted,
        duplicates,
        quarantined,
        warnings,
        events,
        leads,
        seconds,
      },
    };
  } catch (cause) {
    progress.end();
    await session.rollback();
    if (context.stop.aborted) throw new CliError('import-stopped', undefined, { cause });
    throw cause;
  }
}

function summaryOf({ tables }: PreparedImport, { read, accepted, duplicates, quarantined }: ImportTally) {
  return { files: tables.map(({ table }) => table.name), read, accepted, duplicates, quarantined };
}

function outcomeWarnings({ impossibleOrder, unknownLeads }: ImportOutcome): ImportTally['warnings'] {
  const warnings: ImportTally['warnings'] = [];
  if (impossibleOrder > 0) {
    const [one, them] = impossibleOrder === 1 ? ['lead has', 'It is'] : ['leads have', 'They are'];
    warnings.push({
      code: 'impossible-order',
      count: impossibleOrder,
      sentence: `${impossibleOrder} ${one} a later stage before an earlier one (such as won before captured). ${them} kept and counted, and left out of durations.`,
    });
  }
  if (unknownLeads > 0) {
    const [one, name] = unknownLeads === 1 ? ['opportunity', 'names'] : ['opportunities', 'name'];
    warnings.push({
      code: 'unknown-lead',
      count: unknownLeads,
      sentence: `${unknownLeads} ${one} ${name} a lead that nothing else is known of. Import the file that holds these leads too.`,
    });
  }
  return warnings;
}
