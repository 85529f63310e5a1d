import { rawExcerpt } from '../batch/raw-excerpt.ts';
import type { ImportSummary, QuarantinedRow } from '../engine.ts';
import type { Database } from './connection.ts';
import { spreadEventsSql } from './spread-events.ts';
import { identityKeySql, subjectKeySql } from './store-keys.ts';

/** Where the events of a batch go, and what is known of them. */
export interface Keeping {
  readonly importNumber: number;
  /** `seq` of the event at position 0. */
  readonly firstSeq: number;
  readonly ranks: ReadonlySet<number>;
  readonly hasPersonal: boolean;
}

/** Table that `keepIncoming` works with. */
export const numberedTable = 'CREATE OR REPLACE TEMP TABLE numbered (place INTEGER, number INTEGER)';

/** Appends what stands in `incoming` to the log and to the tables beside it. */
export async function keepIncoming(
  database: Database,
  { importNumber, firstSeq, ranks, hasPersonal }: Keeping,
): Promise<void> {
  await numberSubjects(database);
  // Joined to the left, so that the few numbers are what is hashed and the many texts stay where they are.
  await database.run(`CREATE OR REPLACE TEMP VIEW arriving AS
    SELECT ${firstSeq}::BIGINT + i.pos AS seq, ${importNumber}::INTEGER AS import, n.number AS subject, i.type, i.time::BIGINT AS time,
      i.source, i.id, ${identityKeySql('i.source', 'i.id')} AS key, i.digest, i.secret, i.data, i.personal, i.attributes
    FROM incoming i LEFT JOIN numbered n ON n.place = i.subject`);
  await database.run(
    'INSERT INTO events SELECT seq, import, subject, type, time, source, id, key, digest, data, attributes FROM arriving',
  );
  if (hasPersonal) {
    await database.run(
      'INSERT INTO personal SELECT seq, subject, secret, personal FROM arriving WHERE personal IS NOT NULL',
    );
  }
  for (const sql of spreadEventsSql(ranks)) await database.run(sql);
}

/**
 * Fills `numbered(place, number)` with the numbers of `incoming_subjects`, new ones where they have none. The
 * dictionary is as long as the store has leads: it is gone through once a batch, by its keys.
 */
async function numberSubjects(database: Database): Promise<void> {
  await database.run('DELETE FROM numbered');
  const known = await database.run(`INSERT INTO numbered
    SELECT i.place, s.number FROM subjects s JOIN incoming_subjects i ON ${subjectKeySql('i.subject')} = s.key`);
  if (known > 0) {
    await database.run(`DELETE FROM numbered USING subjects s, incoming_subjects i
      WHERE s.number = numbered.number AND i.place = numbered.place AND s.subject <> i.subject`);
  }
  const [found] = await database.query('SELECT coalesce(max(number), 0) AS last FROM subjects');
  const last = Number(found?.last);
  const fresh = await database.run(`INSERT INTO numbered SELECT i.place, ${last} + row_number() OVER (ORDER BY i.place)
    FROM incoming_subjects i${known > 0 ? ' ANTI JOIN numbered n ON n.place = i.place' : ''}`);
  if (fresh === 0) return;
  await database.run(`INSERT INTO subjects SELECT n.number, i.subject, ${subjectKeySql('i.subject')}
    FROM incoming_subjects i LEFT JOIN numbered n ON n.place = i.place WHERE n.number > ${last}`);
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
