import { type ClickHouseClient, ClickHouseError } from '@clickhouse/client';
import { type NativeBlock, readNative } from './native-columns.ts';
import type { SqlParam } from './query-params.ts';
import { quotedName } from './sql-text.ts';

/** A value as the database answers it. */
export type Value = string | number | boolean | null | readonly Value[];

/** A row as the database answers it. */
export type Row = Readonly<Record<string, Value>>;

/** Values by the names of their places in a statement. */
export type Params = Readonly<Record<string, SqlParam>>;

/** How the tables lie: on one node, or sharded and replicated over a cluster of that name in the server's configuration. */
export interface Layout {
  readonly cluster: string | null;
}

/** A database of a server, and the ways to talk with it. */
export interface Database extends Layout {
  readonly name: string;
  /** Name of a table for statements. */
  table(name: string): string;
  /** Rows of a statement. Whole numbers beyond 2^53 must be asked for as text. */
  query(sql: string, params?: Params): Promise<readonly Row[]>;
  /** Rows by columns, see `readNative`. */
  blocks(sql: string, params?: Params): Promise<readonly NativeBlock[]>;
  run(sql: string, params?: Params): Promise<void>;
  /**
   * Appends rows. It is tried again where nobody can say whether it was done, so that rows must be such that twice is
   * once: every table of the store is.
   * @param columns the last one of numbers: the client cuts blanks off the end of a statement
   * @param rows of `TabSeparated`, see `tsvRow`
   */
  insert(table: string, columns: readonly string[], rows: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

/** So many times a statement is sent at most, and so long it is waited before the second time; then twice as long. */
const tries = 4;
const firstPauseMs = 100;

/** Codes of the server that tell of the way to it or to its replicas, not of the statement. */
const passing: ReadonlySet<string> = new Set(['209', '210', '242', '319', '999']);

/** Talks with a database through a client. */
export function openDatabase(
  client: ClickHouseClient,
  { name, cluster, isOwn }: { readonly name: string; readonly cluster: string | null; readonly isOwn: boolean },
): Database {
  const settings =
    cluster === null
      ? {}
      : { clickhouse_settings: { distributed_foreground_insert: 1, insert_quorum: 'auto' as const } };
  const bound = (params: Params) => ({ query_params: params, use_multipart_params_auto: true });
  return {
    name,
    cluster,
    table: (table) => `${quotedName(name)}.${quotedName(table)}`,
    query: (sql, params = {}) =>
      patiently(async () => {
        const answer = await client.query({ query: sql, format: 'JSONCompact', ...bound(params) });
        const { meta = [], data } = await answer.json<readonly Value[]>();
        const names = meta.map((column) => column.name);
        return data.map((row) => Object.fromEntries(names.map((column, at) => [column, row[at] ?? null])));
      }),
    blocks: (sql, params = {}) =>
      patiently(async () => {
        const { stream } = await client.exec({ query: `${sql} FORMAT Native`, ...bound(params) });
        const parts: Buffer[] = [];
        for await (const part of stream) parts.push(part as Buffer);
        return readNative(parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts));
      }),
    run: (sql, params = {}) =>
      patiently(async () => {
        await client.command({ query: sql, ...bound(params), ...settings });
      }),
    async insert(table, columns, rows) {
      const text = rows.join('');
      if (text === '') return;
      const into = `${quotedName(name)}.${quotedName(table)} (${columns.map(quotedName).join(', ')})`;
      // Rows stand in the statement: as a stream they take three times as long to hand over.
      const query = `INSERT INTO ${into} FORMAT TabSeparated\n${text}`;
      await patiently(() => client.command({ query, ...settings }));
    },
    async close() {
      if (isOwn) await client.close();
    },
  };
}

/** Does some work again while it fails by the way to the server. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1, pauseMs = firstPauseMs; ; attempt++, pauseMs *= 2) {
    try {
      return await work();
    } catch (cause) {
      if (attempt === tries || !mayPass(cause)) throw cause;
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
}

function mayPass(cause: unknown): boolean {
  if (cause instanceof ClickHouseError) return passing.has(cause.code);
  const code = (cause as { readonly code?: unknown }).code;
  return code === 'ECONNRESET' || code === 'EPIPE' || code === 'ETIMEDOUT' || code === 'ECONNREFUSED';
}
