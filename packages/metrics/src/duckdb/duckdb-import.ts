import type { Agreement } from '@sameteam/agreement';
import { eventTypes } from '@sameteam/model';
import { digestBytes } from '../batch/content-digest.ts';
import type { EventBatch } from '../batch/event-batch.ts';
import { judgeBatch, type StoredContent } from '../batch/judge-batch.ts';
import type { ImportOutcome, ImportSession, ImportSummary, QuarantinedRow, Verdict } from '../engine.ts';
import { foldRanks } from '../facts/promoted.ts';
import { MetricsError } from '../metrics-error.ts';
import type { Database } from './connection.ts';
import { factsSignature, keepSignature, makeFacts, touchImport } from './make-facts.ts';
import { sha256 } from './sha256.ts';
import { namedSubjectsSql, spreadEventsSql } from './spread-events.ts';
import { incomingTable, writeBatch } from './write-batch.ts';

/** Tables of the facts of everything that is known. */
export const keptFacts = { leads: 'lead_facts', opportunities: 'opportunity_facts' } as const;

interface DuckDbImportOptions {
  readonly agreement: Agreement;
  readonly recordedMs: number;
  readonly id?: string;
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
  { agreement, recordedMs, id: wantedId, ended }: DuckDbImportOptions,
): Promise<ImportSession> {
  const [last] = await database.query(
    'SELECT coalesce(max(number), 0) AS number, (SELECT coalesce(max(seq), 0) FROM events) AS seq FROM imports',
  );
  const importNumber = Number(last?.number ?? 0) + 1;
  const firstSeq = Number(last?.seq ?? 0) + 1;
  const id = wantedId ?? `import-${importNumber}`;
  const [taken] = await database.query('SELECT count(*) AS n FROM imports WHERE id = $1', [id]);
  if (Number(taken?.n) > 0) throw new MetricsError('import-id-taken', { id });
  await database.run('INSERT INTO imports VALUES ($1, $2, $3::BIGINT, NULL, NULL, 0, 0, 0, 0)', [
    importNumber,
    id,
    recordedMs,
  ]);
  await database.run(incomingTable.replace('CREATE TEMP', 'CREATE OR REPLACE TEMP'));
  await database.run('CREATE OR REPLACE TEMP TABLE seen_records (map VARCHAR, file VARCHAR, key VARCHAR)');
  const sources = new Map(
    (await database.query('SELECT number, source FROM sources')).map((row) => [String(row.source), Number(row.number)]),
  );
  const [secret] = await database.query("SELECT value FROM meta WHERE key = 'record_secret'");
  const recordSecret = String(secret?.value);
  let position = 0;
  let hasEvents = firstSeq > 1;
  const relinking = { found: false };

  async function sourceNumbers(batch: EventBatch): Promise<Int32Array> {
    const numbers = new Int32Array(batch.count);
    for (let event = 0; event < batch.count; event++) {
      const source = batch.source[event] as string;
      let number = sources.get(source);
      if (number === undefined) {
        number = sources.size + 1;
        sources.set(source, number);
        await database.run('INSERT INTO sources VALUES ($1, $2)', [number, source]);
      }
      numbers[event] = number;
    }
    return numbers;
  }

  async function judge(batch: EventBatch, firstPosition: number): Promise<readonly Verdict[]> {
    const stored = await storedContents(database, hasEvents, firstPosition);
    if (stored.size === 0 && !(await repeatsItself(database))) return unjudged(batch);
    const { verdicts, accepted } = judgeBatch(batch, { stored: (index) => stored.get(index) ?? null, hash: sha256 });
    if (accepted.length < batch.count) {
      const kept = accepted.map((index) => firstPosition + index);
      await database.run(
        kept.length === 0 ? 'DELETE FROM incoming' : `DELETE FROM incoming WHERE pos NOT IN (${kept.join(', ')})`,
      );
    }
    return verdicts;
  }

  let hasEnded = false;

  async function rollback(): Promise<void> {
    if (hasEnded) return;
    hasEnded = true;
    await database.run('ROLLBACK').catch(() => undefined);
    await ended();
  }

  async function markSeen(map: string, file: string, keys: readonly string[]): Promise<void> {
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
    recordSecret,
    async append(batch) {
      if (batch.count === 0) return unjudged(batch);
      const firstPosition = position;
      position += batch.count;
      await database.run('DELETE FROM incoming');
      await writeBatch(database.connection, batch, { sourceNumbers: await sourceNumbers(batch), firstPosition });
      const verdicts = await judge(batch, firstPosition);
      const ranks = new Set(batch.type);
      relinking.found ||= ranks.has(foldRanks.linked) || ranks.has(foldRanks.unlinked);
      await keepIncoming(database, { importNumber, firstSeq, ranks, firstPosition });
      hasEvents = true;
      return verdicts;
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
      const rows = await database.query(
        `SELECT DISTINCT key FROM seen_records WHERE map = $1 AND file = $2 AND key IN (SELECT unnest(from_json($3, '["VARCHAR"]')))`,
        [map, file, JSON.stringify(keys)],
      );
      return new Set(rows.map(({ key }) => String(key)));
    },
    async vanished(map, file, limit) {
      const rows = await database.query(
        `SELECT DISTINCT key FROM records WHERE map = $1 AND file = $2 AND import NOT IN (SELECT number FROM imports WHERE undone IS NOT NULL)
          AND key NOT IN (SELECT key FROM seen_records WHERE map = $1 AND file = $2) ORDER BY key`,
        [map, file],
      );
      return { count: rows.length, keys: rows.slice(0, limit).map(({ key }) => String(key)) };
    },
    async commit(summary) {
      try {
        await registerSummary(database, importNumber, summary);
        const outcome = await refresh(database, { agreement, importNumber, relinked: relinking.found });
        await database.run('COMMIT');
        hasEnded = true;
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

function unjudged(batch: EventBatch): readonly Verdict[] {
  const verdicts: Verdict[] = Array.from({ length: batch.groupCount }, () => 'duplicate');
  for (const group of batch.group) verdicts[group - batch.firstGroup] = 'accepted';
  return verdicts;
}

async function storedContents(
  database: Database,
  hasEvents: boolean,
  firstPosition: number,
): Promise<ReadonlyMap<number, StoredContent>> {
  const stored = new Map<number, StoredContent>();
  if (!hasEvents) return stored;
  const reader = await database.connection.runAndReadAll(`SELECT i.pos, e.digest_high, e.digest_low, p.secret
    FROM events e JOIN incoming i ON i.source = e.source AND i.id = e.id
    LEFT JOIN personal p ON p.seq = e.seq
    WHERE e.import NOT IN (SELECT number FROM imports WHERE undone IS NOT NULL)`);
  for (const [pos, high, low, secret] of reader.getRows()) {
    const digest = new Uint8Array(digestBytes);
    const words = new DataView(digest.buffer);
    words.setBigInt64(0, high as bigint);
    words.setBigInt64(8, low as bigint);
    stored.set(Number(pos) - firstPosition, { digest, secret: (secret as string | null) ?? null });
  }
  return stored;
}

async function repeatsItself(database: Database): Promise<boolean> {
  const rows = await database.query('SELECT 1 FROM incoming GROUP BY source, id HAVING count(*) > 1 LIMIT 1');
  return rows.length > 0;
}

async function keepIncoming(
  database: Database,
  {
    importNumber,
    firstSeq,
    ranks,
    firstPosition,
  }: {
    readonly importNumber: number;
    readonly firstSeq: number;
    readonly ranks: ReadonlySet<number>;
    readonly firstPosition: number;
  },
): Promise<void> {
  const named = namedSubjectsSql(ranks);
  const subjects = `SELECT subject FROM incoming${named === null ? '' : ` UNION ALL ${named}`}`;
  await database.run(`INSERT INTO subjects
    SELECT (SELECT coalesce(max(number), 0) FROM subjects) + row_number() OVER (), subject
    FROM (SELECT DISTINCT subject FROM (${subjects}) WHERE subject IS NOT NULL) n ANTI JOIN subjects s ON s.subject = n.subject`);
  await database.run(`INSERT INTO events
    SELECT ${firstSeq} + i.pos, ${importNumber}, s.number, i.type, i.time, i.source, i.id, i.digest_high, i.digest_low, i.data, i.attributes
    FROM incoming i JOIN subjects s ON s.subject = i.subject`);
  await database.run(`INSERT INTO personal
    SELECT ${firstSeq} + i.pos, s.number, i.secret, i.personal FROM incoming i JOIN subjects s ON s.subject = i.subject WHERE i.personal IS NOT NULL`);
  for (const sql of spreadEventsSql(ranks, firstSeq + firstPosition)) await database.run(sql);
}

async function keepQuarantine(
  database: Database,
  importNumber: number,
  rows: readonly QuarantinedRow[],
): Promise<void> {
  for (let start = 0; start < rows.length; start += 1000) {
    const part = rows.slice(start, start + 1000).map((row) => ({ ...row, raw: row.raw.slice(0, 10_000) }));
    const shape =
      '[{"file":"VARCHAR","line":"BIGINT","column":"VARCHAR","code":"VARCHAR","message":"VARCHAR","raw":"VARCHAR"}]';
    await database.run(
      `INSERT INTO quarantine SELECT ${importNumber}, r.file, r.line, r."column", r.code, r.message, r.raw FROM (SELECT unnest(from_json($1, '${shape}')) AS r)`,
      [JSON.stringify(part)],
    );
  }
}

async function registerSummary(database: Database, importNumber: number, summary: ImportSummary): Promise<void> {
  await database.run(
    'UPDATE imports SET files = $1, read = $2::BIGINT, accepted = $3::BIGINT, duplicates = $4::BIGINT, quarantined = $5::BIGINT WHERE number = $6',
    [
      JSON.stringify(summary.files),
      summary.read,
      summary.accepted,
      summary.duplicates,
      summary.quarantined,
      importNumber,
    ],
  );
}

/** Makes the facts of what an import touched, or all where that is most of them or leads were joined or parted. */
async function refresh(
  database: Database,
  {
    agreement,
    importNumber,
    relinked,
  }: { readonly agreement: Agreement; readonly importNumber: number; readonly relinked: boolean },
): Promise<ImportOutcome> {
  await touchImport(database, importNumber);
  const [size] =
    await database.query(`SELECT (SELECT count(*) FROM touched_leads) AS touched, (SELECT count(*) FROM ${keptFacts.leads}) AS leads,
    (SELECT value FROM meta WHERE key = 'facts') AS signature`);
  const isStale = size?.signature !== factsSignature(agreement);
  const all = relinked || isStale || Number(size?.touched) > Number(size?.leads) / 4;
  await makeFacts(database, keptFacts, { agreement, bounds: null, touched: all ? 'all' : 'touched', temporary: false });
  if (isStale) await keepSignature(database, agreement);
  return importOutcome(database);
}

/** What the store holds now, and what is odd among the touched subjects. */
export async function importOutcome(database: Database): Promise<ImportOutcome> {
  const [row] =
    await database.query(`SELECT (SELECT count(*) FROM events) AS events, (SELECT count(*) FROM ${keptFacts.leads}) AS leads,
    (SELECT count(*) FROM ${keptFacts.leads} WHERE impossible AND lead IN (SELECT lead FROM touched_leads)) AS impossible,
    (SELECT count(DISTINCT opportunity) FROM links WHERE opportunity IN (SELECT opportunity FROM touched_opportunities)
      AND lead NOT IN (SELECT lead FROM ${keptFacts.leads}) AND lead NOT IN (SELECT subject FROM roots)) AS unknown`);
  return {
    events: Number(row?.events),
    leads: Number(row?.leads),
    impossibleOrder: Number(row?.impossible),
    unknownLeads: Number(row?.unknown),
  };
}

/** Name of the type of a rank. */
export function typeOfRank(rank: number): string {
  return eventTypes[rank] as string;
}
