import { defaultAgreement } from '@sameteam/agreement';
import { flatLeadSchema, leadAnswerSchema } from '@sameteam/api';
import { flatLeadFields } from '@sameteam/connectors/flat';
import { createMemoryEngine, type Engine } from '@sameteam/metrics';
import { openDuckDbEngine } from '@sameteam/metrics/duckdb';
import { afterAll, describe, expect, it } from 'vitest';
import { arrivalMs, leadEvent } from '../../test/lead-events.ts';
import { sentItems } from '../cloud-events/decode-events.ts';
import type { ArrivedItem } from './arrived-item.ts';
import { createIngest, type IngestOptions } from './create-ingest.ts';

const opened: Engine[] = [];
afterAll(() => Promise.all(opened.map((engine) => engine.close())));

const engines = [
  ['memory', async () => createMemoryEngine({ agreement: defaultAgreement })],
  ['DuckDB', () => openDuckDbEngine({ path: ':memory:', agreement: defaultAgreement, threads: 1 })],
] as const;

describe.each(engines)('a flat lead on %s', (_name, makeEngine) => {
  async function open(options: Partial<IngestOptions> = {}) {
    const engine = options.engine ?? (await makeEngine());
    opened.push(engine);
    let nowMs = arrivalMs;
    const clock = () => nowMs;
    const ingest = createIngest({
      agreement: defaultAgreement,
      clock,
      webCrypto: globalThis.crypto,
      ...options,
      engine,
    });
    const later = (ms: number) => {
      nowMs += ms;
    };
    const send = async (fields: unknown) => {
      const answer = await ingest.lead(fields);
      expect(leadAnswerSchema.strict().parse(answer)).toEqual(answer);
      return answer;
    };
    return { engine, ingest, send, later };
  }

  it('is accepted, and stored as an event that tells no more than it', async () => {
    const { engine, send } = await open();
    const answer = await send({ id: '7', vendor: 'webinar-co', email: 'Ann@Acme.example', source: 'webinar' });
    expect(answer).toEqual({
      verdict: 'accepted',
      id: '7',
      lead: 'lead/webinar-co:7',
      earlier: null,
      issues: [],
      hints: [],
      message: 'Accepted as lead/webinar-co:7.',
    });
    expect(await engine.events('lead/webinar-co:7')).toEqual([
      expect.objectContaining({ source: '/leads/webinar-co', id: '7', type: 'lead.captured', timeMs: arrivalMs }),
    ]);
    expect(await engine.imports()).toEqual([expect.objectContaining({ files: ['/v1/leads'], read: 1, accepted: 1 })]);
  });

  it('gets an id of its own where it has none, by which nobody can be guessed', async () => {
    const one = await open();
    const other = await open();
    const lead = { email: 'ann@acme.example', source: 'webinar' };
    const { id, lead: subject } = await one.send(lead);
    expect(id).toMatch(/^[0-9a-f]{32}$/);
    expect(subject).toBe(`lead/web:${id}`);
    expect((await other.send(lead)).id).not.toBe(id);
    expect((await one.send({ ...lead, email: 'bob@acme.example' })).id).not.toBe(id);
    const restarted = await open({ engine: one.engine });
    expect((await restarted.send(lead)).verdict).toBe(one.engine.capabilities.isPersistent ? 'duplicate' : 'accepted');
  });

  it('is a duplicate when it comes again later without a time, and says of which', async () => {
    const { engine, send, later } = await open();
    for (const lead of [
      { email: 'ann@acme.example', source: 'webinar' },
      { id: '7', phone: '+49 30 23125042' },
    ]) {
      const first = await send(lead);
      const recordedAt = new Date((await engine.imports()).at(-1)?.recordedMs ?? 0).toISOString();
      later(90_061_001);
      const again = await send(lead);
      expect(again).toMatchObject({
        verdict: 'duplicate',
        id: first.id,
        lead: first.lead,
        earlier: { id: first.id, lead: first.lead, recordedAt },
        issues: [],
      });
      expect(again.message).toContain(`A duplicate of ${first.lead}, which came on ${recordedAt}`);
      expect(await send({ source: '', ...lead })).toMatchObject({ verdict: 'duplicate' });
    }
    expect(await engine.imports()).toHaveLength(2);
    expect((await engine.status()).quarantined).toBe(0);
  });

  it('keeps the time that was sent, in whatever zone', async () => {
    const { engine, send, later } = await open();
    const lead = { id: '7', email: 'ann@acme.example', time: '2026-03-01T12:00:00.5+02:00' };
    expect(await send(lead)).toMatchObject({ verdict: 'accepted' });
    expect((await engine.events('lead/web:7'))[0]?.timeMs).toBe(Date.UTC(2026, 2, 1, 10, 0, 0, 500));
    later(1000);
    expect(await send(lead)).toMatchObject({ verdict: 'duplicate' });
    expect(await send({ ...lead, time: '2026-03-01T10:00:00.500Z' })).toMatchObject({ verdict: 'duplicate' });
    const { time: _, ...without } = lead;
    expect(await send(without)).toMatchObject({ verdict: 'duplicate', earlier: { id: '7' } });
    expect(await send({ ...lead, time: '2026-03-01T12:00:00Z' })).toMatchObject({ verdict: 'refused' });
  });

  it('is refused with other values under an id that stands, and says which came before', async () => {
    const { engine, send, later } = await open();
    await send({ id: '7', email: 'ann@acme.example', source: 'webinar' });
    later(60_000);
    const answer = await send({ id: '7', email: 'bob@acme.example', source: 'webinar' });
    expect(answer).toMatchObject({
      verdict: 'refused',
      id: '7',
      lead: 'lead/web:7',
      earlier: { id: '7', lead: 'lead/web:7', recordedAt: '2026-03-01T12:00:00.000Z' },
      issues: [{ field: 'id', code: 'conflict', found: '"7"' }],
    });
    expect(answer.message).toContain('The id "7" came before, on 2026-03-01T12:00:00.000Z, with other values');
    expect(await engine.quarantined({ limit: 9 })).toEqual([
      expect.objectContaining({ file: '/v1/leads', line: 1, code: 'conflict' }),
    ]);
    expect(await engine.events('lead/web:7')).toHaveLength(1);
  });

  it('is refused with field and reason, and kept for a look', async () => {
    const { engine, send, ingest } = await open();
    const answer = await send({ sorce: 'webinar', email: 'no-at', 'a/b': 'x' });
    expect(answer).toMatchObject({ verdict: 'refused', id: null, lead: null, earlier: null });
    expect(answer.issues.map(({ field, code, nearest }) => [field, code, nearest])).toEqual(
      expect.arrayContaining([
        ['sorce', 'unknown-field', 'source'],
        ['email', 'no-at', null],
      ]),
    );
    expect(answer.message).toMatch(/^Refused\. .*Did you mean "source"/);
    const [row, ...others] = await engine.quarantined({ limit: 9 });
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      file: '/v1/leads',
      column: '/sorce',
      raw: '{"sorce":"webinar","email":"no-at","a/b":"x"}',
    });
    expect(ingest.quality().sources[0]).toMatchObject({
      source: '/leads/web',
      quarantined: 1,
      emails: { given: 1, invalid: 1 },
    });
  });

  it.each([null, 'text', [1], 3, {}])('is not %j', async (fields) => {
    const { send } = await open();
    expect(await send(fields)).toMatchObject({
      verdict: 'refused',
      issues: [expect.objectContaining({ message: expect.any(String) })],
    });
  });

  it('is taken with a hint at what could be better', async () => {
    const { send } = await open();
    const answer = await send({ email: 'ann@acme.example', phone: '030 1' });
    expect(answer.verdict).toBe('accepted');
    expect(answer.hints.map(({ field }) => field)).toContain('phone');
    expect(answer.message).toMatch(/^Accepted as .+\. .+/);
  });

  it('is refused after the person was erased, and nothing of it is kept', async () => {
    const seen: ArrivedItem[] = [];
    const { engine, send, ingest } = await open({ onArrival: (item) => seen.push(item) });
    const lead = { id: '7', email: 'ann@acme.example' };
    await send(lead);
    const erased = leadEvent('e', { type: 'record.erased', subject: 'lead/web:7', data: { ground: 'gdpr_17_1_b' } });
    expect(await ingest.events(sentItems(erased))).toMatchObject({ accepted: 1 });
    const answer = await send({ ...lead, company: 'Acme' });
    expect(answer).toMatchObject({ verdict: 'refused', issues: [{ field: '', code: 'erased' }] });
    expect(await engine.quarantined({ limit: 9 })).toEqual([expect.objectContaining({ code: 'erased', raw: '' })]);
    expect(seen.at(-1)).toMatchObject({ route: '/v1/leads', verdict: 'quarantined', raw: '' });
    expect(await send({ ...lead, sorce: 'x' })).toMatchObject({ verdict: 'refused', issues: [{ field: 'sorce' }] });
    expect((await engine.quarantined({ limit: 9 })).map(({ raw }) => raw)).toEqual(['', '']);
    expect(seen.at(-1)?.raw).toBe('');
  });

  it('is accepted once when it comes several times at once', async () => {
    const { engine, send } = await open();
    const lead = { email: 'ann@acme.example', source: 'webinar' };
    const answers = await Promise.all(Array.from({ length: 8 }, () => send(lead)));
    expect(answers.map(({ verdict }) => verdict).sort()).toEqual([
      'accepted',
      ...Array.from({ length: 7 }, () => 'duplicate'),
    ]);
    expect((await engine.status()).events).toBe(1);
  });

  it('is the same in one commit at another instant', async () => {
    let nowMs = arrivalMs;
    const { engine, send } = await open({ clock: () => nowMs++ });
    const lead = { id: '7', email: 'ann@acme.example' };
    const answers = await Promise.all([send({ id: '6', email: 'x@acme.example' }), send(lead), send(lead), send(lead)]);
    expect(answers.map(({ verdict }) => verdict)).toEqual(['accepted', 'accepted', 'duplicate', 'duplicate']);
    expect((await engine.status()).quarantined).toBe(0);
  });

  it('can come again after it was taken back', async () => {
    const { engine, send, later } = await open();
    const lead = { id: '7', email: 'ann@acme.example' };
    await send(lead);
    const [first] = await engine.imports();
    await engine.undoImport(first?.id as string, { recordedMs: arrivalMs });
    later(1000);
    expect(await send(lead)).toMatchObject({ verdict: 'accepted' });
  });
});

it('has in the document of the contract the fields that are read', () => {
  const documented = Object.entries(flatLeadSchema.shape).map(([name, schema]) => [name, schema.meta()?.description]);
  const read = flatLeadFields.filter(({ name }) => name !== 'attributes.<name>');
  expect(documented).toEqual(read.map(({ name, means }) => [name, means]));
});
