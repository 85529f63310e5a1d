import { defaultAgreement } from '@sameteam/agreement';
import { createMemoryEngine } from '@sameteam/metrics';
import { createIngest, decodeEvents, handleBody, sentItems } from '@sameteam/service';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrivalMs, leadEvent } from './lead-events.ts';

function open() {
  const engine = createMemoryEngine({ agreement: defaultAgreement });
  const own = { engine, agreement: defaultAgreement, clock: () => arrivalMs };
  const ingest = createIngest({ ...own, webCrypto: globalThis.crypto, onArrival: ({ raw }) => void raw.length });
  return { ...own, ingest };
}

const body = (text: string) => new TextEncoder().encode(text);
const json = [['content-type', 'application/json']] as const;

/** Sends one bad item between two good ones, as bytes. */
async function between(text: string) {
  const context = open();
  const sent = `[${JSON.stringify(leadEvent('1'))},${text},${JSON.stringify(leadEvent('2'))}]`;
  const { answer } = await handleBody(context, 'ingest', { headers: json, body: body(sent) });
  expect(answer.items.map(({ verdict }) => verdict)).toEqual(['accepted', 'quarantined', 'accepted']);
  const [kept] = await context.engine.quarantined({ limit: 9 });
  expect(kept?.raw.length).toBeLessThanOrEqual(10_000);
  expect((await context.engine.status()).events).toBe(2);
  return { issues: answer.items[1]?.issues ?? [], kept, item: answer.items[1] };
}

const withData = (data: string) => JSON.stringify(leadEvent('x')).replace(/"data":.*$/, `"data":${data}}`);

describe('one bad item', () => {
  it('of 10 MB in one text is refused, and its beginning is kept', async () => {
    const { issues, kept } = await between(
      JSON.stringify(leadEvent('x', { data: { product: 'p'.repeat(10_000_000) } })),
    );
    expect(issues[0]).toMatchObject({ code: 'too-long', pointer: '/data/product' });
    expect(issues[0]?.message.length).toBeLessThan(1000);
    expect(kept?.raw).toHaveLength(10_000);
  });

  it('with an id of 10 MB is not given back', async () => {
    const { item } = await between(JSON.stringify(leadEvent('i'.repeat(10_000_000), { subject: 'lead/1' })));
    expect(item).toMatchObject({ id: null, subject: 'lead/1', source: '/form' });
  });

  it('of 10,000 levels is refused, wherever they lie', async () => {
    const deep = `${'['.repeat(10_000)}${']'.repeat(10_000)}`;
    await between(withData(deep));
    await between(withData(`{"attributes":{"a":${deep}}}`));
    await between(JSON.stringify(leadEvent('x')).replace(/\}$/, `,"extra":${deep}}`));
    await between(deep);
  });

  it.each(['__proto__', 'constructor', 'prototype'])('with the key %s changes no other object', async (key) => {
    await between(withData(`{"${key}":{"polluted":true}}`));
    await between(withData(`{"attributes":{"${key}":"x"}}`));
    await between(`{"${key}":{"polluted":true}}`);
    expect(({} as { readonly polluted?: boolean }).polluted).toBeUndefined();
  });

  it('with numbers that JSON has and nobody can keep is refused', async () => {
    for (const number of ['1e999', '9007199254740993', '-1e400']) {
      await between(withData(`{"attributes":{"n":${number}}}`));
    }
  });

  it('with half characters and NUL is refused, and kept as text that every store can hold', async () => {
    for (const text of ['\\ud800', '\\udc00x', '\\u0000']) {
      const { kept } = await between(withData(`{"product":"${text}"}`));
      expect(kept?.raw).not.toMatch(/[\0\ud800-\udfff]/);
    }
  });

  it('of any other kind is refused', async () => {
    for (const text of ['null', 'true', '0', '""', '[]', '{}', '[[]]', '{"id":{}}', '{"specversion":"1.0","id":1}']) {
      await between(text);
    }
  });
});

describe('a whole request', () => {
  it('of 10,000 items with 20 faults each gets an answer of bounded size, with a reason for each', async () => {
    const wrong = Object.fromEntries(Array.from({ length: 20 }, (_, field) => [`f${field}`, 1]));
    const items = Array.from({ length: 10_000 }, (_, id) => leadEvent(String(id), { data: wrong }));
    const answer = await open().ingest.events(sentItems(items));
    expect(answer.quarantined).toBe(10_000);
    expect(answer.items.every(({ issues }) => issues.length > 0)).toBe(true);
    expect(answer.items.reduce((sum, { issues }) => sum + issues.length, 0)).toBeLessThan(31_000);
  });

  it('of 10,000 sound events is taken whole', async () => {
    const context = open();
    const items = Array.from({ length: 10_000 }, (_, id) => leadEvent(String(id)));
    const request = { headers: json, body: body(JSON.stringify(items)) };
    expect((await handleBody(context, 'ingest', request)).answer).toMatchObject({ accepted: 10_000 });
    expect((await handleBody(context, 'ingest', request)).answer).toMatchObject({ duplicates: 10_000, import: null });
  });

  it('is 422 only where nothing at all was taken', async () => {
    const context = open();
    const statusOf = async (value: unknown) =>
      (await handleBody(context, 'ingest', { headers: json, body: body(JSON.stringify(value)) })).status;
    expect(await statusOf([])).toBe(200);
    expect(await statusOf([3, leadEvent('1')])).toBe(200);
    expect(await statusOf([3, leadEvent('1')])).toBe(200);
    expect(await statusOf([3])).toBe(422);
    expect(await statusOf({})).toBe(422);
  });
});

describe('anything', () => {
  it('that is JSON gets a verdict, and throws nothing', async () => {
    const { ingest } = open();
    await fc.assert(
      fc.asyncProperty(fc.array(fc.jsonValue({ maxDepth: 6 }), { maxLength: 5 }), async (values) => {
        const answer = await ingest.events(sentItems(values));
        expect(answer.items).toHaveLength(values.length);
        expect(answer.accepted + answer.duplicates + answer.quarantined).toBe(values.length);
        for (const value of values) expect((await ingest.lead(value)).verdict).toMatch(/accepted|duplicate|refused/);
      }),
      { numRuns: 1000 },
    );
    expect(Object.keys(Object.prototype)).toEqual([]);
  }, 60_000);

  it('that is bytes is read or is a problem of the contract', async () => {
    const types = ['application/json', 'application/cloudevents+json', 'application/cloudevents-batch+json'];
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 50 }), fc.constantFrom(...types), fc.string(), (bytes, type, id) => {
        try {
          decodeEvents(
            [
              ['content-type', type],
              ['ce-id', id],
            ],
            bytes,
          );
        } catch (error) {
          expect(error).toMatchObject({ name: 'ProblemError', problem: { status: 400 } });
        }
      }),
      { numRuns: 5000 },
    );
  });
});
