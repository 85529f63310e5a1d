import { randomBytes } from 'node:crypto';
import type { Agreement } from '@sameteam/agreement';
import { erasedRank } from '../batch/erasures.ts';
import type { EventBatch } from '../batch/event-batch.ts';
import type { ImportSession } from '../engine.ts';
import { leadEventRanks } from '../facts/lead-fold.ts';
import { foldRanks } from '../facts/promoted.ts';
import { MetricsError } from '../metrics-error.ts';
import type { Database } from './connection.ts';
import type { ErasedSubjects } from './erased-subjects.ts';
import { keepQuarantine, registerImport } from './import-registry.ts';
import { incomingJudge, unjudged } from './judge-incoming.ts';
import { logWriter } from './log-writer.ts';
import { importMemory } from './recent-keys.ts';
import { refreshFacts } from './refresh-facts.ts';
import { fewLeads } from './refresh-few.ts';
import type { KeptHeads } from './store-heads.ts';
import { grownLog } from './visible-events.ts';

interface DuckDbImportOptions {
  readonly agreement: Agreement;
  readonly recordedMs: number;
  readonly id?: string;
  readonly heads: KeptHeads;
  readonly erased: ErasedSubjects;
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
  { agreement, recordedMs, id: wantedId, heads, erased, ended }: DuckDbImportOptions,
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
  const ranks = new Set<number>();
  const repeated = new Set<number>();
  const span = { fromMs: Number.POSITIVE_INFINITY, toMs: Number.NEGATIVE_INFINITY };
  /** The leads that events were about, while they are few. */
  let touched: Set<number> | null = new Set();
  let hasRecords = false;
  let hasSeen = false;

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
  function note({ type, timeMs }: EventBatch, subject: Int32Array): void {
    for (const rank of new Set(type)) ranks.add(rank);
    for (const at of timeMs) {
      if (at < span.fromMs) span.fromMs = at;
      if (at > span.toMs) span.toMs = at;
    }
    for (let event = 0; event < type.length && touched !== null; event++) {
      if (leadEventRanks.includes(type[event] as number)) touched.add(subject[event] as number);
      if (touched.size > fewLeads) touched = null;
    }
  }

  /** Makes the table of records that were seen when it is first needed: hardly any import has some. */
  async function prepareSeen(): Promise<void> {
    if (hasSeen) return;
    hasSeen = true;
    await database.run('CREATE OR REPLACE TEMP TABLE seen_records (map VARCHAR, file VARCHAR, key VARCHAR)');
  }

  let hasEnded = false;

  async function rollback(): Promise<void> {
    if (hasEnded) return;
    hasEnded = true;
    await database.run('ROLLBACK').catch(() => undefined);
    heads.forget();
    await ended();
  }

  async function markSeen(map: string, file: string, keys: readonly string[]): Promise<void> {
    await prepareSeen();
    for (let start = 0; start < keys.length; start += 20_000) {
      const part = JSON.stringify(keys.slice(start, start + 20_000));
      await database.run(`INSERT INTO seen_records SELECT $1, $2, unnest(from_json($3, '["VARCHAR"]'))`, [
        map,
        file,
        part,
      ]);
    }
  }

  return {
    id,
    recordSecret: before.recordSecret,
    async append(batch) {
      if (batch.count === 0) return unjudged(batch);
      const numbers = await sourceNumbers(batch);
      const { verdicts, kept, repeated: those } = await judge.judge(batch, numbers);
      for (const from of those) repeated.add(from);
      if (kept.count === 0) return verdicts;
      note(kept, await writer.append(kept, kept === batch ? numbers : await sourceNumbers(kept)));
      return verdicts;
    },
    async erased(subjects) {
      return new Set(subjects.filter(judge.isErased));
    },
    async quarantine(rows) {
      await keepQuarantine(database, importNumber, rows);
    },
    async recordStates(map, file, keys) {
      const states = new Map<string, string>();
      for (let start = 0; start < keys.length; start += 5000) {
        const part = JSON.stringify(keys.slice(start, start + 5000));
        const rows = await database.query(
          `SELECT key, arg_max(state, import) AS state FROM records
            WHERE map = $1 AND file = $2 AND key IN (SELECT unnest(from_json($3, '["VARCHAR"]'))) AND import NOT IN (SELECT number FROM imports WHERE undone IS NOT NULL)
            GROUP BY key`,
          [map, file, part],
        );
        for (const row of rows) states.set(String(row.key), String(row.state));
      }
      return states;
    },
    async saveRecords(map, file, records) {
      if (records.length > 0) hasRecords = true;
      for (let start = 0; start < records.length; start += 5000) {
        const part = records.slice(start, start + 5000);
        const values = [
          map,
          file,
          JSON.stringify(part.map(({ key }) => key)),
          JSON.stringify(part.map(({ state }) => state)),
        ];
        await database.run(
          'DELETE FROM records WHERE import = $1 AND map = $2 AND file = $3 AND key IN (SELECT unnest(from_json($4, \'["VARCHAR"]\')))',
          [importNumber, map, file, values[2] as string],
        );
        await database.run(
          `INSERT INTO records SELECT ${importNumber}, $1, $2, unnest(from_json($3, '["VARCHAR"]')), unnest(from_json($4, '["VARCHAR"]'))`,
          values,
        );
      }
      await markSeen(
        map,
        file,
        records.map(({ key }) => key),
      );
    },
    markSeen,
    async seenRecords(map, file, keys) {
      await prepareSeen();
      const rows = await database.query(
        `SELECT DISTINCT key FROM seen_records WHERE map = $1 AND file = $2 AND key IN (SELECT unnest(from_json($3, '["VARCHAR"]')))`,
        [map, file, JSON.stringify(keys)],
      );
      return new Set(rows.map(({ key }) => String(key)));
    },
    async vanished(map, file, limit) {
      await prepareSeen();
      const rows = await database.query(
        `SELECT key, count(*) OVER () AS n
          FROM (SELECT DISTINCT key FROM records WHERE map = $1 AND file = $2 AND import NOT IN (SELECT number FROM imports WHERE undone IS NOT NULL)) r
          ANTI JOIN (SELECT key FROM seen_records WHERE map = $1 AND file = $2) s ON s.key = r.key
          ORDER BY key LIMIT $3::BIGINT`,
        [map, file, Math.max(1, limit)],
      );
      return { count: Number(rows[0]?.n ?? 0), keys: rows.slice(0, limit).map(({ key }) => String(key)) };
    },
    async commit(summary) {
      try {
        const [first, last] = ranks.size === 0 ? [null, null] : [span.fromMs, span.toMs];
        await registerImport(database, { importNumber, id, recordedMs, first, last, summary });
        repeated.delete(importNumber);
        if (hasRecords) {
          for (const upon of repeated) await database.run(`INSERT INTO reliances VALUES (${importNumber}, ${upon})`);
        }
        const log = grownLog(before.log, { ranks, ...span });
        const few =
          touched === null || before.leads === null
            ? null
            : {
                leads: touched,
                before: { ...before, leads: before.leads },
                events: writer.ends().seq,
                sources,
                terms: writer.terms,
              };
        const isOnly = firstSeq === 1;
        const outcome = await refreshFacts(database, { agreement, importNumber, ranks, isOnly, log, few });
        await database.run('COMMIT');
        hasEnded = true;
        heads.keep({ ...before, ...writer.ends(), imports: importNumber, sources, log, leads: outcome.leads });
        if (ranks.has(erasedRank) || ranks.has(foldRanks.retracted)) erased.forget();
        await ended();
        return outcome;
      } catch (cause) {
        await rollback();
        throw cause;
      }
    },
    rollback,
  };
}
