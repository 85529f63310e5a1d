import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { contentDigest, hexOf, hexOfHugeInt, writeHex } from './content-digest.ts';

const hash = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

describe('contentDigest', () => {
  it('is the first half of SHA-256 over the canonical text', () => {
    // FIPS 180-2, appendix B.1.
    expect(contentDigest('abc', { hash, secret: null })).toBe('ba7816bf8f01cfea414140de5dae2223');
    expect(contentDigest('', { hash, secret: null })).toBe('e3b0c44298fc1c149afbf4c8996fb924');
  });

  it('is keyed with the secret, where there is one', () => {
    const keyed = contentDigest('abc', { hash, secret: '00ff' });
    expect(keyed).toBe(hash('00ff\nabc').slice(0, 32));
    expect(keyed).not.toBe(contentDigest('abc', { hash, secret: '00fe' }));
  });

  it('takes text as UTF-8', () => {
    expect(contentDigest('ä😀', { hash, secret: null })).toBe(hash('ä😀').slice(0, 32));
  });
});

describe('hexOf', () => {
  it('is lower hex, from anywhere among other bytes, and writeHex its inverse', () => {
    const bytes = Uint8Array.from({ length: 17 }, (_, index) => index * 16 - 1);
    expect(hexOf(bytes, 1)).toBe('0f1f2f3f4f5f6f7f8f9fafbfcfdfefff');
    const written = new Uint8Array(18);
    writeHex(hexOf(bytes, 1), written, 2);
    expect([...written.subarray(2)]).toEqual([...bytes.subarray(1)]);
  });
});

describe('hexOfHugeInt', () => {
  it('is in two’s complement, low byte first', () => {
    expect(hexOfHugeInt(0x0102n)).toBe('0201'.padEnd(32, '0'));
    expect(hexOfHugeInt(-2n)).toBe('fe'.padEnd(32, 'f'));
    expect(hexOfHugeInt(-(1n << 127n))).toBe('80'.padStart(32, '0'));
  });
});
