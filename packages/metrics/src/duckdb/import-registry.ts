import { rawExcerpt } from '../batch/raw-excerpt.ts';
import type { ImportSummary, QuarantinedRow } from '../engine.ts';
import type { Database } from './connection.ts';

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
