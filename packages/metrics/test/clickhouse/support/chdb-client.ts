import { createRequire } from 'node:module';
import type { Readable } from 'node:stream';
import { type ClickHouseClient, createClient } from '@clickhouse/client';

/** What @clickhouse/client takes in the place of a connection to a server. */
type Connection = NonNullable<NonNullable<Parameters<typeof createClient>[0]>['connection']>;

interface Chdb {
  readonly createChdbConnection: (options: { readonly path: string }) => Connection & { readonly stream?: Readable };
}

/** Installed in a folder of its own, see package.json there, so that nothing else can need it. */
const chdbFolder = new URL('../chdb/package.json', import.meta.url);

let shared: ClickHouseClient | null = null;

/** A client of ClickHouse in this process, one for all: there is one engine in a process. Its data is gone with it. */
export function chdbClient(): ClickHouseClient {
  if (shared !== null) return shared;
  const { createChdbConnection } = createRequire(chdbFolder)('chdb/connection') as Chdb;
  shared = createClient({ connection: createChdbConnection({ path: ':memory:' }) });
  return shared;
}
