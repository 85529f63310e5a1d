import { base64url } from 'jose';
import { describe, expect, it } from 'vitest';
import { createSigningKey } from './create-signing-key.ts';
import { readPublicKey } from './public-key.ts';
import { isSealedBy, protectedHeader } from './seal-payload.ts';

const prime = 2n ** 255n - 19n;

function keyText(ordinate: bigint, sign = 0n): string {
  const number = ordinate | (sign << 255n);
  const bytes = Uint8Array.from({ length: 32 }, (_, index) => Number((number >> BigInt(8 * index)) & 255n));
  return `ed25519:${base64url.encode(bytes)}`;
}

// The points of small order: Bernstein and others, "Ed25519: high-speed high-security signatures"; libsodium's list.
const orderEight = 2707385501144840649318225287225658788936804267575313519463743609750303402022n;
const weak = [0n, 1n, prime - 1n, orderEight, prime - orderEight, prime, prime + 1n].flatMap((ordinate) => [
  keyText(ordinate),
  keyText(ordinate, 1n),
]);

describe('readPublicKey', () => {
  it('reads what createSigningKey makes', async () => {
    const { publicKey, privateKey } = await createSigningKey();
    expect(readPublicKey(publicKey)).toEqual({ kty: 'OKP', crv: 'Ed25519', x: privateKey.x });
  });

  it.each(weak)('refuses %s, under which anybody can sign', (text) => {
    expect(text).toMatch(/^ed25519:[A-Za-z0-9_-]{43}$/);
    expect(readPublicKey(text)).toBeNull();
  });

  it('refuses what Web Crypto would take: a signature without a private key, for any content', async () => {
    const neutral = { kty: 'OKP', crv: 'Ed25519', x: keyText(1n).slice('ed25519:'.length) } as const;
    const bytes = new Uint8Array(64);
    bytes[0] = 1;
    const seal = { protected: protectedHeader, signature: base64url.encode(bytes) };
    expect(await isSealedBy({ anything: true }, seal, neutral)).toBe(true);
    expect(readPublicKey(keyText(1n))).toBeNull();
  });

  it.each([
    '',
    'ed25519:',
    'sales',
    `ed25519:${'A'.repeat(42)}`,
    `ed25519:${'A'.repeat(44)}`,
    `ed25519:${'A'.repeat(43)}=`,
    `ed25519:${'B'.repeat(43)}`,
    `ed25519:${'+'.repeat(42)}A`,
    `ED25519:${'C'.repeat(42)}A`,
    ` ed25519:${'C'.repeat(42)}A`,
    `ed25519:${'C'.repeat(42)}A\n`,
  ])('refuses %j', (text) => {
    expect(readPublicKey(text)).toBeNull();
  });
});
