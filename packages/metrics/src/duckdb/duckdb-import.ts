import { randomBytes } from 'node:crypto';
import { erasedRank } from '../batch/erasures.ts';
import type { EventBatch } from '../batch/event-batch.ts';
import type { ImportOutcome, ImportSession, ImportSummary, Verdict } from '../engine.ts';
import { foldRanks } from '../facts/promoted.ts';
import { MetricsError } from '../metrics-error.ts';
import type { SignedVersion } from '../store/kept-versions.ts';
import { importMemory } from '../store/recent-keys.ts';
import type { Database } from './connection.ts';
import type { ErasedSubjects } from './erased-subjects.ts';
import { factTerms } from './fact-dictionaries.ts';
import { keepQuarantine, registerImport } from './import-registry.ts';
import { incomingJudge, unjudged } from './judge-incoming.ts';
import { keepAgreement, keepVersions } from './kept-agreement.ts';
import { logWriter } from './log-writer.ts';
import { recordStates } from './record-states.ts';
import { type FactMaking, refreshFacts } from './refresh-facts.ts';
import type { KeptHeads } from './store-heads.ts';
import { grownLog } from './visible-events.ts';

interface DuckDbImportOptions extends Pick<FactMaking, 'judges' | 'signature' | 'dayOf'> {
  readonly recordedMs: number;
  readonly id?: string;
  readonly heads: KeptHeads;
  readonly erased: ErasedSubjects;
  /** Versions of the agreement that are to be kept with what is imported. */
  readonly versions: readonly SignedVersion[];
  /** Called once the session has ended, committed or not. */
  readonly ended: () => Promise<void>;
}

/** Starts an import: one transaction, from here to `commit` or `rollback`. */
export async function beginDuckDbImport(database: Database, options: DuckDbImportOptions): Promise<ImportSession> {
  await database.run('BEGIN TRANSACTION');
  try {
    return await startSession(database, options);
  } catch (cause) {
    await database.run('ROLLBACK');
    throw cause;
  }
}

async function startSession(
  database: Database,
  { judges, signature, dayOf, recordedMs, id: wantedId, heads, erased, versions, ended }: DuckDbImportOptions,
): Promise<ImportSession> {
  const before = await heads.current();
  const importNumber = before.imports + 1;
  const firstSeq = before.seq + 1;
  const id = wantedId ?? `import-${importNumber}`;
  const [taken] = await database.query('SELECT count(*) AS n FROM imports WHERE id = $1', [id]);
  if (Number(taken?.n) > 0) throw new MetricsError('import-id-taken', { id });
  const sources = new Map(before.sources);
  // Ids and subjects come from strangers, who must not know by which numbers they are looked for.
  const memory = importMemory(randomBytes(4).readInt32LE());
  const writer = logWriter(database, { importNumber, memory, heads: before });
  const judge = incomingJudge(database, { hasEvents: firstSeq > 1, erased: await erased.known(), memory });
  const records = recordStates(database, importNumber);
  const ranks = new Set<number>();
  const repeated = new Set<number>();
  const span = { fromMs: Number.POSITIVE_INFINITY, toMs: Number.NEGATIVE_INFINITY };

  async function sourceNumbers(batch: EventBatch): Promise<Int32Array> {
    const numbers: number[] = [];
    for (const source of batch.sources) {
      let number = sources.get(source);
      if (number === undefined) {
        number = sources.size + 1;
        sources.set(source, number);
        await database.run('INSERT INTO sources VALUES ($1, $2)', [number, source]);
      }
      numbers.push(number);
    }
    const of = new Int32Array(batch.count);
    for (let event = 0; event < batch.count; event++) of[event] = numbers[batch.source[event] as number] as number;
    return of;
  }

  /** Notes what facts depend on. */
  function note({ type, timeMs }: EventBatch): void {
    for (const rank of new Set(type)) ranks.add(rank);
    for (const at of timeMs) {
      if (at < span.fromMs) span.fromMs = at;
      if (at > span.toMs) span.toMs = at;
    }
  }

  let hasEnded = false;
  /** What runs now, whatever becomes of it: what ended the transaction below it would let its rest through. */
  let underway: Promise<unknown> = Promise.resolve();
  let isCommitting = false;

  function running<T>(work: Promise<T>): Promise<T> {
    underway = work.catch(() => undefined);
    return work;
  }

  async function takeBack(): Promise<void> {
    if (hasEnded) return;
    hasEnded = true;
    await database.run('ROLLBACK').catch(() => undefined);
    // The other heads are as they were.
    before.recentTerms.clear();
    before.recentPayloads.clear();
    await ended();
  }

  return {
    id,
    recordSecret: before.recordSecret,
    async append(batch) {
      if (hasEnded) throw new MetricsError('closed');
      return running(append(batch));
    },
    async erased(subjects) {
      return new Set(subjects.filter(judge.isErased));
    },
    async quarantine(rows) {
      await keepQuarantine(database, importNumber, rows);
    },
    recordStates: records.recordStates,
    saveRecords: records.saveRecords,
    markSeen: records.markSeen,
    seenRecords: records.seenRecords,
    vanished: records.vanished,
    commit(summary) {
      isCommitting = true;
      return running(commit(summary));
    },
    /** Does not stop a commit that runs: engines are closed while one does. */
    async rollback() {
      await underway;
      if (!isCommitting) await takeBack();
    },
  };

  async function append(batch: EventBatch): Promise<readonly Verdict[]> {
    if (batch.count === 0) return unjudged(batch);
    const numbers = await sourceNumbers(batch);
    const { verdicts, kept, repeated: those } = await judge.judge(batch, numbers);
    for (const from of those) repeated.add(from);
    if (kept.count === 0) return verdicts;
    note(kept);
    await writer.append(kept, kept === batch ? numbers : await sourceNumbers(kept));
    return verdicts;
  }

  async function commit(summary: ImportSummary): Promise<ImportOutcome> {
    try {
      const [first, last] = ranks.size === 0 ? [null, null] : [span.fromMs, span.toMs];
      await registerImport(database, { importNumber, id, recordedMs, first, last, summary });
      repeated.delete(importNumber);
      if (records.hasSaved()) {
        for (const upon of repeated) await database.run(`INSERT INTO reliances VALUES (${importNumber}, ${upon})`);
      }
      const log = grownLog(before.log, { ranks, ...span });
      const terms = factTerms(database, { last: before.terms, known: before.recentTerms, memory });
      const making = { judges, signature, dayOf, terms, subjects: writer.subjects };
      const { leads, days, oddities } = await refreshFacts(database, making, {
        importNumber,
        lastSeq: writer.ends().seq,
        ranks,
        isOnly: firstSeq === 1,
        log,
        leads: before.leads,
        days: before.days,
      });
      if (before.leads === null) {
        await keepAgreement(database, judges.agreement);
        await keepVersions(database, versions);
      }
      await database.run('COMMIT');
      hasEnded = true;
      const ends = writer.ends();
      heads.keep({ ...before, ...ends, terms: terms.last(), imports: importNumber, sources, log, leads, days });
      if (ranks.has(erasedRank) || ranks.has(foldRanks.retracted)) erased.forget();
      await ended();
      return { events: ends.seq, leads, ...oddities };
    } catch (cause) {
      heads.forget();
      await takeBack();
      throw cause;
    }
  }
}
