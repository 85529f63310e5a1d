import { inTransaction, openDatabase } from '../../packages/metrics/src/duckdb/connection.ts';
import { registerImport } from '../../packages/metrics/src/duckdb/import-registry.ts';
import { logWriter } from '../../packages/metrics/src/duckdb/log-writer.ts';
import { readHeads } from '../../packages/metrics/src/duckdb/store-heads.ts';
import { importMemory } from '../../packages/metrics/src/store/recent-keys.ts';
import { logEndMs, teamLogBatch } from './team-log.ts';

const leadsPerBatch = 50_000;

/** Subjects that are remembered: those of 10 M leads, so that none is looked for in the store. */
const most = 100_000_000;

/** Writes the log of a team into an empty store, batch by batch, as one import without facts. */
export async function writeTeamLog(
  path: string,
  leads: number,
  { memoryLimit }: { readonly memoryLimit: string },
): Promise<void> {
  const database = await openDatabase(path, { readOnly: false, memoryLimit });
  const memory = { ...importMemory(7), most };
  const writer = logWriter(database, { importNumber: 1, memory, heads: await readHeads(database) });
  await database.run("INSERT INTO sources VALUES (1, 'bench')");
  const span = { first: Number.POSITIVE_INFINITY, last: Number.NEGATIVE_INFINITY };
  for (let at = 0; at < leads; at += leadsPerBatch) {
    const batch = teamLogBatch(at, Math.min(leadsPerBatch, leads - at));
    for (const timeMs of batch.timeMs) {
      if (timeMs < span.first) span.first = timeMs;
      if (timeMs > span.last) span.last = timeMs;
    }
    await inTransaction(database, () => writer.append(batch, new Int32Array(batch.count).fill(1)));
  }
  const summary = { files: [], read: leads, accepted: leads, duplicates: 0, quarantined: 0 };
  await registerImport(database, { importNumber: 1, id: 'import-1', recordedMs: logEndMs, ...span, summary });
  database.close();
}
