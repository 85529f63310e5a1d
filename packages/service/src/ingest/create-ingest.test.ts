import { defaultAgreement } from '@sameteam/agreement';
import { createMemoryEngine, type Engine } from '@sameteam/metrics';
import { openDuckDbEngine } from '@sameteam/metrics/duckdb';
import { afterAll, describe, expect, it } from 'vitest';
import { arrivalMs, leadEvent } from '../../test/lead-events.ts';
import { decodeEvents, sentItems } from '../cloud-events/decode-events.ts';
import type { ArrivedItem } from './arrived-item.ts';
import { createIngest, type IngestOptions } from './create-ingest.ts';

const opened: Engine[] = [];
afterAll(() => Promise.all(opened.map((engine) => engine.close())));

const engines = [
  ['memory', async () => createMemoryEngine({ agreement: defaultAgreement })],
  ['DuckDB', () => openDuckDbEngine({ path: ':memory:', agreement: defaultAgreement, threads: 1 })],
] as const;

describe.each(engines)('createIngest on %s', (_name, makeEngine) => {
  async function open(options: Partial<IngestOptions> = {}) {
    const engine = await makeEngine();
    opened.push(engine);
    const all = { engine, agreement: defaultAgreement, clock: () => arrivalMs, webCrypto: globalThis.crypto };
    const ingest = createIngest({ ...all, ...options });
    return { engine, ingest, send: (value: unknown) => ingest.events(sentItems(value)) };
  }

  it('gives each item its verdict, stores what is sound, and keeps the rest for a look', async () => {
    const { engine, send } = await open();
    const answer = await send([
      leadEvent('1'),
      leadEvent('2', { time: 'yesterday' }),
      3,
      leadEvent('1'),
      leadEvent('4'),
    ]);
    expect(answer).toMatchObject({ received: 5, accepted: 2, duplicates: 1, quarantined: 2 });
    expect(
      answer.items.map(({ index, verdict, source, id, subject }) => [index, verdict, source, id, subject]),
    ).toEqual([
      [0, 'accepted', '/form', '1', 'lead/1'],
      [1, 'quarantined', '/form', '2', 'lead/2'],
      [2, 'quarantined', null, null, null],
      [3, 'duplicate', '/form', '1', 'lead/1'],
      [4, 'accepted', '/form', '4', 'lead/4'],
    ]);
    expect(answer.items[1]?.issues).toEqual([
      expect.objectContaining({ code: 'bad-time', pointer: '/time', found: '"yesterday"', nearest: null }),
    ]);
    expect(await engine.status()).toMatchObject({ events: 2, leads: 2, quarantined: 2 });
    const imports = await engine.imports();
    expect(imports).toEqual([
      expect.objectContaining({
        id: answer.import,
        files: ['/v1/events'],
        read: 5,
        accepted: 2,
        duplicates: 1,
        quarantined: 2,
      }),
    ]);
    expect(imports[0]?.recordedMs).toBe(arrivalMs);
    expect(await engine.quarantined({ limit: 10 })).toEqual([
      expect.objectContaining({
        file: '/v1/events',
        line: 2,
        column: '/time',
        code: 'bad-time',
        raw: expect.stringContaining('"yesterday"'),
      }),
      expect.objectContaining({ file: '/v1/events', line: 3, column: null, code: 'not-an-event', raw: '3' }),
    ]);
  });

  it('registers no import for duplicates alone, nor for nothing', async () => {
    const { engine, send } = await open();
    const first = await send([leadEvent('1'), leadEvent('2')]);
    expect(await send([leadEvent('2'), leadEvent('1')])).toMatchObject({ duplicates: 2, import: null });
    expect(await send([])).toEqual({
      received: 0,
      accepted: 0,
      duplicates: 0,
      quarantined: 0,
      import: null,
      items: [],
    });
    expect((await engine.imports()).map(({ id }) => id)).toEqual([first.import]);
  });

  it('takes an event back with its import, after which it can come again', async () => {
    const { engine, send } = await open();
    const { import: id } = await send(leadEvent('1'));
    await engine.undoImport(id as string, { recordedMs: arrivalMs });
    expect(await send(leadEvent('1', { data: {} }))).toMatchObject({ accepted: 1 });
  });

  it('refuses other content under an id that stands, and says what to do', async () => {
    const { engine, send } = await open();
    await send(leadEvent('1'));
    const answer = await send([leadEvent('1', { data: { source: { channel: 'event' } } }), leadEvent('1')]);
    expect(answer).toMatchObject({ accepted: 0, duplicates: 1, quarantined: 1, import: null });
    expect(answer.items[0]?.issues).toEqual([
      expect.objectContaining({
        code: 'conflict',
        pointer: '',
        message: expect.stringContaining('under an id of its own'),
      }),
    ]);
    expect(await engine.quarantined({ limit: 10 })).toEqual([expect.objectContaining({ code: 'conflict', line: 1 })]);
  });

  it('refuses what is about somebody who was erased, and keeps nothing of it', async () => {
    const seen: ArrivedItem[] = [];
    const { engine, send } = await open({ onArrival: (item) => seen.push(item) });
    await send(leadEvent('1'));
    await send(leadEvent('e', { type: 'record.erased', subject: 'lead/1', data: { ground: 'gdpr_17_1_b' } }));
    const answer = await send(leadEvent('2', { subject: 'lead/1' }));
    expect(answer).toMatchObject({
      quarantined: 1,
      import: null,
      items: [{ verdict: 'quarantined', issues: [{ code: 'erased', pointer: '/subject' }] }],
    });
    expect(await engine.quarantined({ limit: 10 })).toEqual([expect.objectContaining({ code: 'erased', raw: '' })]);
    expect(seen.at(-1)).toMatchObject({ verdict: 'quarantined', raw: '', id: '2' });
    expect(JSON.stringify([answer, await engine.quarantined({ limit: 10 }), seen.at(-1)])).not.toContain(
      'acme.example',
    );
  });

  it('keeps what holds halves of characters, and takes what stands beside it', async () => {
    const { engine, send } = await open();
    const answer = await send([
      leadEvent('1'),
      leadEvent('2', { data: { '\ud800': 1 } }),
      leadEvent('3', { data: { [`x${'😀'.repeat(50)}`]: 1 } }),
      leadEvent('4', { data: { 'a\0b': 1 } }),
      leadEvent('5'),
    ]);
    expect(answer).toMatchObject({ accepted: 2, quarantined: 3 });
    expect(await engine.quarantined({ limit: 10 })).toHaveLength(3);
  });

  it('takes back what the same source sent, and nothing else', async () => {
    const { engine, send } = await open();
    const { import: id } = await send(leadEvent('1'));
    const retraction = (source: string, target: object) =>
      leadEvent(`r${source}`, { source, type: 'event.retracted', data: { target, reason: 'a test' } });
    const answer = await send([
      retraction('/evil', { import: id }),
      retraction('/other', { source: '/form', id: '1' }),
      retraction('/form', { source: '/form', id: '1' }),
    ]);
    expect(answer.items.map(({ verdict, issues }) => [verdict, issues[0]?.code, issues[0]?.pointer])).toEqual([
      ['quarantined', 'not-permitted', '/data/target/import'],
      ['quarantined', 'not-permitted', '/data/target/source'],
      ['accepted', undefined, undefined],
    ]);
    expect((await engine.events('lead/1')).map(({ id, retracted }) => [id, retracted])).toContainEqual(['1', true]);
  });

  it('knows an event again in another mode', async () => {
    const { send, ingest } = await open();
    const { data, ...attributes } = leadEvent('1');
    const headers = Object.entries(attributes).map(([name, value]): [string, string] => [`ce-${name}`, String(value)]);
    const binary = decodeEvents(
      [['content-type', 'application/json'], ...headers],
      new TextEncoder().encode(JSON.stringify(data)),
    );
    expect(await ingest.events(binary)).toMatchObject({ accepted: 1 });
    expect(await send(leadEvent('1'))).toMatchObject({ duplicates: 1 });
    expect(await send(leadEvent('1', { datacontenttype: 'application/json' }))).toMatchObject({ duplicates: 1 });
    expect((await send(leadEvent('2', { datacontenttype: 'text/xml' }))).items[0]?.issues[0]?.pointer).toBe(
      '/datacontenttype',
    );
  });

  it('refuses what has not happened yet, by its own clock', async () => {
    const { send } = await open();
    const at = (time: string) => leadEvent(time, { subject: 'lead/1', time });
    const answer = await send([at('2026-03-01T12:04:59Z'), at('2026-03-01T12:05:01Z'), at('9999-01-01T00:00:00Z')]);
    expect(answer.items.map(({ verdict, issues }) => [verdict, issues[0]?.code])).toEqual([
      ['accepted', undefined],
      ['quarantined', 'time-in-future'],
      ['quarantined', 'time-in-future'],
    ]);
  });

  it('tells who watches of each item, once it is stored, in the order of its request', async () => {
    const seen: (ArrivedItem & { readonly isCommitted: boolean })[] = [];
    let isCommitted = false;
    const { engine, send } = await open({
      onArrival: (item) => {
        seen.push({ ...item, isCommitted });
        throw new Error('what watches is broken');
      },
    });
    const begin = engine.beginImport.bind(engine);
    Object.assign(engine, {
      beginImport: async (options: Parameters<Engine['beginImport']>[0]) => {
        const session = await begin(options);
        const commit = async (summary: Parameters<typeof session.commit>[0]) => {
          const outcome = await session.commit(summary);
          isCommitted = true;
          return outcome;
        };
        return { ...session, commit };
      },
    });
    expect(await send([leadEvent('1'), { id: 5 }])).toMatchObject({ accepted: 1, quarantined: 1 });
    expect(
      seen.map(({ route, index, verdict, receivedMs, isCommitted }) => [
        route,
        index,
        verdict,
        receivedMs,
        isCommitted,
      ]),
    ).toEqual([
      ['/v1/events', 0, 'accepted', arrivalMs, true],
      ['/v1/events', 1, 'quarantined', arrivalMs, true],
    ]);
    expect(JSON.parse(seen[0]?.raw as string)).toEqual(leadEvent('1'));
    expect(seen[1]).toMatchObject({ raw: '{"id":5}', issues: [{ code: 'missing', pointer: '/type' }] });
  });

  it('accepts one of two that come at once with the same event', async () => {
    const { engine, send } = await open();
    const answers = await Promise.all([send(leadEvent('0')), ...Array.from({ length: 5 }, () => send(leadEvent('1')))]);
    expect(answers.slice(1).map(({ accepted, duplicates }) => [accepted, duplicates])).toEqual([
      [1, 0],
      ...Array.from({ length: 4 }, () => [0, 1]),
    ]);
    expect(answers[1]?.import).not.toBeNull();
    expect(answers.slice(2).map((answer) => answer.import)).toEqual([null, null, null, null]);
    expect((await engine.status()).events).toBe(2);
  });

  it('commits 200 single posts in few commits', async () => {
    const { engine, send } = await open();
    const answers = await Promise.all(Array.from({ length: 200 }, (_, lead) => send(leadEvent(String(lead)))));
    expect(answers.every(({ accepted }) => accepted === 1)).toBe(true);
    expect((await engine.status()).events).toBe(200);
    expect((await engine.imports()).length).toBeLessThan(10);
  });

  it.each([
    ['keeps what can be committed alone of a commit that fails', 2, 'fulfilled'],
    ['rejects all where no commit goes through, keeps nothing, and goes on', 5, 'rejected'],
  ])('%s', async (_what, lastFailing, status) => {
    const { engine, send } = await open();
    const begin = engine.beginImport.bind(engine);
    const failure = new Error('the disk is full');
    let begun = 0;
    Object.assign(engine, {
      beginImport: async (options: Parameters<Engine['beginImport']>[0]) => {
        const session = await begin(options);
        begun += 1;
        return begun >= 2 && begun <= lastFailing ? { ...session, commit: () => Promise.reject(failure) } : session;
      },
    });
    expect(await send(leadEvent('0'))).toMatchObject({ accepted: 1 });
    const shared = [send(leadEvent('1')), send(leadEvent('2')), send(3)];
    const isKept = status === 'fulfilled';
    expect((await Promise.allSettled(shared)).map((each) => each.status)).toEqual(shared.map(() => status));
    expect(await engine.status()).toMatchObject({ events: isKept ? 3 : 1, quarantined: isKept ? 1 : 0 });
    expect(await send([leadEvent('1'), leadEvent('2')])).toMatchObject({ accepted: isKept ? 0 : 2 });
  });

  it('tells the quality of what arrived since it was opened', async () => {
    const { send, ingest } = await open();
    expect(ingest.quality()).toEqual({ since: '2026-03-01T12:00:00.000Z', sources: [] });
    await send([leadEvent('1'), leadEvent('1'), leadEvent('2', { data: {} }), { source: '/other' }]);
    expect(ingest.quality().sources).toEqual([
      expect.objectContaining({
        ...{ source: '/form', received: 3, accepted: 2, duplicates: 1, quarantined: 0, leads: 2 },
        complete: [{ field: 'source.channel', present: 1, of: 2, share: 0.5 }],
        emails: { given: 1, invalid: 0, share: 0 },
      }),
      expect.objectContaining({ source: '/other', quarantined: 1, codes: [{ code: 'missing', count: 1 }] }),
    ]);
  });
});
