import type { ClickHouseClient } from '@clickhouse/client';
import { appendEvents, createMemoryEngine, type Engine, EventBatchBuilder, parsePlan } from '@sameteam/metrics';
import { openClickHouseEngine } from '@sameteam/metrics/clickhouse';
import type { LeadEvent } from '@sameteam/model';
import { afterEach, describe, expect, it } from 'vitest';
import { agreementWith } from '../support/agreements.ts';
import { amount, assigned, captured, linked, opened, qualified, won } from '../support/events.ts';
import { nowMs } from '../support/team.ts';
import { wholePicture } from '../support/whole-picture.ts';
import { chdbClient } from './support/chdb-client.ts';

const agreement = agreementWith();
const recordedMs = Date.UTC(2027, 0, 1);

const log: readonly LeadEvent[] = [
  captured('ann', '2026-01-01', 'email'),
  qualified('ann', '2026-01-03', 'hot'),
  assigned('ann', '2026-01-04', 'sue'),
  captured('ben', '2026-01-02', 'paid'),
  captured('bea', '2026-01-05', 'paid'),
  linked('ben', '2026-01-06', 'bea'),
  opened('o1', '2026-01-07', ['ann'], amount(10)),
  won('o1', '2026-02-01', ['ann'], amount(12)),
];

let made = 0;
const databases: string[] = [];
function newDatabase(): string {
  const name = `store_${process.pid}_${++made}`;
  databases.push(name);
  return name;
}

const opened2: Engine[] = [];
async function open(database: string, client: ClickHouseClient = chdbClient(), readOnly = false): Promise<Engine> {
  const engine = await openClickHouseEngine({ client, database, agreement, readOnly });
  opened2.push(engine);
  return engine;
}

afterEach(async () => {
  for (const engine of opened2.splice(0)) await engine.close();
  for (const name of databases.splice(0)) await chdbClient().command({ query: `DROP DATABASE IF EXISTS ${name}` });
});

/** A client that does something else than it is told when rows are inserted. */
function clientWith(insert: (sql: string, send: () => Promise<unknown>) => Promise<unknown>): ClickHouseClient {
  return new Proxy(chdbClient(), {
    get(target, name) {
      if (name !== 'command') return Reflect.get(target, name, target);
      return (params: Parameters<ClickHouseClient['command']>[0]) => {
        const send = () => target.command(params);
        return params.query.startsWith('INSERT INTO') ? insert(params.query, send) : send();
      };
    },
  });
}

/** What the memory engine makes of the log. */
async function expected(events: readonly LeadEvent[] = log) {
  const engine = createMemoryEngine({ agreement });
  await appendEvents(engine, events, { recordedMs, id: 'a' });
  return wholePicture(engine);
}

describe('inserts that are sent again', () => {
  it('double nothing, whether the first one had come through or not', async () => {
    const twice = clientWith(async (_, send) => {
      await send();
      return send();
    });
    const engine = await open(newDatabase(), twice);
    const { verdicts, outcome } = await appendEvents(engine, log, { recordedMs, id: 'a' });
    expect(verdicts.every((verdict) => verdict === 'accepted')).toBe(true);
    expect(outcome).toMatchObject({ events: log.length });
    expect(await wholePicture(engine)).toEqual(await expected());
    expect(await engine.imports()).toHaveLength(1);
    expect(await engine.events('lead/ann')).toHaveLength(3);
    const again = await appendEvents(engine, log, { recordedMs: recordedMs + 1, id: 'b' });
    expect(again.verdicts.every((verdict) => verdict === 'duplicate')).toBe(true);
  });

  it('are sent again where the way to the server broke', async () => {
    const broken = new Set<string>();
    const shaky = clientWith(async (sql, send) => {
      const answer = await send();
      const table = /`(\w+)` \(/.exec(sql)?.[1] ?? sql;
      if (broken.has(table)) return answer;
      broken.add(table);
      throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
    });
    const engine = await open(newDatabase(), shaky);
    await appendEvents(engine, log, { recordedMs, id: 'a' });
    expect(broken.size).toBeGreaterThan(4);
    expect(await wholePicture(engine)).toEqual(await expected());
    expect(await engine.events('opportunity/o1')).toHaveLength(2);
  });
});

describe('an import that breaks off', () => {
  it('leaves nothing that is seen, and does not stand in the way of the next one', async () => {
    const database = newDatabase();
    const lost = await open(database);
    const session = await lost.beginImport({ recordedMs, id: 'a' });
    const builder = new EventBatchBuilder();
    for (const [group, event] of log.entries()) builder.add(group, event);
    await session.append(builder.take({ firstGroup: 0, groupCount: log.length }));
    await session.quarantine([{ file: 'x.csv', line: 1, column: null, code: 'bad', message: 'bad', raw: 'x' }]);
    await session.saveRecords('map', 'file', [{ key: 'k', state: 's' }]);

    const engine = await open(database);
    expect(await engine.status()).toMatchObject({ events: 0, leads: 0, quarantined: 0, firstEventMs: null });
    expect(await engine.events('lead/ann')).toEqual([]);
    expect(await engine.quarantined({ limit: 10 })).toEqual([]);
    const next = await engine.beginImport({ recordedMs, id: 'b' });
    expect(await next.recordStates('map', 'file', ['k'])).toEqual(new Map());
    await next.rollback();
    const { verdicts } = await appendEvents(engine, log, { recordedMs, id: 'a' });
    expect(verdicts.every((verdict) => verdict === 'accepted')).toBe(true);
    expect(await wholePicture(engine)).toEqual(await expected());
  });

  it('is whole when only the facts were missing: they are made when the store is opened', async () => {
    const database = newDatabase();
    const failing = clientWith(async (sql, send) => {
      if (sql.includes('leads_facts')) throw new Error('the process was killed');
      return send();
    });
    const dying = await open(database, failing);
    await expect(appendEvents(dying, log, { recordedMs, id: 'a' })).rejects.toThrow('killed');
    const engine = await open(database);
    expect(await engine.imports()).toHaveLength(1);
    expect(await wholePicture(engine)).toEqual(await expected());
  });

  it('keeps nothing of facts under bounds that were made by half: they are made when they are asked for again', async () => {
    let isBroken = false;
    const failing = clientWith(async (sql, send) => {
      if (isBroken && sql.includes('leads_facts_')) throw new Error('the table is full');
      return send();
    });
    const engine = await open(newDatabase(), failing);
    await appendEvents(engine, log, { recordedMs, id: 'a' });
    const plan = parsePlan({ metrics: ['captured'], asOf: '2026-01-20' }, { zone: agreement.timeZone, nowMs });
    isBroken = true;
    await expect(engine.run(plan)).rejects.toThrow('full');
    isBroken = false;
    const memory = createMemoryEngine({ agreement });
    await appendEvents(memory, log, { recordedMs, id: 'a' });
    const rows = await memory.run(plan);
    expect(rows[0]?.value).toBeGreaterThan(0);
    expect(await engine.run(plan)).toEqual(rows);
  });

  it('is refused where another process has imported meanwhile', async () => {
    const database = newDatabase();
    const first = await open(database);
    const second = await open(database);
    const session = await first.beginImport({ recordedMs, id: 'a' });
    await appendEvents(second, log, { recordedMs, id: 'b' });
    await expect(
      session.commit({ files: [], read: 0, accepted: 0, duplicates: 0, quarantined: 0 }),
    ).rejects.toMatchObject({ code: 'busy' });
    expect((await first.imports()).map(({ id }) => id)).toEqual(['b']);
    expect(await wholePicture(first)).toEqual(await expected());
  });
});

describe('a store', () => {
  it('is the same when it is opened again, by another process too', async () => {
    const database = newDatabase();
    const writer = await open(database);
    const reader = await open(database, chdbClient(), true);
    await appendEvents(writer, log, { recordedMs, id: 'a' });
    const picture = await wholePicture(writer);
    expect(picture).toEqual(await expected());
    expect(await wholePicture(reader)).toEqual(picture);
    await writer.close();
    expect(await wholePicture(await open(database))).toEqual(picture);
    await expect(reader.beginImport({ recordedMs })).rejects.toMatchObject({ code: 'read-only' });
  });

  it('has the same facts whether they were refreshed or made anew, its parts merged or not', async () => {
    const database = newDatabase();
    const engine = await open(database);
    for (const [index, event] of log.entries())
      await appendEvents(engine, [event], { recordedMs: recordedMs + index, id: `i${index}` });
    const picture = await wholePicture(engine);
    expect(picture).toEqual(await expected());
    await engine.rebuild();
    expect(await wholePicture(engine)).toEqual(picture);
    for (const table of ['events', 'leads_facts', 'imports', 'opportunities_facts'])
      await chdbClient().command({ query: `OPTIMIZE TABLE ${database}.${table} FINAL` });
    expect(await wholePicture(engine)).toEqual(picture);
    await engine.undoImport('i7', { recordedMs: recordedMs + 100 });
    expect(await wholePicture(engine)).toEqual(await expected(log.slice(0, 7)));
    const plan = parsePlan(
      { metrics: ['captured', 'won'], knownAt: new Date(recordedMs + 50).toISOString() },
      { zone: agreement.timeZone, nowMs },
    );
    const before = await engine.run(plan);
    expect(before.map(({ value }) => value)).toEqual([2, 1]);
  });

  it('is refused where the database is another’s, or of another format', async () => {
    const foreign = newDatabase();
    await chdbClient().command({ query: `CREATE DATABASE ${foreign}` });
    await chdbClient().command({ query: `CREATE TABLE ${foreign}.orders (id UInt64) ENGINE = MergeTree ORDER BY id` });
    await expect(open(foreign)).rejects.toMatchObject({ code: 'not-a-database' });
    await expect(open(newDatabase(), chdbClient(), true)).rejects.toMatchObject({ code: 'no-database' });
    const newer = newDatabase();
    await open(newer);
    await chdbClient().command({ query: `INSERT INTO ${newer}.meta VALUES ('format', '99', 2)` });
    await expect(open(newer)).rejects.toMatchObject({ code: 'newer-database' });
  });
});
