import { ProblemError } from '@sameteam/service';
import { describe, expect, it } from 'vitest';
import { readBody } from './read-body.ts';

const sent = (body: BodyInit, type: string | null = 'application/json') =>
  readBody(new Request('http://x/', { method: 'POST', body, headers: type === null ? {} : { 'content-type': type } }), {
    limitBytes: 1_000_000,
  });

async function codeOf(reading: Promise<unknown>): Promise<string> {
  const error = await reading.catch((reason: unknown) => reason);
  return error instanceof ProblemError ? error.code : `no problem: ${String(error)}`;
}

describe('readBody', () => {
  it.each(['application/json', 'application/json; charset=utf-8', 'APPLICATION/JSON;charset=UTF-8'])(
    'reads %s',
    async (type) => {
      expect(await sent('{"a":["ü",null]}', type)).toEqual({ a: ['ü', null] });
    },
  );

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'text/json', 'application/jsonp', ''])(
    'refuses the type "%s", which a foreign page could send unasked',
    async (type) => {
      expect(await codeOf(sent('{}', type))).toBe('unsupported-media-type');
    },
  );

  it('refuses a body without a type', async () => {
    expect(await codeOf(sent(new Uint8Array([123, 125]), null))).toBe('unsupported-media-type');
  });

  it.each(['', '{', '{"a":1,}', 'NaN', "{'a':1}", '{"a":1}{}'])('says that %j is not JSON', async (body) => {
    expect(await codeOf(sent(body))).toBe('malformed-json');
  });

  it('says that bytes are not UTF-8', async () => {
    await expect(sent(new Uint8Array([0x22, 0xff, 0x22]))).rejects.toThrow('it is not UTF-8');
  });

  it('says that a body broke off', async () => {
    const broken = new ReadableStream({ start: (stream) => stream.error(new Error('aborted')) });
    const init: RequestInit & { readonly duplex: 'half' } = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: broken,
      duplex: 'half',
    };
    await expect(readBody(new Request('http://x/', init), { limitBytes: 10 })).rejects.toThrow('it breaks off');
  });

  it('reads up to its limit and no further', async () => {
    const request = () =>
      new Request('http://x/', { method: 'POST', body: '[1,2,3]', headers: { 'content-type': 'application/json' } });
    expect(await readBody(request(), { limitBytes: 7 })).toEqual([1, 2, 3]);
    expect(await codeOf(readBody(request(), { limitBytes: 6 }))).toBe('body-too-large');
  });

  it('survives deep nesting', async () => {
    expect(await codeOf(sent('['.repeat(500_000)))).toBe('malformed-json');
  });
});
