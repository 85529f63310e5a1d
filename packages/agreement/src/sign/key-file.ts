import { errors, FlattenedEncrypt, flattenedDecrypt } from 'jose';
import { z } from 'zod';
import { AgreementError } from '../agreement-error.ts';
import { identifier } from '../schema/identifier.ts';
import { type PrivateKey, privateKey, type SigningKey } from './create-signing-key.ts';
import { publicKeyText } from './public-key.ts';
import { readStrictJson } from './read-strict-json.ts';

/** Whom a key is of, and since when. */
export interface KeyOwner {
  readonly signer: string;
  /** UTC milliseconds. */
  readonly createdMs: number;
}

// RFC 7518 section 4.8: PBKDF2 with HMAC-SHA-512; so many rounds as OWASP asks for it (Password Storage Cheat Sheet, 2023).
const derivation = 'PBES2-HS512+A256KW';
const encryption = 'A256GCM';
const rounds = 210_000;
/** A hostile file could ask for rounds without end. */
const mostRounds = 2_000_000;
const limit = 100_000;

const encrypted = z.strictObject({
  protected: z.string(),
  encrypted_key: z.string(),
  iv: z.string(),
  ciphertext: z.string(),
  tag: z.string(),
});

const common = {
  type: z.literal('sameteam.signing-key'),
  formatVersion: z.literal(1),
  warning: z.string(),
  signer: identifier(),
  created: z.iso.datetime(),
  publicKey: z.string(),
};

const keyFile = z.union([
  z.strictObject({ ...common, privateKey }),
  z.strictObject({ ...common, encryptedKey: encrypted }),
]);

/**
 * Writes a key to sign with as the text of a file: JSON that says whose it is and warns who opens it. With a passphrase
 * the private half is encrypted (PBES2-HS512+A256KW, 210,000 rounds, A256GCM), which takes a tenth of a second or more.
 * @example
 * const text = await writeKeyFile(await createSigningKey(), { signer: 'sales', createdMs: 0 });
 * (await readKeyFile(text)).signer // 'sales'
 */
export async function writeKeyFile(
  key: SigningKey,
  { signer, createdMs, passphrase }: KeyOwner & { readonly passphrase?: string },
): Promise<string> {
  const file = {
    type: 'sameteam.signing-key',
    formatVersion: 1,
    warning: `Whoever has this file can sign as "${signer}". Keep it to yourself, and out of every repository and mail.`,
    signer,
    created: new Date(createdMs).toISOString(),
    publicKey: key.publicKey,
    ...(passphrase === undefined
      ? { privateKey: key.privateKey }
      : { encryptedKey: await encrypt(key.privateKey, passphrase) }),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/**
 * Reads the text of a key file.
 * @param options.passphrase what it was encrypted with; not looked at when it was not
 * @throws AgreementError `not-a-key-file`, `passphrase-missing`, `passphrase-wrong`
 * @example
 * const text = await writeKeyFile(await createSigningKey(), { signer: 'sales', createdMs: 0, passphrase: 'long' });
 * (await readKeyFile(text, { passphrase: 'long' })).privateKey.kty // 'OKP'
 */
export async function readKeyFile(
  text: string,
  { passphrase }: { readonly passphrase?: string | undefined } = {},
): Promise<SigningKey & KeyOwner> {
  const json = text.length > limit ? null : readStrictJson(text.replace(/^\uFEFF/, ''));
  const read = json?.fault === null ? keyFile.safeParse(json.value) : null;
  if (!read?.success) throw new AgreementError('not-a-key-file', {});
  const { data } = read;
  const { signer, publicKey } = data;
  const own = 'privateKey' in data ? data.privateKey : await decrypt(data.encryptedKey, { signer, passphrase });
  if (publicKeyText(own) !== publicKey) throw new AgreementError('not-a-key-file', {});
  return { signer, createdMs: Date.parse(data.created), publicKey, privateKey: own };
}

async function encrypt(key: PrivateKey, passphrase: string): Promise<z.output<typeof encrypted>> {
  const jwe = await new FlattenedEncrypt(new TextEncoder().encode(JSON.stringify(key)))
    .setProtectedHeader({ alg: derivation, enc: encryption })
    .setKeyManagementParameters({ p2c: rounds })
    .encrypt(new TextEncoder().encode(passphrase));
  return encrypted.parse(jwe);
}

async function decrypt(
  jwe: z.output<typeof encrypted>,
  { signer, passphrase }: { readonly signer: string; readonly passphrase: string | undefined },
): Promise<PrivateKey> {
  if (passphrase === undefined) throw new AgreementError('passphrase-missing', { signer });
  try {
    const { plaintext } = await flattenedDecrypt(jwe, new TextEncoder().encode(passphrase), {
      keyManagementAlgorithms: [derivation],
      contentEncryptionAlgorithms: [encryption],
      maxPBES2Count: mostRounds,
    });
    return privateKey.parse(JSON.parse(new TextDecoder().decode(plaintext)));
  } catch (cause) {
    // A changed file and a wrong passphrase cannot be told apart.
    if (cause instanceof errors.JOSEError) throw new AgreementError('passphrase-wrong', { signer }, { cause });
    throw new AgreementError('not-a-key-file', {}, { cause });
  }
}
