import { describe, expect, it } from 'vitest';
import { nodePlatform, sha256 } from './sha256.ts';

describe('sha256', () => {
  it('is SHA-256 over UTF-8', () => {
    // FIPS 180-2, appendix B.1; and the digest of the four bytes of U+1F600.
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(sha256('😀')).toBe(sha256('\u{1f600}'));
  });
});

describe('nodePlatform', () => {
  it('gives 128 fresh random bits each time', () => {
    const secrets = Array.from({ length: 5000 }, () => Buffer.from(nodePlatform.secret()).toString('hex'));
    expect(new Set(secrets).size).toBe(5000);
    for (const secret of secrets) expect(secret).toMatch(/^[0-9a-f]{32}$/);
  });
});
