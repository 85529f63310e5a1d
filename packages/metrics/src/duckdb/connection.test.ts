import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, describe, expect, it } from 'vitest';
import { MetricsError } from '../metrics-error.ts';
import { inTransaction, openDatabase, troubleOf } from './connection.ts';

describe('troubleOf', () => {
  it.each([
    ['IO Error: Could not set lock on file "/a.duckdb": Conflicting lock is held in node (PID 1).', 'locked'],
    [
      'IO Error: Cannot open file "a.duckdb": The process cannot access the file because it is being used by another process.',
      'locked',
    ],
    ['IO Error: Could not write file "/a.duckdb.wal": No space left on device', 'disk-full'],
    ['IO Error: The file "/a.duckdb" exists, but it is not a valid DuckDB database file!', 'not-a-database'],
    ['IO Error: Corrupt database file: computed checksum 1 does not match stored checksum 2', 'not-a-database'],
    ['IO Error: Cannot open database "/a.duckdb" in read-only mode: database does not exist', 'no-database'],
  ])('gives what the database says a code: %s', (message, code) => {
    const cause = new Error(message);
    const trouble = troubleOf('/a.duckdb', cause);
    expect(trouble).toBeInstanceOf(MetricsError);
    expect(trouble).toMatchObject({ code, cause });
    expect((trouble as Error).message).toContain('/a.duckdb');
  });

  it('leaves other errors as they are', () => {
    const cause = new Error('Binder Error: no such column');
    expect(troubleOf('/a.duckdb', cause)).toBe(cause);
  });
});

describe('openDatabase', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sameteam-connection-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('makes files of blocks of 64 KiB, and leaves one that stands the blocks that it has', async () => {
    const standing = join(folder, 'standing.duckdb');
    const instance = await DuckDBInstance.create(standing);
    instance.closeSync();
    const blockOf = async (path: string) => {
      const database = await openDatabase(path, { readOnly: false });
      const [row] = await database.query('SELECT block_size FROM pragma_database_size()');
      database.close();
      return row?.block_size;
    };
    expect(await blockOf(join(folder, 'made.duckdb'))).toBe(65_536);
    expect(await blockOf(standing)).toBe(262_144);
  });

  it('answers plain rows: numbers for integers, null, text, booleans', async () => {
    const database = await openDatabase(':memory:', { readOnly: false });
    const rows = await database.query(
      "SELECT 9007199254740991::BIGINT AS big, 7::HUGEINT AS huge, NULL AS none, 'ä😀' AS text, TRUE AS yes, $1 AS bound",
      ["it's"],
    );
    expect(rows).toEqual([{ big: 9_007_199_254_740_991, huge: 7, none: null, text: 'ä😀', yes: true, bound: "it's" }]);
    database.close();
  });

  it('reads no file that a statement names', async () => {
    const database = await openDatabase(':memory:', { readOnly: false });
    await expect(database.query(`SELECT * FROM read_text('${import.meta.filename}')`)).rejects.toThrow(
      /Permission|disabled/,
    );
    database.close();
  });
});

describe('inTransaction', () => {
  it('keeps all of a work that ends well, and nothing of one that fails', async () => {
    const database = await openDatabase(':memory:', { readOnly: false });
    await database.run('CREATE TABLE t (n INTEGER)');
    expect(
      await inTransaction(database, async () => {
        await database.run('INSERT INTO t VALUES (1)');
        return 'done';
      }),
    ).toBe('done');
    const failing = inTransaction(database, async () => {
      await database.run('INSERT INTO t VALUES (2)');
      throw new Error('on the way');
    });
    await expect(failing).rejects.toThrow('on the way');
    expect(await database.query('SELECT n FROM t')).toEqual([{ n: 1 }]);
    database.close();
  });
});
