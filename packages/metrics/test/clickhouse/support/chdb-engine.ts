import type { Engine } from '@sameteam/metrics';
import { type ClickHouseEngineOptions, openClickHouseEngine } from '@sameteam/metrics/clickhouse';
import { chdbClient } from './chdb-client.ts';

let opened = 0;

/** Opens an engine on a database of its own, which is gone once the engine is closed. */
export async function openChdbEngine(
  options: Omit<Extract<ClickHouseEngineOptions, { readonly client: unknown }>, 'client' | 'database'>,
): Promise<Engine> {
  const client = chdbClient();
  const database = `test_${process.pid}_${++opened}`;
  const engine = await openClickHouseEngine({ ...options, client, database });
  return {
    ...engine,
    async close() {
      await engine.close();
      await client.command({ query: `DROP DATABASE IF EXISTS ${database}` });
    },
  };
}
