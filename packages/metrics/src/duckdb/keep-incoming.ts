import { rawExcerpt } from '../batch/raw-excerpt.ts';
import type { ImportSummary, QuarantinedRow } from '../engine.ts';
import type { Database } from './connection.ts';
import { namedSubjectsSql, spreadEventsSql } from './spread-events.ts';

/** Appends what stands in `incoming` to the log and to the tables beside it. */
export async function keepIncoming(
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
  await numberSubjects(database, ranks);
  await database.run(`INSERT INTO events
    SELECT ${firstSeq} + i.pos, ${importNumber}, n.number, i.type, i.time, i.source, i.id, i.digest_high, i.digest_low, i.data, i.attributes
    FROM incoming i JOIN numbered n ON n.pos = i.pos`);
  await database.run(`INSERT INTO personal
    SELECT ${firstSeq} + i.pos, n.number, i.secret, i.personal FROM incoming i JOIN numbered n ON n.pos = i.pos WHERE i.personal IS NOT NULL`);
  for (const sql of spreadEventsSql(ranks, firstSeq + firstPosition)) await database.run(sql);
}

/**
 * Fills `numbered(pos, number)` with the numbers of the subjects of `incoming`, new ones where they have none. The
 * dictionary is as long as the store has leads: it is gone through once a batch.
 */
async function numberSubjects(database: Database, ranks: ReadonlySet<number>): Promise<void> {
  const named = namedSubjectsSql(ranks);
  const others =
    named === null ? '' : ` UNION ALL SELECT NULL AS pos, subject FROM (${named}) WHERE subject IS NOT NULL`;
  await database.run(`CREATE OR REPLACE TEMP TABLE known AS
    SELECT a.pos, a.subject, s.number FROM (SELECT pos, subject FROM incoming${others}) a LEFT JOIN subjects s ON s.subject = a.subject`);
  await database.run(`CREATE OR REPLACE TEMP TABLE fresh AS
    SELECT (SELECT coalesce(max(number), 0) FROM subjects) + row_number() OVER () AS number, subject
    FROM (SELECT DISTINCT subject FROM known WHERE number IS NULL)`);
  await database.run('INSERT INTO subjects SELECT number, subject FROM fresh');
  await database.run(`CREATE OR REPLACE TEMP TABLE numbered AS
    SELECT pos, number FROM known WHERE number IS NOT NULL AND pos IS NOT NULL
    UNION ALL SELECT k.pos, f.number FROM known k JOIN fresh f ON f.subject = k.subject WHERE k.number IS NULL AND k.pos IS NOT NULL`);
}

/** Keeps rows that were not taken. */
export async function keepQuarantine(
  database: Database,
  importNumber: number,
  rows: readonly QuarantinedRow[],
): Promise<void> {
  for (let start = 0; start < rows.length; start += 1000) {
    const part = rows.slice(start, start + 1000).map((row) => ({ ...row, raw: rawExcerpt(row.raw) }));
    const shape =
      '[{"file":"VARCHAR","line":"BIGINT","column":"VARCHAR","code":"VARCHAR","message":"VARCHAR","raw":"VARCHAR"}]';
    await database.run(
      `INSERT INTO quarantine SELECT ${importNumber}, r.file, r.line, r."column", r.code, r.message, r.raw FROM (SELECT unnest(from_json($1, '${shape}')) AS r)`,
      [JSON.stringify(part)],
    );
  }
}

/**
 * Writes what an import came to into the registry, and the span of its events, so that the span of the whole log never
 * has to be looked for in the log.
 */
export async function registerSummary(
  database: Database,
  {
    importNumber,
    firstSeq,
    summary,
  }: { readonly importNumber: number; readonly firstSeq: number; readonly summary: ImportSummary },
): Promise<void> {
  const { files, read, accepted, duplicates, quarantined } = summary;
  await database.run(
    `UPDATE imports SET files = $1, read = $2::BIGINT, accepted = $3::BIGINT, duplicates = $4::BIGINT, quarantined = $5::BIGINT,
      first = (SELECT min(time) FROM events WHERE seq >= ${firstSeq}), last = (SELECT max(time) FROM events WHERE seq >= ${firstSeq})
      WHERE number = ${importNumber}`,
    [JSON.stringify(files), read, accepted, duplicates, quarantined],
  );
}
