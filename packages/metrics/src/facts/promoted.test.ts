import { describe, expect, it } from 'vitest';
import { said, saidOfCapture } from './promoted.ts';

describe('said', () => {
  it('tells text, an explicit null and nothing apart (rule 13)', () => {
    expect(said({ to: 'sue' }, ['to'])).toBe('sue');
    expect(said({ to: null }, ['to'])).toBeNull();
    expect(said({}, ['to'])).toBeUndefined();
    expect(said({ source: { channel: 'email' } }, ['source', 'channel'])).toBe('email');
    expect(said({ source: {} }, ['source', 'channel'])).toBeUndefined();
  });

  it('takes a null above a value as a null of it', () => {
    expect(said({ source: null }, ['source', 'channel'])).toBeNull();
  });

  it('says nothing of what is no text, and of what objects inherit', () => {
    expect(said({ to: 7 }, ['to'])).toBeUndefined();
    expect(said('text', ['length'])).toBeUndefined();
    expect(said({}, ['constructor', 'name'])).toBeUndefined();
  });
});

describe('saidOfCapture', () => {
  it('reads the fields of a capture in the order of their declaration', () => {
    const data = { source: { channel: 'email', campaign: null, motion: 'inbound' }, product: 'crm' };
    expect(saidOfCapture(data)).toEqual(['email', undefined, null, undefined, 'inbound', 'crm']);
    expect(saidOfCapture({})).toEqual(Array.from({ length: 6 }, () => undefined));
  });
});
