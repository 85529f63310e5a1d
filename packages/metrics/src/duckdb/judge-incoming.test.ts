import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { captured } from '../../test/support/events.ts';
import type { EventBatch } from '../batch/event-batch.ts';
import { EventBatchBuilder } from '../batch/event-batch-builder.ts';
import { type ImportMemory, importMemory } from '../store/recent-keys.ts';
import { type Database, openDatabase } from './connection.ts';
import { incomingJudge } from './judge-incoming.ts';
import { logWriter } from './log-writer.ts';
import { storeTables } from './schema.ts';
import { readHeads } from './store-heads.ts';

const forgetful: ImportMemory = { keysOf: (_, count) => new Int32Array(count * 2), most: 100 };

function batchOf(...ids: readonly string[]): EventBatch {
  const builder = new EventBatchBuilder();
  for (const [group, id] of ids.entries())
    builder.add(group, { ...captured(id.slice(0, 1), '2026-01-01'), id, source: id.includes('!') ? 'other' : 'one' });
  return builder.take({ firstGroup: 0, groupCount: ids.length });
}

describe('incomingJudge', () => {
  let database: Database;

  beforeEach(async () => {
    database = await openDatabase(':memory:', { readOnly: false });
    for (const sql of storeTables) await database.run(sql);
  });

  afterEach(() => database.close());

  /** Judges and keeps batches one after another; answers the verdicts of each. */
  async function judged(memory: ImportMemory, batches: readonly EventBatch[], importNumber = 1) {
    await database.run(`INSERT INTO imports (number) VALUES (${importNumber})`);
    const [row] = await database.query('SELECT count(*) AS n FROM events');
    const judge = incomingJudge(database, { hasEvents: Number(row?.n) > 0, erased: new Set(), memory });
    const writer = logWriter(database, { importNumber, memory, heads: await readHeads(database) });
    const verdicts: string[] = [];
    for (const batch of batches) {
      const sources = batch.source.map((place) => (batch.sources[place] === 'one' ? 1 : 2));
      const result = await judge.judge(batch, sources);
      verdicts.push(result.verdicts.map((verdict) => verdict[0]).join(''));
      const { kept } = result;
      const keptSources = kept.source.map((place) => (kept.sources[place] === 'one' ? 1 : 2));
      if (kept.count > 0) await writer.append(kept, keptSources);
    }
    return verdicts;
  }

  it.each([
    ['a memory', importMemory(1)],
    ['a memory in which all ids look alike', forgetful],
    ['a memory for one id', { ...importMemory(1), most: 0 }],
    ['a memory for one id, in which all look alike', { ...forgetful, most: 0 }],
  ])('knows what came before with %s', async (_, memory) => {
    const batches = [batchOf('a1', 'b1'), batchOf('a1', 'c1'), batchOf('c1', 'b1', 'd1', 'd1'), batchOf('d1', 'e1')];
    expect(await judged(memory, batches)).toEqual(['aa', 'da', 'ddad', 'da']);
    expect(await judged(memory, [batchOf('e1', 'f1'), batchOf('f1', 'a1')], 2)).toEqual(['da', 'dd']);
    await database.run('UPDATE imports SET undone = 1 WHERE number = 1');
    expect(await judged(memory, [batchOf('f1', 'a1'), batchOf('a1')], 3)).toEqual(['da', 'd']);
    const [row] = await database.query('SELECT count(*) AS events, count(DISTINCT seq) AS seqs FROM events');
    expect(row).toEqual({ events: 7, seqs: 7 });
  });

  it('knows the same id of two sources apart', async () => {
    const other = batchOf('a!');
    const same = { ...other, id: batchOf('a1').id };
    expect(await judged(importMemory(1), [batchOf('a1'), same, same])).toEqual(['a', 'a', 'd']);
  });
});
