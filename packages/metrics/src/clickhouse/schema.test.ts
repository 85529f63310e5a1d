import { describe, expect, it } from 'vitest';
import { factTables, storeTables, tableSql } from './schema.ts';
import { quotedName } from './sql-text.ts';

const database = (cluster: string | null) => ({
  name: 'team',
  cluster,
  table: (table: string) => `${quotedName('team')}.${quotedName(table)}`,
});

describe('tables of a store', () => {
  it('replace rows of one key on one node', () => {
    const [sql, ...others] = [...storeTables, ...factTables].flatMap((table) => tableSql(database(null), table));
    expect(sql).toBe(
      'CREATE TABLE IF NOT EXISTS `team`.`meta` (key String, value String, version UInt64) ENGINE = ReplacingMergeTree(version) ORDER BY (key)',
    );
    for (const other of others) expect(other).toMatch(/ENGINE = ReplacingMergeTree\([a-z_, ]*\) ORDER BY \(/);
  });

  it('have a part on every shard of a cluster, replicated, where they are sharded', () => {
    const events = storeTables.find(({ name }) => name === 'events');
    const [local, whole, ...others] = tableSql(database('main'), events ?? storeTables[0]!);
    expect(others).toEqual([]);
    expect(local).toContain('CREATE TABLE IF NOT EXISTS `team`.`events_local` ON CLUSTER `main` (subject String');
    expect(local).toContain(
      "ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{shard}/team/events', '{replica}') ORDER BY (subject, time, type, source, id, import)",
    );
    expect(whole).toBe(
      'CREATE TABLE IF NOT EXISTS `team`.`events` ON CLUSTER `main` AS `team`.`events_local` ENGINE = Distributed(`main`, `team`, `events_local`, cityHash64(subject))',
    );
  });

  it('stand whole on each node of a cluster otherwise', () => {
    const [sql, ...others] = tableSql(database('main'), storeTables[0]!);
    expect(others).toEqual([]);
    expect(sql).toContain(
      "ReplicatedReplacingMergeTree('/clickhouse/tables/all/team/meta', '{shard}-{replica}', version)",
    );
  });

  it('keep all facts of a lead on one shard', () => {
    for (const table of factTables) {
      const [, whole] = tableSql(database('main'), table);
      expect(whole).toMatch(/cityHash64\(of\)\)$/);
      expect(table.holds).toEqual(['fact_version', 'is_deleted']);
    }
  });
});
