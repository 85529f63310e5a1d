import { beforeAll, describe, expect, it } from 'vitest';
import { type Keyed, keyed, signedAtMs, signedBy, somePins } from '../../test/signing.ts';
import { AgreementError } from '../agreement-error.ts';
import { defaultAgreement } from '../default-agreement.ts';
import { normaliseAgreement } from '../effective/normalise-agreement.ts';
import { createSigningKey } from './create-signing-key.ts';
import { type SignOptions, signAgreement } from './sign-agreement.ts';
import { verifyAgreement } from './verify-agreement.ts';

let all: Keyed;

beforeAll(async () => {
  all = await keyed(
    normaliseAgreement({
      ...defaultAgreement,
      signatures: { required: ['marketing', 'sales'], witness: ['ceo'], keys: {} },
    }),
  );
});

async function options(signer: string): Promise<SignOptions> {
  const { privateKey } = all.keys[signer] ?? (await createSigningKey());
  return { signer, privateKey, signedAtMs, pins: somePins };
}

describe('signAgreement', () => {
  it('writes a file that people can read', async () => {
    const { text, digest, role } = await signAgreement(all.agreement, { ...(await options('sales')), by: 'Sam Doe' });
    const { payload } = JSON.parse(text);
    expect(payload).toMatchObject({
      type: 'sameteam.signature',
      formatVersion: 1,
      agreement: { name: defaultAgreement.name, version: 0, effective: null, until: null },
      period: { from: null, until: null },
      signer: 'sales',
      role: 'required',
      by: 'Sam Doe',
      key: all.keys.sales?.publicKey,
      signedAt: '2026-09-28T14:00:00.000Z',
      digest,
    });
    expect(role).toBe('required');
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    expect(text.split('\n')[0]).toBe('{');
    expect(Object.keys(payload.clauses)).toContain('sla.decision');
  });

  it('takes over the dates of those who signed before', async () => {
    const [first] = await signedBy(all, ['marketing']);
    if (first === undefined) throw new Error('nothing was signed');
    const newer = { ...somePins, holidays: { DE: [] } };
    const made = await signAgreement(all.agreement, { ...(await options('sales')), pins: newer, others: [first] });
    expect(made.pinsOf).toEqual(['marketing']);
    const verification = await verifyAgreement(all.agreement, [first, { file: null, text: made.text }], {
      nowMs: signedAtMs,
    });
    expect(verification).toMatchObject({ status: 'binding', pins: somePins });
  });

  it('does not take over the dates of a signature that does not hold', async () => {
    const [first] = await signedBy(all, ['marketing']);
    const broken = { file: null, text: (first?.text ?? '').replace('1. Weihnachtstag', '2. Weihnachtstag') };
    const newer = { ...somePins, holidays: { DE: [] } };
    const made = await signAgreement(all.agreement, { ...(await options('sales')), pins: newer, others: [broken] });
    expect(made.pinsOf).toEqual([]);
    expect(JSON.parse(made.text).payload.pins).toEqual(newer);
  });

  it('refuses who is not asked, who has no key, and who has another key', async () => {
    const codeOf = async (promise: Promise<unknown>) =>
      promise.then(
        () => 'none',
        (error: unknown) => (error instanceof AgreementError ? error.code : String(error)),
      );
    expect(await codeOf(signAgreement(all.agreement, await options('support')))).toBe('signer-not-named');
    expect(await codeOf(signAgreement(defaultAgreement, await options('sales')))).toBe('key-not-named');
    const stranger = { ...(await options('sales')), privateKey: (await createSigningKey()).privateKey };
    expect(await codeOf(signAgreement(all.agreement, stranger))).toBe('not-own-key');
    const { x } = (await options('sales')).privateKey;
    const halves = { ...stranger, privateKey: { ...stranger.privateKey, x } };
    expect(await codeOf(signAgreement(all.agreement, halves))).toBe('not-own-key');
  });
});
