import { createHmac } from 'node:crypto';
import { expect, it } from 'vitest';
import { keyedDigest, newSecret } from './keyed-digest.ts';

it('is the first half of the HMAC that Node makes', async () => {
  for (const [secret, text] of [
    ['key', 'The quick brown fox jumps over the lazy dog'],
    ['geheim ü', ''],
    ['s', 'ä'.repeat(10_000)],
  ] as const) {
    const whole = createHmac('sha256', secret).update(text).digest('hex');
    expect(await keyedDigest(globalThis.crypto, { secret, text })).toBe(whole.slice(0, 32));
  }
});

it('makes a secret of 256 bits that is another each time', () => {
  const [one, other] = [newSecret(globalThis.crypto), newSecret(globalThis.crypto)];
  expect(one).toMatch(/^[0-9a-f]{64}$/);
  expect(other).not.toBe(one);
});
