import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { bytesOfHugeInt, contentDigest, digestBytes, secretText } from './content-digest.ts';

const hash = (text: string) => new Uint8Array(createHash('sha256').update(text, 'utf8').digest());
const hex = (digest: Uint8Array) => Buffer.from(digest.subarray(0, digestBytes)).toString('hex');

describe('contentDigest', () => {
  it('is the first half of SHA-256 over the canonical text', () => {
    // FIPS 180-2, appendix B.1.
    expect(hex(contentDigest('abc', { hash, secret: null }))).toBe('ba7816bf8f01cfea414140de5dae2223');
    expect(hex(contentDigest('', { hash, secret: null }))).toBe('e3b0c44298fc1c149afbf4c8996fb924');
  });

  it('is keyed with the secret, where there is one', () => {
    const keyed = hex(contentDigest('abc', { hash, secret: '00ff' }));
    expect(keyed).toBe(hex(hash('00ff\nabc')));
    expect(keyed).not.toBe(hex(contentDigest('abc', { hash, secret: '00fe' })));
  });

  it('takes text as UTF-8', () => {
    expect(hex(contentDigest('ä😀', { hash, secret: null }))).toBe(hex(hash('ä😀')));
  });
});

describe('secretText', () => {
  it('is lower hex, from anywhere among other bytes', () => {
    const bytes = Uint8Array.from({ length: 17 }, (_, index) => index * 16 - 1);
    expect(secretText(bytes, 1)).toBe('0f1f2f3f4f5f6f7f8f9fafbfcfdfefff');
  });
});

describe('bytesOfHugeInt', () => {
  it('are in two’s complement, low byte first', () => {
    expect([...bytesOfHugeInt(0x0102n)]).toEqual([2, 1, ...new Array<number>(14).fill(0)]);
    expect([...bytesOfHugeInt(-2n)]).toEqual([0xfe, ...new Array<number>(15).fill(0xff)]);
    expect([...bytesOfHugeInt(-(1n << 127n))]).toEqual([...new Array<number>(15).fill(0), 0x80]);
  });
});
