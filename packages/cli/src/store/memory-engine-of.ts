import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { defaultAgreement } from '@sameteam/agreement';
import { publicHolidays } from '@sameteam/agreement/holidays';
import { appendEvents, createMemoryEngine, type Engine, type MemoryEngineOptions } from '@sameteam/metrics';
import { openDuckDbEngine } from '@sameteam/metrics/duckdb';
import { eventTypes, type LeadEvent } from '@sameteam/model';
import type { DecideJudging } from './judging.ts';

/**
 * An engine in memory that holds the log of a database, import after import, so that both can be asked the same. What
 * belongs to people is left behind: no number needs it.
 * @param path of the database
 * @param judging decides by what is judged
 * @throws MetricsError `no-database`, `locked`, `not-a-database`, `newer-database`, `older-database`
 */
export async function memoryEngineOf(path: string, judging: DecideJudging): Promise<Engine> {
  let known: MemoryEngineOptions | undefined;
  const database = await openDuckDbEngine({
    path,
    judging: async (kept) => {
      const judged = await judging(kept);
      const { agreement = kept.agreement ?? defaultAgreement, history, versions } = judged;
      const documents = [...versions, ...kept.versions]
        .map((version) => version.agreement)
        .filter(({ name }) => name === agreement.name);
      known = { agreement, ...(history === undefined ? {} : { history }), versions: documents };
      return judged;
    },
    holidays: publicHolidays,
    readOnly: true,
  });
  const imports = await database.imports().finally(() => database.close());
  const engine = createMemoryEngine({ agreement: database.agreement, ...known, holidays: publicHolidays });
  const instance = await DuckDBInstance.create(path, { access_mode: 'READ_ONLY' });
  const connection = await instance.connect();
  try {
    for (const { id, recordedMs, undoneMs } of imports) {
      await appendEvents(engine, await eventsOf(connection, id), { recordedMs, id });
      if (undoneMs !== null) await engine.undoImport(id, { recordedMs: undoneMs });
    }
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
  return engine;
}

/** The events of an import, in the order in which they came. */
async function eventsOf(connection: DuckDBConnection, importId: string): Promise<readonly LeadEvent[]> {
  const reader = await connection.runAndReadAll(
    `SELECT e.type::INTEGER AS type, e.time::DOUBLE AS time, s.source, x.id, u.subject, x.data, x.attributes
       FROM events e JOIN event_texts x ON x.seq = e.seq JOIN imports i ON i.number = e.import JOIN sources s ON s.number = e.source
       JOIN subjects u ON u.number = e.subject WHERE i.id = $1 ORDER BY e.seq`,
    [importId],
  );
  return reader.getRowObjects().map(({ type, time, source, id, subject, data, attributes }) => ({
    specversion: '1.0',
    id,
    source,
    type: eventTypes[Number(type)],
    subject,
    time: new Date(Number(time)).toISOString(),
    data: JSON.parse(String(data)),
    // Beside further attributes: the time as it was written, where that was not in UTC.
    ...(attributes === null ? {} : JSON.parse(String(attributes))),
  })) as readonly LeadEvent[];
}
