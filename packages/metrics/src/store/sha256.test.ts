import { expect, it } from 'vitest';
import { sha256 } from './sha256.ts';

it('is SHA-256 over UTF-8', () => {
  // FIPS 180-2, appendix B.1; and the digest of the four bytes of U+1F600.
  expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(sha256('😀')).toBe('f0443a342c5ef54783a111b51ba56c938e474c32324d90c3a60c9c8e3a37e2d9');
});
