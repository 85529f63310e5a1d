import { ProblemError } from '@sameteam/api';
import { describe, expect, it } from 'vitest';
import { decodeEvents } from './decode-events.ts';

const utf8 = new TextEncoder();
const single = 'application/cloudevents+json';
const batch = 'application/cloudevents-batch+json';
const json = 'application/json';

const values = (type: string, body: string, headers: Readonly<Record<string, string>> = {}) =>
  decodeEvents(Object.entries({ 'content-type': type, ...headers }), utf8.encode(body)).map(({ value }) => value);

function codeOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof ProblemError) return error.code;
    throw error;
  }
  return 'no problem';
}

describe('structured mode', () => {
  it('reads one event, a batch, and plain JSON of either', () => {
    expect(values(single, '{"id":"1"}')).toEqual([{ id: '1' }]);
    expect(values(batch, '[{"id":"1"},{"id":"2"}]')).toEqual([{ id: '1' }, { id: '2' }]);
    expect(values(json, '{"id":"1"}')).toEqual([{ id: '1' }]);
    expect(values(json, '[{"id":"1"},3]')).toEqual([{ id: '1' }, 3]);
    expect(values(batch, '[]')).toEqual([]);
  });

  it.each(['Application/CloudEvents+JSON', `${single}; charset=UTF-8`, `${single};charset="utf-8"`])(
    'takes the type as HTTP lets it be written: %s',
    (type) => expect(values(type, '{"id":"1"}')).toEqual([{ id: '1' }]),
  );

  it('takes no headers for attributes where the type says that all is in the body', () => {
    expect(values(single, '{"id":"1"}', { 'ce-id': '2' })).toEqual([{ id: '1' }]);
  });

  it('leaves it to the check of each item that it is no event', () => {
    expect(values(single, '[{"id":"1"}]')).toEqual([[{ id: '1' }]]);
    expect(values(json, '"text"')).toEqual(['text']);
    expect(values(json, 'null')).toEqual([null]);
  });

  it('gives the beginning of an item as text: of a single one as it was sent', () => {
    const read = (type: string, body: string) =>
      decodeEvents([['content-type', type]], utf8.encode(body)).map(({ raw }) => raw());
    expect(read(single, '{ "id" : 1.0 }')).toEqual(['{ "id" : 1.0 }']);
    expect(read(batch, '[{ "id" : 1.0 }, "x"]')).toEqual(['{"id":1}', '"x"']);
  });

  it('takes a mark of the order of bytes, as some programs write one', () => {
    expect(values(single, '\u{feff}{"id":"1"}')).toEqual([{ id: '1' }]);
  });
});

describe('binary mode', () => {
  const attributes = {
    'Ce-Specversion': '1.0',
    'CE-ID': '7',
    'ce-source': '/crm',
    'ce-type': 'lead.accepted',
    'ce-subject': 'lead/42',
    'ce-time': '2026-10-01T09:30:00Z',
    'ce-tenant': 'north',
  };

  it('reads attributes from headers of any case, and data from the body', () => {
    expect(values(json, '{"by":"rep-1"}', attributes)).toEqual([
      {
        specversion: '1.0',
        id: '7',
        source: '/crm',
        type: 'lead.accepted',
        subject: 'lead/42',
        time: '2026-10-01T09:30:00Z',
        tenant: 'north',
        data: { by: 'rep-1' },
      },
    ]);
  });

  it.each([
    ['Euro%20%E2%82%AC%20%F0%9F%98%80', 'Euro € 😀'],
    ['"quoted \\"text\\" \\\\ %41"', 'quoted "text" \\ A'],
    ['100%', '100%'],
    ['%4', '%4'],
    ['%zz%2', '%zz%2'],
    ['%2541', '%41'],
    ['%61', 'a'],
    ['\u00e2\u0082\u00ac', '€'],
    ['"', '"'],
    ['  x  ', 'x'],
  ])('decodes the header value %s once', (sent, meant) => {
    expect(values(json, '{}', { ...attributes, 'ce-subject': sent })).toEqual([
      expect.objectContaining({ subject: meant }),
    ]);
  });

  it.each(['%C0%A0', '%ff', '%ed%a0%80', '\u00ff', '%E2%82'])('refuses %s, which is not UTF-8', (sent) => {
    expect(codeOf(() => values(json, '{}', { 'ce-id': sent }))).toBe('invalid-request');
  });

  it('has no data for an empty body, and none but that of the body', () => {
    expect(values(json, '', { 'ce-id': '1' })).toEqual([{ id: '1' }]);
    expect(values(json, '{"a":1}', { 'ce-id': '1', 'ce-data': 'x', 'ce-datacontenttype': 'text/xml' })).toEqual([
      { id: '1', data: { a: 1 } },
    ]);
  });

  it('takes no header for an attribute whose name can be none', () => {
    expect(values(json, '{}', { 'ce-id': '1', 'ce-__proto__': 'x', 'ce-a-b': 'x' })).toEqual([{ id: '1', data: {} }]);
    expect(Object.getPrototypeOf(values(json, '{}', { 'ce-id': '1' })[0])).toBe(Object.prototype);
  });
});

describe('what cannot be read', () => {
  it.each([
    ['text/plain', '{}'],
    ['application/x-www-form-urlencoded', 'a=b'],
    ['application/xml', '<a/>'],
    ['application/cloudevents+avro', '{}'],
    [`${json}; charset=iso-8859-1`, '{}'],
    ['', '{}'],
  ])('is a body of type "%s"', (type, body) => {
    expect(codeOf(() => values(type, body))).toBe('unsupported-media-type');
  });

  it('is a body without type, a packed one, and one in binary mode that is no JSON', () => {
    expect(codeOf(() => decodeEvents([], utf8.encode('{}')))).toBe('unsupported-media-type');
    expect(codeOf(() => values(json, '{}', { 'content-encoding': 'gzip' }))).toBe('unsupported-media-type');
    expect(codeOf(() => values('text/plain', 'x', { 'ce-id': '1' }))).toBe('unsupported-media-type');
  });

  it.each(['', '{', '{"id":1}{"id":2}', '{"id":1}\n{"id":2}', 'NaN', '[1,]'])('is %j, which is not JSON', (body) => {
    expect(codeOf(() => values(json, body))).toBe('malformed-json');
  });

  it('is bad UTF-8', () => {
    for (const bytes of [
      [0x22, 0xff, 0x22],
      [0x22, 0xc0, 0xa0, 0x22],
      [0x22, 0xed, 0xa0, 0x80, 0x22],
    ]) {
      expect(codeOf(() => decodeEvents([['content-type', json]], new Uint8Array(bytes)))).toBe('malformed-json');
    }
  });

  it('is a batch that is no list, and one of 10,001 items', () => {
    expect(codeOf(() => values(batch, '{"id":"1"}'))).toBe('invalid-request');
    const many = (count: number) => `[${Array.from({ length: count }, () => '1').join(',')}]`;
    expect(values(batch, many(10_000))).toHaveLength(10_000);
    expect(codeOf(() => values(batch, many(10_001)))).toBe('too-many-items');
    expect(codeOf(() => values(json, many(10_001)))).toBe('too-many-items');
  });

  it('says which types are read', () => {
    try {
      values('text/plain', '');
    } catch (error) {
      expect((error as Error).message).toContain(`${single} or ${batch} or ${json}`);
    }
  });
});
