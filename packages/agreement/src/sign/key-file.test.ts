import { describe, expect, it } from 'vitest';
import { AgreementError } from '../agreement-error.ts';
import { createSigningKey } from './create-signing-key.ts';
import { readKeyFile, writeKeyFile } from './key-file.ts';

const owner = { signer: 'sales', createdMs: Date.parse('2026-09-01T08:00:00Z') };

async function codeOf(text: string, options: { readonly passphrase?: string } = {}): Promise<string> {
  try {
    await readKeyFile(text, options);
    return 'none';
  } catch (error) {
    return error instanceof AgreementError ? error.code : String(error);
  }
}

describe('writeKeyFile', () => {
  it('says whose it is and warns, and is read back', async () => {
    const key = await createSigningKey();
    const text = await writeKeyFile(key, owner);
    expect(JSON.parse(text)).toMatchObject({
      type: 'sameteam.signing-key',
      warning: expect.stringContaining('can sign as "sales"'),
      signer: 'sales',
      created: '2026-09-01T08:00:00.000Z',
      publicKey: key.publicKey,
    });
    expect(await readKeyFile(text)).toEqual({ ...key, ...owner });
  });

  it('keeps the private half out of sight where there is a passphrase', async () => {
    const key = await createSigningKey();
    const text = await writeKeyFile(key, { ...owner, passphrase: 'correct horse' });
    expect(text).not.toContain(key.privateKey.d);
    expect(await readKeyFile(text, { passphrase: 'correct horse' })).toEqual({ ...key, ...owner });
    expect(await codeOf(text)).toBe('passphrase-missing');
    expect(await codeOf(text, { passphrase: 'Correct horse' })).toBe('passphrase-wrong');
    const { encryptedKey } = JSON.parse(text);
    const header = JSON.parse(atob(encryptedKey.protected));
    expect(header).toMatchObject({ alg: 'PBES2-HS512+A256KW', enc: 'A256GCM', p2c: 210_000 });
  });
});

describe('readKeyFile', () => {
  it('refuses what is no key file, in a sentence', async () => {
    const key = await createSigningKey();
    const whole = JSON.parse(await writeKeyFile(key, owner));
    const other = await createSigningKey();
    const texts = [
      '',
      'x',
      '{}',
      JSON.stringify(whole).slice(0, -9),
      JSON.stringify({ ...whole, extra: 1 }),
      JSON.stringify({ ...whole, privateKey: { ...whole.privateKey, crv: 'X25519' } }),
      JSON.stringify({ ...whole, privateKey: { ...whole.privateKey, d: 'short' } }),
      JSON.stringify({ ...whole, publicKey: other.publicKey }),
      ' '.repeat(200_000),
    ];
    for (const text of texts) expect(await codeOf(text), text.slice(0, 80)).toBe('not-a-key-file');
  });

  it('does not do the work that a hostile file asks for', async () => {
    const text = await writeKeyFile(await createSigningKey(), { ...owner, passphrase: 'p' });
    const file = JSON.parse(text);
    const header = { ...JSON.parse(atob(file.encryptedKey.protected)), p2c: 2_000_000_000 };
    file.encryptedKey.protected = btoa(JSON.stringify(header))
      .replaceAll('+', '-')
      .replaceAll('/', '_')
      .replaceAll('=', '');
    const started = performance.now();
    expect(await codeOf(JSON.stringify(file), { passphrase: 'p' })).toBe('passphrase-wrong');
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
