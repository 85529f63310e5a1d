import { beforeAll, describe, expect, it } from 'vitest';
import { type Keyed, keyed, signedAtMs, signedBy, somePins } from '../../test/signing.ts';
import { AgreementError } from '../agreement-error.ts';
import { defaultAgreement } from '../default-agreement.ts';
import { normaliseAgreement } from '../effective/normalise-agreement.ts';
import { createSigningKey } from './create-signing-key.ts';
import { sealPayload } from './seal-payload.ts';
import { type SignOptions, signAgreement } from './sign-agreement.ts';
import { verifyAgreement } from './verify-agreement.ts';

let all: Keyed;

beforeAll(async () => {
  const changes: object = {
    calendars: { default: { zone: 'Europe/Berlin', holidays: 'DE' } },
    signatures: { required: ['marketing', 'sales'], witness: ['ceo'], keys: {} },
  };
  all = await keyed(normaliseAgreement({ ...defaultAgreement, ...changes }));
});

async function options(signer: string): Promise<SignOptions> {
  const { privateKey } = all.keys[signer] ?? (await createSigningKey());
  return { signer, privateKey, signedAtMs, pins: somePins(all.agreement) };
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

  const first = async (signer = 'marketing', more: Parameters<typeof signedBy>[2] = {}) => {
    const [file] = await signedBy(all, [signer], more);
    if (file === undefined) throw new Error('nothing was signed');
    return file;
  };
  const withoutChristmas = () => somePins(all.agreement, () => []);
  const signedWith = async (signer: string, more: Partial<SignOptions>) =>
    signAgreement(all.agreement, { ...(await options(signer)), ...more });
  const verified = (...texts: readonly string[]) =>
    verifyAgreement(
      all.agreement,
      texts.map((text) => ({ file: null, text })),
      { nowMs: signedAtMs },
    );

  it('refuses dates of others that are not its own, and names them', async () => {
    const others = [await first('marketing', { pins: withoutChristmas() })];
    await expect(signedWith('sales', { others })).rejects.toMatchObject({
      code: 'pins-not-own',
      params: {
        signers: ['marketing'],
        differences: [
          'no holiday 2026-12-25 in DE: 1. Weihnachtstag (one here)',
          'no holiday 2027-12-25 in DE: 1. Weihnachtstag (one here)',
        ],
        more: 0,
      },
    });
    const made = await signedWith('sales', { others, takeDates: true });
    expect(made).toMatchObject({ pinsOf: ['marketing'], taken: [expect.any(String), expect.any(String)] });
    expect(await verified(others[0]?.text ?? '', made.text)).toMatchObject({
      status: 'binding',
      pins: withoutChristmas(),
    });
  });

  it('refuses another first moment than the one that is known here', async () => {
    const dated = { ...all, agreement: normaliseAgreement({ ...all.agreement, effective: '2026-10-01' }) };
    const [marketing] = await signedBy(dated, ['marketing']);
    const { payload } = JSON.parse(marketing?.text ?? '');
    expect(payload.period).toEqual({ from: '2026-10-01T00:00:00.000Z', until: null });
    const moved = { ...payload, period: { from: '2026-09-30T01:00:00.000Z', until: null } };
    const { privateKey } = all.keys.marketing ?? (await createSigningKey());
    const others = [
      { file: null, text: JSON.stringify({ payload: moved, ...(await sealPayload(moved, privateKey)) }) },
    ];
    const sales = await options('sales');
    await expect(signAgreement(dated.agreement, { ...sales, others })).rejects.toMatchObject({
      code: 'pins-not-own',
      params: { differences: ['first moment 2026-09-30T01:00:00.000Z (here 2026-10-01T00:00:00.000Z)'], more: 0 },
    });
    const made = await signAgreement(dated.agreement, { ...sales, others, takeDates: true });
    expect(JSON.parse(made.text).payload.period).toEqual(moved.period);
  });

  it('names ten differences at most', async () => {
    const daily = somePins(all.agreement, (_, year) =>
      Array.from({ length: 28 }, (_, day) => ({ date: `${year}-02-${String(day + 1).padStart(2, '0')}`, name: 'x' })),
    );
    const { params } = (await signedWith('sales', { others: [await first('marketing', { pins: daily })] }).catch(
      (error: AgreementError<'pins-not-own'>) => error,
    )) as AgreementError<'pins-not-own'>;
    expect(params.differences).toHaveLength(10);
    expect(params.more).toBe(48);
  });

  it('signs the dates of others without a word where they are its own', async () => {
    const others = [await first()];
    const made = await signedWith('sales', { others });
    expect(made).toMatchObject({ pinsOf: ['marketing'], taken: [] });
    expect((await verified(others[0]?.text ?? '', made.text)).status).toBe('binding');
  });

  it('takes over nothing from a witness, whose dates then do not count', async () => {
    const ceo = await first('ceo', { pins: withoutChristmas() });
    expect(await verified(ceo.text)).toMatchObject({ status: 'draft', pins: null, issues: expect.any(Array) });
    const marketing = await signedWith('marketing', { others: [ceo] });
    expect(marketing).toMatchObject({ pinsOf: [], taken: [] });
    const sales = await signedWith('sales', { others: [ceo, { file: null, text: marketing.text }] });
    const verification = await verified(ceo.text, marketing.text, sales.text);
    expect(verification).toMatchObject({ status: 'binding', pins: somePins(all.agreement) });
    expect(verification.issues.map(({ code, signer }) => [code, signer])).toEqual([['pins-differ', 'ceo']]);
  });

  it('asks a witness too whether other dates are to be signed', async () => {
    const others = [await first('marketing', { pins: withoutChristmas() })];
    await expect(signedWith('ceo', { others })).rejects.toMatchObject({ code: 'pins-not-own' });
    expect((await signedWith('ceo', { others, takeDates: true })).pinsOf).toEqual(['marketing']);
  });

  it('does not take over the dates of a signature that does not hold', async () => {
    const { text } = await first();
    const broken = { file: null, text: text.replace('1. Weihnachtstag', '2. Weihnachtstag') };
    expect(broken.text).not.toBe(text);
    const made = await signedWith('sales', { pins: withoutChristmas(), others: [broken] });
    expect(made.pinsOf).toEqual([]);
    expect(JSON.parse(made.text).payload.pins).toEqual(withoutChristmas());
  });

  it('says that a clock is behind', async () => {
    const others = [await first()];
    const late = signedWith('sales', { others, signedAtMs: signedAtMs - 6 * 60_000 });
    await expect(late).rejects.toMatchObject({ code: 'clock-behind', params: { signer: 'marketing' } });
    expect((await signedWith('sales', { others, signedAtMs: signedAtMs - 4 * 60_000 })).pinsOf).toEqual(['marketing']);
  });

  it.each<[string, Partial<SignOptions>, string]>([
    ['no name', { by: '' }, 'the name of the person'],
    ['a name that is too long', { by: 'x'.repeat(201) }, '201 characters'],
    ['no time', { signedAtMs: Number.NaN }, 'NaN'],
    ['a time after the year 9999', { signedAtMs: Date.UTC(10000, 0, 1) }, 'years 1970 to 9999'],
    ['half a surrogate pair', { by: '\ud800' }, 'the name of the person'],
    ['years out of order', { pins: { fromYear: 2027, toYear: 2026, zones: {}, holidays: {} } }, '2027 back to 2026'],
    ['no zones', { pins: { fromYear: 2026, toYear: 2027, zones: {}, holidays: { DE: [] } } }, 'the zone UTC'],
  ])('refuses %s, instead of a file that is refused later', async (_name, more, words) => {
    const error = await signedWith('sales', more).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'not-signable', message: expect.stringContaining(words) });
  });

  it.each([
    [{ until: '9999-12-31' }, '"until" is 9999-12-31'],
    [{ effective: '9990-01-01' }, '"effective" is 9990-01-01'],
    [{ effective: '2028-01-01' }, 'of the years 2026 to 2027'],
  ])('refuses %j by name', async (days, words) => {
    const other = normaliseAgreement({ ...all.agreement, ...days });
    const made = signAgreement(other, await options('sales'));
    await expect(made).rejects.toMatchObject({ code: 'not-signable', message: expect.stringContaining(words) });
  });

  it('gives out no file that verification refuses', async () => {
    const { privateKey, publicKey } = await createSigningKey();
    const signatures = { required: ['sales team'], witness: [], keys: { 'sales team': publicKey } };
    const made = signAgreement({ ...all.agreement, signatures }, { ...(await options('sales team')), privateKey });
    await expect(made).rejects.toMatchObject({
      code: 'not-signable',
      message: expect.stringContaining('would be refused: The file is no complete signature: payload.signer'),
    });
  });

  it('refuses one key for two signers', async () => {
    const key = all.keys.sales?.publicKey ?? '';
    const signatures = { ...all.agreement.signatures, keys: { sales: key, marketing: key } };
    const shared = normaliseAgreement({ ...all.agreement, signatures });
    await expect(signAgreement(shared, await options('sales'))).rejects.toMatchObject({
      code: 'key-shared',
      params: { signers: ['marketing', 'sales'] },
    });
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
