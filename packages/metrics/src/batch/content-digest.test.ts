import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { contentDigest, digestBytes, digestWords } from './content-digest.ts';

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

describe('digestWords', () => {
  it('are signed and big-endian, from anywhere in a buffer', () => {
    const bytes = Uint8Array.from([
      9,
      ...Array.from({ length: 7 }, () => 0),
      1,
      0xff,
      ...Array.from({ length: 6 }, () => 0xff),
      0xfe,
    ]);
    expect(digestWords(bytes.subarray(1))).toEqual([1n, -2n]);
  });
});
