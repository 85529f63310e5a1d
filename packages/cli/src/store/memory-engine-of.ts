import { existsSync } from 'node:fs';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { Agreement } from '@sameteam/agreement';
import { createMemoryEngine, type Engine, type EventBatch, MetricsError } from '@sameteam/metrics';
import { openDuckDbEngine, sha256 } from '@sameteam/metrics/duckdb';

/**
 * An engine in memory that holds the log of a database, import after import, so that both can be asked the same. What
 * belongs to people is left behind: no number needs it.
 * @param path of the database
 * @throws MetricsError `no-database`, `locked`, `not-a-database`, `newer-database`
 */
export async function memoryEngineOf(path: string, agreement: Agreement): Promise<Engine> {
  if (!existsSync(path)) throw new MetricsError('no-database', { path });
  const database = await openDuckDbEngine({ path, agreement, readOnly: true });
  const imports = await database.imports().finally(() => database.close());
  const engine = createMemoryEngine({ agreement, hash: sha256 });
  const instance = await DuckDBInstance.create(path, { access_mode: 'READ_ONLY' });
  const connection = await instance.connect();
  try {
    for (const registered of imports) {
      const session = await engine.beginImport({ recordedMs: registered.recordedMs, id: registered.id });
      let group = 0;
      for await (const batch of batchesOf(connection, registered.id, () => group)) {
        await session.append(batch);
        group += batch.count;
      }
      await session.commit(registered);
      if (registered.undoneMs !== null) await engine.undoImport(registered.id, { recordedMs: registered.undoneMs });
    }
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
  return engine;
}

/** The events of an import in the order in which they came, a chunk of the database at a time. */
async function* batchesOf(
  connection: DuckDBConnection,
  importId: string,
  firstGroup: () => number,
): AsyncGenerator<EventBatch> {
  const result = await connection.stream(
    `SELECT e.type, e.time::DOUBLE, s.source, e.id, u.subject, e.data, e.attributes, e.digest_high, e.digest_low
       FROM events e JOIN imports i ON i.number = e.import JOIN sources s ON s.number = e.source
       JOIN subjects u ON u.number = e.subject WHERE i.id = $1 ORDER BY e.seq`,
    [importId],
  );
  for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
    const columns = chunk.getColumns();
    const texts = (index: number) => columns[index] as string[];
    const [high, low] = [columns[7] as bigint[], columns[8] as bigint[]];
    const none = Array.from({ length: chunk.rowCount }, () => null);
    yield {
      count: chunk.rowCount,
      group: Int32Array.from({ length: chunk.rowCount }, (_, index) => firstGroup() + index),
      firstGroup: firstGroup(),
      groupCount: chunk.rowCount,
      type: Uint8Array.from(columns[0] as number[]),
      timeMs: Float64Array.from(columns[1] as number[]),
      source: texts(2),
      id: texts(3),
      subject: texts(4),
      data: texts(5),
      personal: none,
      attributes: columns[6] as (string | null)[],
      digest: BigInt64Array.from({ length: 2 * chunk.rowCount }, (_, index) =>
        index % 2 === 0 ? (high[index / 2] ?? 0n) : (low[(index - 1) / 2] ?? 0n),
      ),
      secret: none,
      canonical: none,
    };
  }
}
