import { expect, it } from 'vitest';
import type { Agreement } from '../agreement.ts';
import { pinCalendars } from '../calendar/pin-calendars.ts';
import { defaultAgreement } from '../default-agreement.ts';
import { createSigningKey } from './create-signing-key.ts';
import { readKeyFile, writeKeyFile } from './key-file.ts';
import { sealPayload } from './seal-payload.ts';
import { signAgreement } from './sign-agreement.ts';
import { verifyAgreement } from './verify-agreement.ts';

const signedAtMs = Date.parse('2026-09-28T14:00:00Z');
const pins = pinCalendars(defaultAgreement, { fromYear: 2026, toYear: 2026 });

async function signedInPage() {
  const keys = { marketing: await createSigningKey(), sales: await createSigningKey() };
  const agreement = {
    ...defaultAgreement,
    signatures: {
      required: ['marketing', 'sales'],
      witness: [],
      keys: { marketing: keys.marketing.publicKey, sales: keys.sales.publicKey },
    },
  };
  const files = [];
  for (const signer of ['marketing', 'sales'] as const) {
    const { privateKey } = keys[signer];
    const { text } = await signAgreement(agreement, { signer, privateKey, signedAtMs, pins, others: files });
    files.push({ file: `${signer}.sig.json`, text });
  }
  return { agreement, keys, files };
}

it('signs and verifies in a page, with keys made there', async () => {
  expect(navigator.userAgent).toContain('Chrome');
  const { agreement, files } = await signedInPage();
  expect(await verifyAgreement(agreement, files, { nowMs: signedAtMs })).toMatchObject({
    status: 'binding',
    signers: [{ verdict: 'holds' }, { verdict: 'holds' }],
    issues: [],
  });
  const changed: Agreement = { ...agreement, windows: { default: '30d' } };
  const { status, issues } = await verifyAgreement(changed, files, { nowMs: signedAtMs });
  expect(status).toBe('draft');
  expect(issues[0]?.clauses.map(({ address }) => address)).toEqual(['windows.default']);
});

it('opens an encrypted key in a page', async () => {
  const key = await createSigningKey();
  const owner = { signer: 'sales', createdMs: signedAtMs };
  const text = await writeKeyFile(key, { ...owner, passphrase: 'correct horse' });
  expect(await readKeyFile(text, { passphrase: 'correct horse' })).toEqual({ ...key, ...owner });
  await expect(readKeyFile(text, { passphrase: 'wrong' })).rejects.toMatchObject({ code: 'passphrase-wrong' });
});

it('refuses in a page what it refuses in Node', async () => {
  const { agreement, keys, files } = await signedInPage();
  const [marketing, sales] = files;
  if (marketing === undefined || sales === undefined) throw new Error('nothing was signed');
  const codesOf = async (text: string) => {
    const { issues } = await verifyAgreement(agreement, [marketing, { file: null, text }], { nowMs: signedAtMs });
    return issues.map(({ code }) => code);
  };
  expect(await codesOf(sales.text.slice(0, -20))).toEqual(['truncated', 'missing-signer']);
  expect(await codesOf(sales.text.replace('2026-09-28', '2026-09-27'))).toEqual(['bad-signature']);
  const order = `ed25519:AQ${'A'.repeat(41)}`;
  expect(await codesOf(sales.text.replaceAll(keys.sales.publicKey, order))).toEqual(['weak-key']);
  const { x } = keys.marketing.privateKey;
  const halves = { ...keys.sales.privateKey, x };
  const signing = signAgreement(agreement, { signer: 'marketing', privateKey: halves, signedAtMs, pins });
  await expect(signing).rejects.toMatchObject({ code: 'not-own-key' });
});

it('makes the signature that Node and an outside library make', async () => {
  // See seal-payload.test.ts.
  const key = {
    kty: 'OKP',
    crv: 'Ed25519',
    d: 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A',
    x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
  } as const;
  expect((await sealPayload({ b: 1, a: ['€', { z: null, y: true }] }, key)).signature).toBe(
    'EuLIU_abEn72Jzyqde__-2gDS4lrJ1xF7YucBX8T5oz_To7hVL1hebvUamRL7d-TXKuMohlizM2WaCkFxgHrCw',
  );
});
