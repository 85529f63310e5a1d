import { closeSync, openSync, readSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import {
  blobValue,
  type DuckDBConnection,
  DuckDBInstance,
  type DuckDBResult,
  type DuckDBValue,
} from '@duckdb/node-api';
import { MetricsError } from '../metrics-error.ts';

/** A row of a result: `null`, text, booleans and numbers; 64-bit integers come as safe numbers. */
export type Row = Readonly<Record<string, string | number | boolean | null>>;

/** A value that a statement is given: bytes as BLOB. */
export type Bound = string | number | null | Uint8Array;

/** A connection that answers plain rows and turns the database's troubles into errors of this package. */
export interface Database {
  readonly path: string;
  readonly connection: DuckDBConnection;
  /** Runs a statement and answers its rows. */
  query(sql: string, values?: readonly Bound[]): Promise<readonly Row[]>;
  /** Runs a statement and answers its rows as lists of the values that the database gives. */
  rows(sql: string, values?: readonly Bound[]): Promise<readonly (readonly DuckDBValue[])[]>;
  /** Runs a statement and answers its result as the driver has it. */
  result(sql: string, values?: readonly Bound[]): Promise<DuckDBResult>;
  /** Runs a statement without a result, or several; answers how many rows the last one changed. */
  run(sql: string, values?: readonly Bound[]): Promise<number>;
  close(): void;
}

/**
 * Files that this process holds. The system's locks do not hold between two engines of one process, and closing the
 * second would drop the lock of the first: so this is kept where the lock is, in the process.
 */
const held = new Set<string>();

/**
 * Bytes of a block of a file that is made; one that stands keeps its own. To read one story takes one block, which is a
 * quarter of what the database would choose; of a quarter of this the file would be larger by half. See decision 27.
 */
const blockBytes = '65536';

/** How a database is opened, see `DuckDbEngineOptions`. */
interface OpenOptions {
  readonly readOnly: boolean;
  readonly memoryLimit?: string;
  readonly threads?: number;
}

/** Opens a database file; `:memory:` keeps it in memory. */
export async function openDatabase(path: string, options: OpenOptions): Promise<Database> {
  const file = path === ':memory:' ? null : await realPath(path);
  if (file !== null && held.has(file)) throw new MetricsError('locked', { path });
  if (file !== null) held.add(file);
  const { instance, connection } = await connect(path, options).catch((cause: unknown) => {
    if (file !== null) held.delete(file);
    throw openingTrouble(path, cause);
  });
  const wrap = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (cause) {
      throw troubleOf(path, cause);
    }
  };
  return {
    path,
    connection,
    async query(sql, values = []) {
      const reader = await wrap(connection.runAndReadAll(sql, boundValues(values)));
      const names = reader.deduplicatedColumnNames();
      return reader.getRows().map((row) => Object.fromEntries(names.map((name, index) => [name, plain(row[index])])));
    },
    async rows(sql, values = []) {
      return (await wrap(connection.runAndReadAll(sql, boundValues(values)))).getRows();
    },
    result: (sql, values = []) => wrap(connection.run(sql, boundValues(values))),
    async run(sql, values = []) {
      return (await wrap(connection.run(sql, boundValues(values)))).rowsChanged;
    },
    close() {
      connection.closeSync();
      instance.closeSync();
      if (file !== null) held.delete(file);
    },
  };
}

async function connect(path: string, options: OpenOptions) {
  // DuckDB opens a table of another kind as a database of its own in memory, and what is written into that is lost.
  if (path !== ':memory:' && isOtherFile(path)) throw new Error('It does not begin as a database does.');
  const instance = await DuckDBInstance.create(path, {
    access_mode: options.readOnly ? 'READ_ONLY' : 'READ_WRITE',
    // What a file seems to be must not make the database fetch an extension for it.
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    ...(path === ':memory:' ? {} : { temp_directory: `${path}.tmp`, default_block_size: blockBytes }),
    ...(options.memoryLimit === undefined ? {} : limitedMemory(options.memoryLimit)),
    ...(options.threads === undefined ? {} : { threads: String(options.threads) }),
  });
  const connection = await instance.connect();
  await connection.run(anyOrder);
  // So many rows of stories are looked for one by one, where the log is long: see `kept-stories`.
  await connection.run('SET index_scan_max_count = 200000');
  // Files that a query names are never read: all that comes in has been parsed and checked by us.
  await connection.run('SET enable_external_access = false');
  return { instance, connection };
}

/**
 * Settings that keep to a limit of memory. Beside it, row groups go to the disk one by one, where five would wait for one
 * another, and what the allocator keeps for later is given back: of an import of 1 M rows these take 60 and 150 MB off
 * the peak. Without a limit they would make many small statements slower by a third.
 */
function limitedMemory(limit: string): Record<string, string> {
  return {
    memory_limit: limit,
    write_buffer_row_group_count: '1',
    allocator_flush_threshold: '1MB',
    allocator_bulk_deallocation_flush_threshold: '2MB',
  };
}

async function realPath(path: string): Promise<string> {
  return realpath(path).catch(async () =>
    join(await realpath(dirname(path)).catch(() => dirname(path)), basename(path)),
  );
}

/** The error for what went wrong while a file was opened: what is not known to be something else is no database. */
export function openingTrouble(path: string, cause: unknown): unknown {
  if (cause instanceof MetricsError) return cause;
  const trouble = troubleOf(path, cause);
  if (trouble instanceof MetricsError && trouble.code !== 'not-a-database') return trouble;
  const reason = isOtherFile(path) ? 'it is a file of another kind' : shortReason(path, cause);
  return new MetricsError('not-a-database', { path, reason }, { cause });
}

/** Whether a file does not begin as those of DuckDB do. What the database itself says then may be about what it took the file for. */
function isOtherFile(path: string): boolean {
  try {
    const head = Buffer.alloc(12);
    const file = openSync(path, 'r');
    try {
      return readSync(file, head) > 0 && head.toString('latin1', 8) !== 'DUCK';
    } finally {
      closeSync(file);
    }
  } catch {
    return false;
  }
}

/** Runs work in a transaction, which a failure takes back. */
export async function inTransaction<T>(database: Database, work: () => Promise<T>): Promise<T> {
  await database.run('BEGIN TRANSACTION');
  try {
    const result = await work();
    await database.run('COMMIT');
    return result;
  } catch (cause) {
    await database.run('ROLLBACK').catch(() => undefined);
    throw cause;
  }
}

/**
 * Runs work in which rows are appended to tables of many columns. Where rows may come in any order, two threads share them,
 * which takes twice as long for few of them, and each portion waits in memory on its own until the transaction ends: twenty
 * times the room of one that goes on where the last one ended, and goes to the disk. A transaction that failed lets nothing
 * be set: then it stays so until the next such work is done, which costs time and nothing else.
 */
export async function inOrder<T>(database: Database, work: () => Promise<T>): Promise<T> {
  await database.run('SET preserve_insertion_order = true');
  try {
    return await work();
  } finally {
    await database.run(anyOrder).catch(() => undefined);
  }
}

const anyOrder = 'SET preserve_insertion_order = false';

/** Nothing where there are none: then statements are made ready on another thread than this one, and run at once. */
function boundValues(values: readonly Bound[]): DuckDBValue[] | undefined {
  return values.length === 0 ? undefined : values.map(valueOfBound);
}

function valueOfBound(value: Bound): DuckDBValue {
  return value instanceof Uint8Array ? blobValue(value) : value;
}

function plain(value: unknown): string | number | boolean | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return String(value);
}

/** The error of this package for what the database says; another one is given back as it is. */
export function troubleOf(path: string, cause: unknown): unknown {
  const text = cause instanceof Error ? cause.message : String(cause);
  if (/could not set lock|conflicting lock|already open|being used by another process/i.test(text))
    return new MetricsError('locked', { path }, { cause });
  if (/no space left|disk full|could not write|failed to write/i.test(text))
    return new MetricsError('disk-full', { path }, { cause });
  if (/not a valid duckdb database|serialization|corrupt|could not read/i.test(text)) {
    return new MetricsError('not-a-database', { path, reason: shortReason(path, cause) }, { cause });
  }
  if (/database does not exist|cannot open file/i.test(text))
    return new MetricsError('no-database', { path }, { cause });
  return cause;
}

/** The first sentence of what the database says, without the path that the message names anyway. */
function shortReason(path: string, cause: unknown): string {
  const text = cause instanceof Error ? cause.message : String(cause);
  const [first = text] = text.split(/\.\s|\n/);
  return first
    .replace(/^[A-Z][A-Za-z]* Error: /, '')
    .replaceAll(path, 'it')
    .slice(0, 200);
}
