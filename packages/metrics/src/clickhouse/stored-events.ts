import { compareUtf8, eventTypes } from '@sameteam/model';
import type { StoredEvent } from '../engine.ts';
import { keyScale } from '../facts/lead-fold.ts';
import type { Database } from './connection.ts';
import type { Registry } from './import-registry.ts';
import { queryParams } from './query-params.ts';
import { importSql, type VisibleEvents } from './visible-events.ts';

/** The events of a subject, and of all that are counted as the same record, in their order; retracted ones among them. */
export async function storedEvents(
  database: Database,
  registry: Registry,
  { subject, visible }: { readonly subject: string; readonly visible: VisibleEvents },
): Promise<readonly StoredEvent[]> {
  const params = queryParams();
  const subjects = params.bind(oneWith(visible, subject), 'Array(String)');
  const rows = await database.query(
    `SELECT subject, source, id, type, time, data, toString(import) AS token, NOT (${visible.sql(params)}) AS retracted
      FROM ${database.table('events')} FINAL WHERE subject IN ${subjects} AND ${importSql(database, registry.imports)}`,
    params.values,
  );
  const imports = new Map(registry.imports.map((entry) => [String(entry.token), entry]));
  return rows
    .map((row) => ({ row, from: imports.get(String(row.token)) }))
    .flatMap(({ row, from }) =>
      from === undefined ? [] : [{ row, from, key: Number(row.time) * keyScale + Number(row.type) }],
    )
    .sort(
      (a, b) =>
        a.key - b.key ||
        compareUtf8(String(a.row.source), String(b.row.source)) ||
        compareUtf8(String(a.row.id), String(b.row.id)) ||
        a.from.number - b.from.number,
    )
    .map(({ row, from }) => ({
      source: String(row.source),
      id: String(row.id),
      type: eventTypes[Number(row.type)] as string,
      subject: String(row.subject),
      timeMs: Number(row.time),
      recordedMs: from.recordedMs,
      data: JSON.parse(String(row.data)) as unknown,
      import: from.id,
      retracted: Number(row.retracted) === 1,
    }));
}

/** A subject and all that are counted as the same record. */
export function oneWith({ roots, members }: VisibleEvents, subject: string): readonly string[] {
  const root = roots.get(subject) ?? subject;
  return members.get(root) ?? [root];
}
