import { base64url, FlattenedSign } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { createSigningKey, type SigningKey } from './create-signing-key.ts';
import { readPublicKey } from './public-key.ts';
import { isSealedBy, protectedHeader, type Seal, sealPayload } from './seal-payload.ts';

// RFC 8037, appendix A: the key of RFC 8032, section 7.1.
const rfcKey = {
  kty: 'OKP',
  crv: 'Ed25519',
  d: 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A',
  x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
} as const;

const { d: _, ...otherKey } = rfcKey;
const payload = { b: 1, a: ['€', { z: null, y: true }] };
const order = 2n ** 252n + 27742317777372353535851937790883648493n;
let key: SigningKey;
let seal: Seal;

beforeAll(async () => {
  key = await createSigningKey();
  seal = await sealPayload(payload, key.privateKey);
});

const publicKey = () => readPublicKey(key.publicKey) ?? otherKey;

describe('sealPayload', () => {
  it('has the header {"alg":"Ed25519"} and no other', () => {
    expect(seal.protected).toBe(protectedHeader);
    expect(new TextDecoder().decode(base64url.decode(protectedHeader))).toBe('{"alg":"Ed25519"}');
  });

  it('signs as RFC 8032 does: the same key and content give the same 64 bytes', async () => {
    // Made by Ed25519PrivateKey.sign of Python's cryptography 48 over the ASCII of
    // `base64url('{"alg":"Ed25519"}') + '.' + base64url('{"a":["€",{"y":true,"z":null}],"b":1}')`.
    const signature = 'EuLIU_abEn72Jzyqde__-2gDS4lrJ1xF7YucBX8T5oz_To7hVL1hebvUamRL7d-TXKuMohlizM2WaCkFxgHrCw';
    expect(await sealPayload(payload, rfcKey)).toEqual({ protected: protectedHeader, signature });
    expect(await sealPayload({ a: payload.a, b: 1 }, rfcKey)).toEqual({ protected: protectedHeader, signature });
  });
});

describe('isSealedBy', () => {
  it('holds for the same payload, whatever the order of its keys', async () => {
    expect(await isSealedBy(payload, seal, publicKey())).toBe(true);
    expect(await isSealedBy({ a: payload.a, b: 1 }, seal, publicKey())).toBe(true);
  });

  it('does not hold for another payload or key', async () => {
    expect(await isSealedBy({ ...payload, b: 2 }, seal, publicKey())).toBe(false);
    expect(await isSealedBy({ ...payload, c: 0 }, seal, publicKey())).toBe(false);
    expect(await isSealedBy(payload, seal, otherKey)).toBe(false);
  });

  it('does not hold when any of the 512 bits of the signature is another', async () => {
    const bytes = base64url.decode(seal.signature);
    for (let bit = 0; bit < 512; bit++) {
      const changed = Uint8Array.from(bytes);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const signature = base64url.encode(changed);
      expect(await isSealedBy(payload, { ...seal, signature }, publicKey()), String(bit)).toBe(false);
    }
  });

  it('knows one signature only for a content: S + L is refused (RFC 8032, section 5.1.7)', async () => {
    const bytes = base64url.decode(seal.signature);
    const scalar = bytes.slice(32).reduceRight((sum, byte) => sum * 256n + BigInt(byte), 0n) + order;
    const changed = Uint8Array.from(bytes, (byte, index) =>
      index < 32 ? byte : Number((scalar >> BigInt(8 * (index - 32))) & 255n),
    );
    expect(await isSealedBy(payload, { ...seal, signature: base64url.encode(changed) }, publicKey())).toBe(false);
  });

  it.each([
    ['no algorithm', { alg: 'none' }],
    ['the older name of the algorithm', { alg: 'EdDSA' }],
    ['a key that it brings along', { alg: 'Ed25519', jwk: { kty: 'OKP', crv: 'Ed25519', x: rfcKey.x } }],
    ['an unknown extension', { alg: 'Ed25519', crit: ['b64'], b64: false }],
  ])('refuses a header with %s', async (_name, header) => {
    const text = base64url.encode(JSON.stringify(header));
    expect(await isSealedBy(payload, { ...seal, protected: text }, publicKey())).toBe(false);
  });

  it('refuses another header even where the key signed it', async () => {
    const content = new TextEncoder().encode('{"a":["€",{"y":true,"z":null}],"b":1}');
    const jws = await new FlattenedSign(content).setProtectedHeader({ alg: 'EdDSA' }).sign(key.privateKey);
    expect(await isSealedBy(payload, { protected: jws.protected ?? '', signature: jws.signature }, publicKey())).toBe(
      false,
    );
  });

  it('does not hold under 32 bytes that are no point of the curve', async () => {
    const nowhere = {
      kty: 'OKP',
      crv: 'Ed25519',
      x: base64url.encode(Uint8Array.from({ length: 32 }, () => 2)),
    } as const;
    expect(await isSealedBy(payload, seal, nowhere)).toBe(false);
  });
});
