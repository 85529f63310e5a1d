import { ProblemError } from '@sameteam/api';
import { describe, expect, it } from 'vitest';
import { decodeLead } from './decode-lead.ts';

const utf8 = new TextEncoder();
const form = 'application/x-www-form-urlencoded';
const read = (type: string, body: string | Uint8Array) =>
  decodeLead([['Content-Type', type]], typeof body === 'string' ? utf8.encode(body) : body);

async function codeOf(reading: Promise<unknown>): Promise<string> {
  const error = await reading.catch((reason: unknown) => reason);
  return error instanceof ProblemError ? error.code : 'no problem';
}

describe('a form', () => {
  it.each<[string, object]>([
    ['email=a@b.example&source=webinar', { email: 'a@b.example', source: 'webinar' }],
    ['first_name=Ann+Lee&company=Caf%C3%A9%20%26%20S%C3%B6hne', { first_name: 'Ann Lee', company: 'Café & Söhne' }],
    ['company=Café', { company: 'Café' }],
    ['a=1&a=2&b', { a: ['1', '2'], b: '' }],
    ['a=b=c&&', { a: 'b=c' }],
    ['share=100%&x=%zz', { share: '100%', x: '%zz' }],
    ['', {}],
  ])('is read from %s', async (body, fields) => {
    expect(await read(form, body)).toEqual(fields);
  });

  it('has fields of any name, which change no other object', async () => {
    const fields = await read(form, '__proto__=x&constructor=y');
    expect(Object.entries(fields)).toEqual([
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ]);
    expect(Object.getPrototypeOf(fields)).toBe(Object.prototype);
  });

  it('is refused where it is not UTF-8, rather than mended', async () => {
    for (const body of ['a=%ff', 'a=%C0%A0', new Uint8Array([0x61, 0x3d, 0xff])]) {
      expect(await codeOf(read(form, body))).toBe('invalid-request');
    }
  });
});

describe('a form in parts', () => {
  const line = '------------------------d74496d66958873e';
  const boundary = `multipart/form-data; boundary=${line}`;
  const part = (name: string, value: string, more = '') =>
    `--${line}\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${value}\r\n`;

  it('gives its texts', async () => {
    const body = `${part('email', 'a@b.example')}${part('company', 'Café')}--${line}--\r\n`;
    expect(await read(boundary, body)).toEqual({ email: 'a@b.example', company: 'Café' });
  });

  it('is refused with a file, or without end', async () => {
    const file = `${part('list', 'a,b', '; filename="list.csv"')}--${line}--\r\n`;
    await expect(read(boundary, file)).rejects.toThrow('its field "list" is a file');
    expect(await codeOf(read(boundary, part('a', 'b')))).toBe('invalid-request');
    expect(await codeOf(read('multipart/form-data', part('a', 'b')))).toBe('invalid-request');
  });
});

describe('JSON', () => {
  it('is one object', async () => {
    expect(await read('application/json', '{"email":"a@b.example","employees":3}')).toEqual({
      email: 'a@b.example',
      employees: 3,
    });
    for (const body of ['[]', '[{}]', 'null', '"x"']) {
      expect(await codeOf(read('application/json', body))).toBe('invalid-request');
    }
    expect(await codeOf(read('application/json', '{'))).toBe('malformed-json');
    expect(await codeOf(read('application/json', new Uint8Array([0x22, 0xff, 0x22])))).toBe('malformed-json');
  });

  it('is not what a type says that is not read', async () => {
    for (const type of ['text/plain', 'application/cloudevents+json', '']) {
      expect(await codeOf(read(type, '{}'))).toBe('unsupported-media-type');
    }
  });
});
