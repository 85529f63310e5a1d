import { randomBytes } from 'node:crypto';
import type { EventBatch } from '../batch/event-batch.ts';
import type { ImportOutcome, ImportSession, ImportSummary, Verdict } from '../engine.ts';
import { MetricsError } from '../metrics-error.ts';
import { importMemory } from '../store/recent-keys.ts';
import type { Database } from './connection.ts';

import { attemptToken, keepQuarantine, type RegistryEntry, registerImport, summaryOf } from './import-registry.ts';
import { ImportNotes, type ImportTold } from './import-told.ts';
import { incomingJudge, unjudged } from './judge-incoming.ts';
import { appendEvents } from './log-writer.ts';
import { recordStates } from './record-states.ts';
import { localTable, onCluster } from './schema.ts';
import { integer } from './sql-text.ts';
import { readMeta } from './store-meta.ts';
import type { StoreState } from './store-state.ts';
import { tsvRow } from './tsv-row.ts';
import { importSql, recordedImports } from './visible-events.ts';

interface ClickHouseImportOptions {
  readonly recordedMs: number;
  readonly id?: string;
  readonly state: () => Promise<StoreState>;
  /** Makes what follows from an import that is registered: facts, and what it came to. */
  readonly registered: (told: ImportTold, entry: RegistryEntry) => Promise<ImportOutcome>;
  /** Called once the session has ended, committed or not. */
  readonly ended: () => void;
}

/**
 * Starts an import. There is no transaction: rows go in as they come, under the token of this attempt, and count once the
 * registry names it. What breaks off before leaves rows that nobody sees.
 * @throws MetricsError `import-id-taken`
 */
export async function beginClickHouseImport(
  database: Database,
  { recordedMs, id: wantedId, state, registered, ended }: ClickHouseImportOptions,
): Promise<ImportSession> {
  const before = await state();
  const { registry } = before;
  const number = (registry.imports.at(-1)?.number ?? 0) + 1;
  const id = wantedId ?? `import-${number}`;
  if (registry.imports.some((known) => known.id === id)) throw new MetricsError('import-id-taken', { id });
  const token = attemptToken();
  const committed = importSql(database, recordedImports(registry, null));
  const judge = incomingJudge(database, {
    hasEvents: registry.imports.some(({ events }) => events > 0),
    erased: await before.erased(),
    memory: importMemory(randomBytes(4).readInt32LE()),
    isSeen: `(${committed} OR import = ${integer(token)})`,
  });
  const tokens = registry.imports.map((entry) => integer(entry.token)).join(', ');
  const records = recordStates(database, {
    token,
    isCommitted: committed,
    order: tokens === '' ? '0' : `indexOf([${tokens}], import)`,
  });
  const recordSecret = (await readMeta(database)).get('record_secret') ?? '';
  const notes = new ImportNotes();
  const repeated = new Set<number>();
  let quarantined = 0;
  let hasEnded = false;
  let isCommitting = false;
  /** What runs now, whatever becomes of it. */
  let underway: Promise<unknown> = Promise.resolve();

  function running<T>(work: Promise<T>): Promise<T> {
    underway = work.catch(() => undefined);
    return work;
  }

  async function append(batch: EventBatch): Promise<readonly Verdict[]> {
    if (batch.count === 0) return unjudged(batch);
    const { verdicts, kept, repeated: those } = await judge.judge(batch);
    for (const from of those) repeated.add(from);
    if (kept.count === 0) return verdicts;
    await appendEvents(database, kept, { token, notes });
    return verdicts;
  }

  /** Rows of an attempt that ended otherwise count for nobody; what they hold of persons must not stay. */
  async function takeBack(): Promise<void> {
    if (hasEnded) return;
    hasEnded = true;
    try {
      if (notes.events + quarantined > 0 || records.hasSaved()) await dropAttempt(database, token);
    } finally {
      ended();
    }
  }

  async function commit(summary: ImportSummary): Promise<ImportOutcome> {
    const entry: RegistryEntry = {
      ...summaryOf(summary),
      ...{ number, token, id, recordedMs, undoneMs: null, events: notes.events, version: 1 },
      firstMs: notes.span?.fromMs ?? null,
      lastMs: notes.span?.toMs ?? null,
    };
    try {
      // What another process has imported meanwhile was not looked at when events were judged.
      if ((await state()).registry.stamp !== registry.stamp) throw new MetricsError('busy');
      repeated.delete(token);
      if (records.hasSaved()) {
        const rows = [...repeated].map((upon) => tsvRow([token, upon]));
        await database.insert('reliances', ['import', 'upon'], rows);
      }
      await registerImport(database, entry);
    } catch (cause) {
      await takeBack();
      throw cause;
    }
    hasEnded = true;
    try {
      return await registered(notes, entry);
    } finally {
      ended();
    }
  }

  return {
    id,
    recordSecret,
    async append(batch) {
      if (hasEnded) throw new MetricsError('closed');
      return running(append(batch));
    },
    async erased(subjects) {
      return new Set(subjects.filter(judge.isErased));
    },
    async quarantine(rows) {
      const firstPlace = quarantined;
      quarantined += rows.length;
      await keepQuarantine(database, rows, { token, firstPlace });
    },
    recordStates: records.recordStates,
    saveRecords: records.saveRecords,
    markSeen: records.markSeen,
    seenRecords: records.seenRecords,
    vanished: records.vanished,
    commit(summary) {
      if (hasEnded) return Promise.reject(new MetricsError('closed'));
      isCommitting = true;
      return running(commit(summary));
    },
    /** Does not stop a commit that runs: engines are closed while one does. */
    async rollback() {
      await underway;
      if (!isCommitting) await takeBack();
    },
  };
}

/** Deletes the rows of an attempt that was not committed. */
async function dropAttempt(database: Database, token: number): Promise<void> {
  const sharded = ['personal', 'events', 'identities', 'rulings', 'refs'].map((table) => localTable(database, table));
  for (const table of [...sharded, 'records', 'quarantine'])
    await database.run(
      `ALTER TABLE ${database.table(table)}${onCluster(database)} DELETE WHERE import = ${integer(token)}`,
    );
}
