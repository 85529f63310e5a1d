import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { dayOf, zoneOffsets } from '../facts/zone-days.ts';
import { daySql } from './fold-sql.ts';

describe('daySql', () => {
  it.each(['UTC', 'Europe/Berlin', 'America/Los_Angeles', 'Australia/Lord_Howe', 'America/Sao_Paulo', 'Pacific/Apia'])(
    'cuts days in %s as dayOf does, to the millisecond around each change',
    async (zone) => {
      const range = { fromMs: 0, toMs: Date.UTC(2030, 0, 1) };
      const offsets = zoneOffsets(zone, range);
      const midnights = offsets.flatMap(({ fromMs, offsetMs }) => {
        const day = Math.floor((fromMs + offsetMs) / 86_400_000);
        return [fromMs, ...[0, 1, 2].map((later) => (day + later) * 86_400_000 - offsetMs)];
      });
      const times = [
        0,
        1,
        Date.UTC(9999, 11, 31, 23, 59, 59, 999),
        ...midnights.flatMap((at) => [at - 1, at, at + 1]),
      ].filter((at) => at >= 0);
      const instance = await DuckDBInstance.create(':memory:');
      const connection = await instance.connect();
      await connection.run('CREATE TABLE t (n INTEGER, time BIGINT)');
      await connection.run(`INSERT INTO t VALUES ${times.map((at, n) => `(${n}, ${at})`).join(', ')}`);
      const days = (await connection.runAndReadAll(`SELECT ${daySql('t.time', offsets)} FROM t ORDER BY n`))
        .getRows()
        .map(([day]) => day);
      connection.closeSync();
      instance.closeSync();
      const day = dayOf(offsets);
      expect(days).toEqual(times.map((at) => day(at)));
    },
  );
});
