import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { type Engine, EventBatchBuilder, MetricsError, metricIds } from '@sameteam/metrics';
import { openDuckDbEngine } from '@sameteam/metrics/duckdb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { agreementWith } from '../support/agreements.ts';
import { amount, captured, event, linked, qualified, won } from '../support/events.ts';
import { journey } from '../support/journey.ts';
import { nowMs, teamOf } from '../support/team.ts';
import { wholePicture } from '../support/whole-picture.ts';

const agreement = agreementWith({ rates: { USD: 0.9 } });

const log = [
  ...journey('ann', { captured: '2026-01-01T01:00:00Z', mql: '2026-01-03', won: '2026-02-01', channel: 'email' }),
  ...journey('ben', { captured: '2026-01-31T23:30:00Z', channel: 'paid' }),
  won('deal', '2026-02-02', ['ben'], amount(10, 'USD')),
  captured('bea', '2026-01-15'),
  linked('ben', '2026-02-05', 'bea'),
];

describe('a database file', () => {
  let folder: string;
  let path: string;
  const opened: Engine[] = [];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sameteam-metrics-'));
    path = join(folder, 'team.duckdb');
  });

  afterEach(async () => {
    for (const engine of opened.splice(0)) await engine.close();
    rmSync(folder, { recursive: true });
  });

  async function open(options: Partial<Parameters<typeof openDuckDbEngine>[0]> = {}): Promise<Engine> {
    const engine = await openDuckDbEngine({ path, agreement, ...options });
    opened.push(engine);
    return engine;
  }

  it.each(['leads.csv', 'leads.json', 'leads.parquet'])('is not made of a table that is called %s', async (name) => {
    path = join(folder, name);
    writeFileSync(path, 'email,source\nann@acme.example,webinar\n');
    await expect(open()).rejects.toMatchObject({ code: 'not-a-database' });
    expect(readFileSync(path, 'utf8')).toBe('email,source\nann@acme.example,webinar\n');
  });

  async function fileWithLog(): Promise<object> {
    const engine = await open();
    await teamOf(engine, agreement).import(log);
    const picture = await wholePicture(engine);
    await engine.close();
    return picture;
  }

  async function refusal(options: Partial<Parameters<typeof openDuckDbEngine>[0]> = {}): Promise<MetricsError> {
    const error = await open(options).then(
      () => null,
      (cause: unknown) => cause,
    );
    expect(error).toBeInstanceOf(MetricsError);
    return error as MetricsError;
  }

  describe('keeps what was committed', () => {
    it('and gives the same rows when it is opened again, to write or to read', async () => {
      const before = await fileWithLog();
      expect(await wholePicture(await open())).toEqual(before);
      for (const engine of opened.splice(0)) await engine.close();
      expect(await wholePicture(await open({ readOnly: true }))).toEqual(before);
    });

    it('and goes on where it was: registry, duplicates, records, quarantine', async () => {
      const first = await open();
      await teamOf(first, agreement).import(log);
      const session = await first.beginImport({ recordedMs: nowMs, id: 'records' });
      await session.saveRecords('map', 'leads', [{ key: '1', state: 'a' }]);
      await session.quarantine([{ file: 'f', line: 2, column: null, code: 'c', message: 'm', raw: 'r' }]);
      await session.commit({ files: ['f'], read: 1, accepted: 0, duplicates: 0, quarantined: 1 });
      await first.close();
      const engine = await open();
      const team = teamOf(engine, agreement);
      expect((await engine.imports()).map(({ id }) => id)).toEqual(['i1', 'records']);
      expect(await engine.status()).toMatchObject({ engine: 'duckdb', quarantined: 1 });
      const again = await team.import([...log, qualified('ben', '2026-03-01')], { id: 'again' });
      expect(again.verdicts.filter((verdict) => verdict === 'accepted')).toHaveLength(1);
      const next = await engine.beginImport({ recordedMs: nowMs });
      expect([...(await next.recordStates('map', 'leads', ['1']))]).toEqual([['1', 'a']]);
      await next.rollback();
    });

    it('and nothing of an import that was never committed', async () => {
      const before = await fileWithLog();
      const engine = await open();
      const session = await engine.beginImport({ recordedMs: nowMs });
      await session.saveRecords('map', 'leads', [{ key: '1', state: 'a' }]);
      await engine.close();
      const later = await open();
      expect(await wholePicture(later)).toEqual(before);
      expect((await later.imports()).map(({ id }) => id)).toEqual(['i1']);
    });

    it('and of what is under way when it is closed all that was being committed, and nothing else', async () => {
      const session = await (await open()).beginImport({ recordedMs: nowMs, id: 'committing' });
      const builder = new EventBatchBuilder();
      for (const [group, event] of log.entries()) builder.add(group, event);
      const batch = builder.take({ firstGroup: 0, groupCount: log.length });
      await session.append(batch);
      const committing = session.commit({ files: [], read: 1, accepted: 1, duplicates: 0, quarantined: 0 });
      await opened[0]?.close();
      expect(await committing).toMatchObject({ events: log.length, leads: 2 });

      const engine = await open();
      const picture = await wholePicture(engine);
      const other = await engine.beginImport({ recordedMs: nowMs, id: 'appending' });
      const appending = other.append({ ...batch, sources: ['elsewhere'] });
      await engine.close();
      expect(new Set(await appending)).toEqual(new Set(['accepted']));
      await expect(other.append(batch)).rejects.toMatchObject({ code: 'closed' });
      const last = await open();
      expect(await wholePicture(last)).toEqual(picture);
      expect((await last.imports()).map(({ id }) => id)).toEqual(['committing']);
      expect((await teamOf(last, agreement).import([captured('cid', '2026-03-01')])).verdicts).toEqual(['accepted']);
      expect((await last.events('lead/cid')).map(({ subject }) => subject)).toEqual(['lead/cid']);
    });

    it('but not the personal fields among the events', async () => {
      const engine = await open();
      await teamOf(engine, agreement).import([
        event('lead.captured', 'lead/ann', '2026-01-01', { contact: { email: 'ann@acme.example', role: 'vp' } }),
      ]);
      await engine.close();
      const instance = await DuckDBInstance.create(path);
      const connection = await instance.connect();
      const text = async (sql: string) => JSON.stringify((await connection.runAndReadAll(sql)).getRowsJson());
      const tables = (await connection.runAndReadAll('SELECT table_name FROM duckdb_tables()')).getRows().flat();
      const holding: string[] = [];
      for (const table of tables)
        if ((await text(`SELECT * FROM "${table}"`)).includes('acme')) holding.push(String(table));
      expect(holding).toEqual(['personal']);
      expect(await text('SELECT data FROM event_texts')).toBe('[["{\\"contact\\":{\\"role\\":\\"vp\\"}}"]]');
      connection.closeSync();
      instance.closeSync();
    });
  });

  describe('opened only to be read', () => {
    it('answers everything that changes nothing', async () => {
      const before = await fileWithLog();
      const engine = await open({ readOnly: true });
      await engine.rebuild();
      expect(await wholePicture(engine)).toEqual(before);
      const early = { metrics: ['captured', 'won'], asOf: '2026-01-15', knownAt: '2027-06-01' };
      expect(await teamOf(engine, agreement).table(early, 'value')).toEqual([[2], [0]]);
      expect(await engine.events('lead/ann')).toHaveLength(2);
    });

    it('refuses in a sentence what would change it', async () => {
      await fileWithLog();
      const engine = await open({ readOnly: true });
      const changes = [
        () => engine.undoImport('i1', { recordedMs: nowMs }),
        () => engine.beginImport({ recordedMs: nowMs, id: 'new' }),
      ];
      for (const change of changes) {
        await expect(change()).rejects.toThrow(MetricsError);
        await expect(change()).rejects.toMatchObject({ code: 'read-only' });
      }
      expect((await engine.imports()).map(({ undoneMs }) => undoneMs)).toEqual([null]);
    });
  });

  describe('follows the agreement with which it is opened', () => {
    it('cuts its facts anew for another zone', async () => {
      await fileWithLog();
      const months = async (timeZone: string) => {
        const other = agreementWith({ timeZone, rates: { USD: 0.9 } });
        const engine = await open({ agreement: other });
        const rows = await teamOf(engine, other).table({ metrics: ['captured'], by: ['month'] }, 'value');
        await engine.close();
        return rows;
      };
      expect(await months('UTC')).toEqual([['2026-01', 2]]);
      // ann was captured at 20:00 on New Year's Eve in New York; ben is counted from bea's capture.
      expect(await months('America/New_York')).toEqual([
        ['2025-12', 1],
        ['2026-01', 1],
      ]);
      expect(await months('UTC')).toEqual([['2026-01', 2]]);
    });

    it('sorts its leads anew for other segments and exclusions, also when it only reads', async () => {
      await fileWithLog();
      const other = agreementWith({
        rates: { USD: 0.9 },
        segments: [{ id: 'mailed', when: { field: 'source.channel', is: 'email' } }],
        exclusions: [{ id: 'unpaid', when: { not: { field: 'source.channel', exists: true } } }],
      });
      for (const readOnly of [true, false, true]) {
        const engine = await open({ agreement: other, readOnly });
        const table = await teamOf(engine, other).table(
          { metrics: ['captured'], by: ['segment'] },
          'value',
          'excluded',
        );
        await engine.close();
        // bea, who came first, has no channel, and with her ben is excluded.
        expect(table).toEqual([
          ['mailed', 1, 0],
          [null, 0, 1],
        ]);
      }
    });

    it('or by the one of the last import where none is named, or else the default one', async () => {
      const bare = async () => {
        const engine = await openDuckDbEngine({ path });
        const { name, timeZone } = engine.agreement;
        await engine.close();
        return [name, timeZone];
      };
      expect(await bare()).toEqual(['Default agreement (nobody has written one yet)', 'UTC']);
      const first = agreementWith({ name: 'First', timeZone: 'Europe/Berlin', rates: { USD: 0.9 } });
      const engine = await open({ agreement: first });
      await teamOf(engine, first).import(log);
      await engine.close();
      expect(await bare()).toEqual(['First', 'Europe/Berlin']);
      // One that is only tried, by reading or with facts of its own, does not bind.
      const tried = agreementWith({ name: 'Tried', timeZone: 'Asia/Tokyo', rates: { USD: 0.9 } });
      for (const readOnly of [true, false]) {
        await (await open({ agreement: tried, readOnly })).close();
        expect(await bare()).toEqual(['First', 'Europe/Berlin']);
      }
    });

    it('sorts its leads by whatever it asks for', async () => {
      const first = await open();
      await teamOf(first, agreement).import([
        event('lead.captured', 'lead/ann', '2026-01-01', { company: { employees: 500 } }),
        captured('ben', '2026-01-02'),
      ]);
      await first.close();
      const asking = agreementWith({ segments: [{ id: 'large', when: { field: 'company.employees', atLeast: 200 } }] });
      const engine = await open({ agreement: asking });
      const table = await teamOf(engine, asking).table({ metrics: ['captured'], by: ['segment'] }, 'value');
      expect(table).toEqual([
        ['large', 1],
        [null, 1],
      ]);
    });
  });

  describe('is refused in a sentence', () => {
    it('when another engine of this process holds it', async () => {
      const first = await open();
      const error = await refusal();
      expect(error.code).toBe('locked');
      expect(error.message).toContain(path);
      await first.close();
      await open();
    });

    it('when another process holds it', async () => {
      await fileWithLog();
      const script = `
        const { DuckDBInstance } = await import('@duckdb/node-api');
        const instance = await DuckDBInstance.create(${JSON.stringify(path)});
        globalThis.held = [instance, await instance.connect()];
        console.log('open');
        setInterval(() => {}, 1000);`;
      const holder = spawn(process.execPath, ['--input-type=module', '-e', script], {
        cwd: import.meta.dirname,
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      try {
        await new Promise((resolve) => holder.stdout.once('data', resolve));
        for (const readOnly of [false, true]) {
          expect(await refusal({ readOnly })).toMatchObject({
            code: 'locked',
            message: `Cannot open ${path}: another process holds it. Stop that process (for example a running sameteam serve), or use another file. To read it beside serve, start serve with --read-only.`,
          });
        }
      } finally {
        const ended = new Promise((resolve) => holder.once('exit', resolve));
        holder.kill('SIGKILL');
        await ended;
      }
      await open();
    });

    it.each([
      ['text', () => Buffer.from('lead,won\nann,2026-01-01\n'.repeat(2000))],
      ['nothing', () => Buffer.alloc(0)],
      ['zeros', () => Buffer.alloc(50_000)],
      ['another kind of database', () => Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(8192)])],
      ['the first half of a database', () => readFileSync(path).subarray(0, Math.floor(readFileSync(path).length / 2))],
      ['the head of a database', () => readFileSync(path).subarray(0, 5000)],
      [
        'a database with broken bytes',
        () => {
          const bytes = Buffer.from(readFileSync(path));
          for (let at = 12_288; at < bytes.length; at += 97) bytes.writeUInt8(bytes.readUInt8(at) ^ 0xff, at);
          return bytes;
        },
      ],
    ])('when it holds %s', async (_, content) => {
      await fileWithLog();
      writeFileSync(path, content());
      const error = await refusal();
      expect(error.code).toBe('not-a-database');
      expect(error.message).toMatch(
        /^Cannot open \S+team\.duckdb: it is not a Sameteam database \(.{10,}\)\. Name another file, or import into a new one\.$/s,
      );
      expect(error.cause).toBeDefined();
    });

    it.each([
      ['tables of another program', 'CREATE TABLE customers (id INTEGER)', 'not-a-database'],
      ['a table `meta` of another program', 'CREATE TABLE meta (id INTEGER)', 'not-a-database'],
      [
        'the format of an earlier version',
        "CREATE TABLE meta (key VARCHAR, value VARCHAR); INSERT INTO meta VALUES ('format', '1')",
        'older-database',
      ],
      [
        'the format of a newer version',
        "CREATE TABLE meta (key VARCHAR, value VARCHAR); INSERT INTO meta VALUES ('format', '99')",
        'newer-database',
      ],
    ])('when it holds %s', async (_, sql, code) => {
      const instance = await DuckDBInstance.create(path);
      const connection = await instance.connect();
      await connection.run(sql);
      connection.closeSync();
      instance.closeSync();
      expect((await refusal()).code).toBe(code);
    });

    it('when it is only to be read and is not there, or lies in a folder that is not there', async () => {
      expect(await refusal({ readOnly: true })).toMatchObject({
        code: 'no-database',
        message: `There is no database at ${path}. Import something first, name another file, or begin an empty one: sameteam serve --new.`,
      });
      expect((await refusal({ path: join(folder, 'no', 'team.duckdb') })).code).toBe('no-database');
    });

    it('when its name makes the database take it for something else', async () => {
      const json = join(folder, 'package.json');
      writeFileSync(json, '{"name":"x"}\n');
      expect((await refusal({ path: json, readOnly: true })).message).toBe(
        `Cannot open ${json}: it is not a Sameteam database (it is a file of another kind). Name another file, or import into a new one.`,
      );
    });

    it('when it is a folder', async () => {
      expect((await refusal({ path: folder })).code).toBe('not-a-database');
    });
  });

  describe('looks for identities and subjects by numbers', () => {
    /** Changes the file by plain SQL, as another version of the database or chance would have made it. */
    async function change(...statements: readonly string[]): Promise<void> {
      const instance = await DuckDBInstance.create(path);
      const connection = await instance.connect();
      for (const sql of statements) await connection.run(sql);
      connection.closeSync();
      instance.closeSync();
    }

    it('that are made anew where the database hashes otherwise', async () => {
      const picture = await fileWithLog();
      await change(
        'UPDATE event_texts SET key = 7',
        'UPDATE subjects SET key = 7',
        "UPDATE meta SET value = 'of another version' WHERE key = 'keys'",
      );
      const engine = await open();
      const { verdicts } = await teamOf(engine, agreement).import(log, { id: 'again' });
      expect(new Set(verdicts)).toEqual(new Set(['duplicate']));
      await engine.undoImport('again', { recordedMs: nowMs });
      expect(await wholePicture(engine)).toEqual(picture);
    });

    it('and compares as text what they find', async () => {
      await fileWithLog();
      const fresh = captured('cid', '2026-03-01');
      await change(
        `UPDATE event_texts SET key = hash('${fresh.id}')`,
        "UPDATE subjects SET key = hash('lead/cid') WHERE subject = 'lead/ann'",
      );
      const engine = await open();
      const { verdicts, outcome } = await teamOf(engine, agreement).import([fresh], { id: 'fresh' });
      expect(verdicts).toEqual(['accepted']);
      expect(outcome.leads).toBe(3);
      expect((await engine.events('lead/cid')).map(({ id }) => id)).toEqual([fresh.id]);
    });
  });

  it('answers every metric for a store that holds nothing', async () => {
    const rows = await teamOf(await open(), agreement).report({ metrics: metricIds });
    expect(rows).toHaveLength(metricIds.length);
  });

  it('holds an event of the last possible day without much ado', async () => {
    const berlin = agreementWith({ timeZone: 'Europe/Berlin' });
    const team = teamOf(await open({ agreement: berlin }), berlin);
    await team.import([captured('ann', '2026-01-01'), captured('ben', '9999-12-31')]);
    expect(await team.table({ metrics: ['captured'] }, 'value')).toEqual([[1]]);
    const request = { metrics: ['captured'], by: ['day', 'source.channel'], asOf: '9999-12-31T23:00:00Z' };
    await expect(team.report(request)).rejects.toMatchObject({ code: 'too-many-cells' });
    expect((await team.table({ ...request, by: ['year'] }, 'value')).at(-1)).toEqual(['9999', 1]);
  });
});
