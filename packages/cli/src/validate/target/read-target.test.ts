import { describe, expect, it } from 'vitest';
import { readHeaders, readTargetUrl } from './read-target.ts';

describe('readTargetUrl', () => {
  it.each([
    ['http://localhost:4330', 'http://localhost:4330/'],
    ['http://localhost:4330/v1/events', 'http://localhost:4330/'],
    ['https://a.example/crm/v1/leads/', 'https://a.example/crm/'],
    ['https://a.example/crm/v1?x=1#y', 'https://a.example/crm/'],
    ['https://a.example/v1x/', 'https://a.example/v1x/'],
  ])('reads %s as what lies above the routes', (text, href) => {
    expect(readTargetUrl(text).href).toBe(href);
  });

  it.each(['localhost:4330', 'ftp://a.example', '', 'a b'])('refuses "%s"', (text) => {
    expect(() => readTargetUrl(text)).toThrow(/is not the address of an endpoint/);
  });
});

describe('readHeaders', () => {
  it('reads names and values as curl does, the last of each', () => {
    expect(readHeaders(['Authorization: Bearer a:b ', 'X-A:1', 'x-a: 2'])).toEqual({
      authorization: 'Bearer a:b',
      'x-a': '2',
    });
  });

  it('repeats nothing of a value that it refuses', () => {
    expect(() => readHeaders(['Authorization: a\nb'])).toThrow(/^"Authorization" is not a header/);
    expect(() => readHeaders(['Bearer secret'])).toThrow(/^A text without a colon is not a header/);
  });
});
