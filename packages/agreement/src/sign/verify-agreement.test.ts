import { readFileSync } from 'node:fs';
import { base64url } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Keyed, keyed, signedAtMs, signedBy, somePins } from '../../test/signing.ts';
import type { Agreement } from '../agreement.ts';
import { normaliseAgreement } from '../effective/normalise-agreement.ts';
import { parseAgreement } from '../load/parse-agreement.ts';
import { createSigningKey, type PrivateKey } from './create-signing-key.ts';
import { agreementDigest, clauseManifest } from './digest.ts';
import type { SignatureFile } from './read-signature.ts';
import { sealPayload } from './seal-payload.ts';
import type { SignaturePayload } from './signature-payload.ts';
import { verifyAgreement } from './verify-agreement.ts';

const { agreement: acme } = parseAgreement(
  readFileSync(new URL('../../test/fixtures/acme.yaml', import.meta.url), 'utf8'),
);
if (acme === null) throw new Error('acme.yaml cannot be read');

const bindsMs = Date.parse('2026-09-30T22:00:00Z');
let all: Keyed;
let marketing: SignatureFile;
let sales: SignatureFile;

beforeAll(async () => {
  all = await keyed(acme);
  [marketing, sales] = (await signedBy(all, ['marketing', 'sales'])) as [SignatureFile, SignatureFile];
});

const verify = (files: readonly SignatureFile[], agreement: Agreement = all.agreement, nowMs = bindsMs) =>
  verifyAgreement(agreement, files, { nowMs });
const codes = async (...args: Parameters<typeof verify>) => (await verify(...args)).issues.map(({ code }) => code);
const changedAcme = (change: object) => normaliseAgreement({ ...all.agreement, ...change });

/** A file whose payload is another, signed again by the key of a signer. */
async function resigned(file: SignatureFile, change: object, key?: PrivateKey): Promise<SignatureFile> {
  const payload = { ...JSON.parse(file.text).payload, ...change };
  const own = key ?? all.keys[payload.signer]?.privateKey;
  if (own === undefined) throw new Error('no key');
  return { file: file.file, text: JSON.stringify({ payload, ...(await sealPayload(payload, own)) }) };
}

/** A file with something else in it, which nobody signed. */
function edited(
  file: SignatureFile,
  change: (json: { payload: SignaturePayload } & Record<string, unknown>) => object,
): SignatureFile {
  return { file: file.file, text: JSON.stringify(change(JSON.parse(file.text))) };
}

describe('verifyAgreement', () => {
  it('is a draft without signatures, and says who is missing', async () => {
    const verification = await verify([]);
    expect(verification).toMatchObject({ status: 'draft', signed: 'unsigned', binds: null, pins: null });
    expect(verification.signers.map(({ signer, role, verdict }) => [signer, role, verdict])).toEqual([
      ['marketing', 'required', 'missing'],
      ['sales', 'required', 'missing'],
      ['ceo', 'witness', 'missing'],
    ]);
    expect(verification.issues.map(({ code, signer, severity }) => [code, signer, severity])).toEqual([
      ['missing-signer', 'marketing', 'information'],
      ['missing-signer', 'sales', 'information'],
    ]);
  });

  it('is a draft with one of two signatures', async () => {
    const verification = await verify([marketing]);
    expect(verification).toMatchObject({ status: 'draft', signed: 'partly', binds: null });
    expect(verification.issues.map(({ code, signer }) => [code, signer])).toEqual([['missing-signer', 'sales']]);
  });

  it('binds from midnight of its first day, in its zone, once both have signed', async () => {
    expect(await verify([marketing, sales])).toMatchObject({
      status: 'binding',
      signed: 'signed',
      digest: await agreementDigest(all.agreement),
      binds: { fromMs: bindsMs, untilMs: null, signedAtMs },
      pins: somePins(all.agreement),
      issues: [],
    });
    expect((await verify([sales, marketing], all.agreement, bindsMs - 1)).status).toBe('signed');
  });

  it('ends with its last day', async () => {
    const short = await keyed(changedAcme({ until: '2026-12-31' }));
    const files = await signedBy(short, ['marketing', 'sales']);
    const end = Date.parse('2026-12-31T23:00:00Z');
    expect((await verify(files, short.agreement, end - 1)).status).toBe('binding');
    expect((await verify(files, short.agreement, end)).status).toBe('ended');
  });

  it('binds from the last required signature where no first day is named', async () => {
    const open = await keyed(changedAcme({ effective: null }));
    const files = [
      ...(await signedBy(open, ['marketing'])),
      ...(await signedBy(open, ['sales'], { signedAtMs: signedAtMs + 5000 })),
      ...(await signedBy(open, ['ceo'], { signedAtMs: signedAtMs + 9000 })),
    ];
    const { binds, status } = await verify(files, open.agreement, signedAtMs + 9000);
    expect({ binds, status }).toEqual({
      binds: { fromMs: signedAtMs + 5000, untilMs: null, signedAtMs: signedAtMs + 5000 },
      status: 'binding',
    });
  });

  it('takes a witness along, who cannot make it bind', async () => {
    const [ceo] = (await signedBy(all, ['ceo'])) as [SignatureFile];
    expect(await verify([ceo])).toMatchObject({ status: 'draft', signed: 'partly' });
    const { signers, issues } = await verify([marketing, ceo, sales]);
    expect(signers.map(({ verdict }) => verdict)).toEqual(['holds', 'holds', 'holds']);
    expect(issues).toEqual([]);
  });

  it('never binds where nobody must sign', async () => {
    const loose = await keyed(changedAcme({ signatures: { required: [], witness: ['ceo'] } }));
    const files = await signedBy(loose, ['ceo']);
    expect(await verify(files, loose.agreement)).toMatchObject({ status: 'draft', signed: 'partly' });
    expect(await codes(files, loose.agreement)).toEqual(['nobody-required']);
  });

  it('lets one leader of both sign alone', async () => {
    const one = await keyed(changedAcme({ signatures: { required: ['revenue'] } }));
    expect((await verify(await signedBy(one, ['revenue']), one.agreement)).status).toBe('binding');
  });

  it('holds however the file is laid out', async () => {
    const { payload, ...seal } = JSON.parse(sales.text);
    const backwards = Object.fromEntries(Object.entries(payload).reverse());
    for (const text of [
      `\uFEFF${sales.text}`,
      JSON.stringify({ ...seal, payload: backwards }),
      sales.text.replaceAll('\n', '\r\n'),
    ]) {
      expect(await codes([marketing, { file: null, text }])).toEqual([]);
    }
  });

  it('does not let a broken file undo one that holds', async () => {
    const broken = { file: 'x.sig.json', text: sales.text.slice(0, 100) };
    const verification = await verify([broken, marketing, sales]);
    expect(verification.status).toBe('binding');
    expect(verification.issues.map(({ code, file }) => [code, file])).toEqual([['truncated', 'x.sig.json']]);
  });
});

describe('a file that is no signature', () => {
  it('is named when it cannot be read at all, and the others count', async () => {
    const folder = { file: 'acme.v3.zzz.sig.json', text: '', unreadable: true };
    const { status, issues } = await verify([marketing, folder, sales]);
    expect(status).toBe('binding');
    expect(issues.map(({ code, file }) => [code, file])).toEqual([['unreadable', 'acme.v3.zzz.sig.json']]);
  });

  it.each([
    ['', 'truncated'],
    ['<html></html>', 'not-json'],
    ['{}', 'not-a-signature'],
    ['{"payload":{"type":"sameteam.signing-key"}}', 'not-a-signature'],
    ['{"payload":{"type":"sameteam.signature","formatVersion":2}}', 'format-version'],
    ['{"payload":{"type":"sameteam.signature"}}', 'not-a-signature'],
    ['{"payload":{"type":"sameteam.signature","formatVersion":1}}', 'malformed'],
    ['{"payload":1,"payload":2}', 'ambiguous'],
    [' '.repeat(10_000_001), 'too-large'],
  ])('%.60s is %s', async (text, code) => {
    expect((await codes([{ file: null, text }]))[0]).toBe(code);
  });

  it('is told wherever it was cut off', async () => {
    for (let length = 1; length < sales.text.trimEnd().length; length += 97) {
      expect((await codes([{ file: null, text: sales.text.slice(0, length) }]))[0]).toBe('truncated');
    }
  });

  it.each<[string, (json: { payload: SignaturePayload } & Record<string, unknown>) => object]>([
    ['a field more', (json) => ({ ...json, extra: 1 })],
    ['a field more in the payload', (json) => ({ ...json, payload: { ...json.payload, extra: 1 } })],
    ['a header of its own', (json) => ({ ...json, header: { alg: 'none' } })],
    ['no signature', ({ signature: _, ...json }) => json],
    ['padding', (json) => ({ ...json, signature: `${json.signature}==` })],
    ['junk after the signature', (json) => ({ ...json, signature: `${json.signature}A` })],
    ['another header', (json) => ({ ...json, protected: base64url.encode('{"alg":"none"}') })],
    ['the same header, padded', (json) => ({ ...json, protected: `${json.protected}=` })],
    ['the same header with a space', (json) => ({ ...json, protected: base64url.encode('{"alg": "Ed25519"}') })],
    ['a time without a zone', (json) => ({ ...json, payload: { ...json.payload, signedAt: '2026-09-28T14:00:00' } })],
    [
      'a day that there is not',
      (json) => ({ ...json, payload: { ...json.payload, signedAt: '2026-02-30T14:00:00.000Z' } }),
    ],
    ['half of a surrogate pair', (json) => ({ ...json, payload: { ...json.payload, by: '\ud800' } })],
  ])('with %s it is malformed', async (_name, change) => {
    const found = await codes([edited(sales, change)]);
    expect(['malformed', 'ambiguous', 'bad-signature']).toContain(found[0]);
    expect((await verify([marketing, edited(sales, change)])).status).toBe('draft');
  });

  it('is refused when its parts contradict each other, even signed', async () => {
    const { document, clauses, period, agreement } = JSON.parse(sales.text).payload;
    const other = { ...document, currency: 'USD' } as unknown as Agreement;
    const changes = [
      { document: other },
      { document: other, digest: await agreementDigest(other) },
      { document: {}, digest: await agreementDigest({} as unknown as Agreement), clauses: {} },
      { clauses: { ...clauses, currency: clauses.timeZone } },
      { clauses: { ...clauses, more: clauses.timeZone } },
      { agreement: { ...agreement, version: 4 } },
      { agreement: { ...agreement, until: '2027-01-01' } },
      { period: { ...period, from: '2020-01-01T00:00:00.000Z' } },
      { period: { ...period, from: null } },
      { period: { ...period, until: '2030-01-01T00:00:00.000Z' } },
    ];
    for (const change of changes) {
      const [first] = (await verify([await resigned(sales, change)])).issues;
      expect([first?.code, first?.signer], JSON.stringify(change).slice(0, 80)).toEqual(['malformed', 'sales']);
    }
  });
});

describe('dates that cannot be', () => {
  const berlin = (offsets: readonly object[]) => ({
    zones: { ...somePins(all.agreement).zones, 'Europe/Berlin': offsets },
  });
  const since = (day: string, offsetSeconds = 3600) => ({ since: `${day}T00:00:00.000Z`, offsetSeconds });

  it.each<[string, () => object, string]>([
    ['years out of order', () => ({ fromYear: 2027, toYear: 2026 }), '2027 back to 2026'],
    ['offsets out of order', () => berlin([since('2025-12-30'), since('2026-10-25'), since('2026-03-29')]), 'order'],
    ['an offset twice', () => berlin([since('2025-12-30'), since('2025-12-30')]), 'order'],
    ['offsets that begin too late', () => berlin([since('2026-01-01')]), 'begin after'],
    ['offsets that begin after the years', () => berlin([since('2025-12-30'), since('2029-01-01')]), 'last year'],
    ['an offset of 27 hours', () => berlin([since('2025-12-30', 27 * 3600)]), '97200 seconds'],
    ['no zone of the agreement', () => ({ zones: {} }), 'zone Europe/Berlin'],
    ['no holidays of its region', () => ({ holidays: {} }), 'holidays of DE'],
    ['holidays of other years', () => ({ holidays: { DE: [{ date: '2031-12-25', name: 'x' }] } }), '2031-12-25'],
    ['other years than its first day', () => ({ fromYear: 2027, toYear: 2027 }), '2026-10-01'],
  ])('%s: malformed, even signed', async (_name, change, words) => {
    const pins = { ...somePins(all.agreement), ...change() };
    const file = await resigned(sales, { pins });
    const { status, issues } = await verify([marketing, file]);
    expect(status).toBe('draft');
    expect(issues.map(({ code, signer }) => [code, signer])).toEqual([['malformed', 'sales']]);
    expect(issues[0]?.message).toContain(words);
  });

  it('are not taken from a witness', async () => {
    const [ceo] = (await signedBy(all, ['ceo'], { pins: somePins(all.agreement, () => []) })) as [SignatureFile];
    expect(await verify([ceo])).toMatchObject({ status: 'draft', signed: 'partly', pins: null });
    const { pins, issues, status } = await verify([ceo, marketing, sales]);
    expect({ pins, status }).toEqual({ pins: somePins(all.agreement), status: 'binding' });
    expect(issues.map(({ code, signer }) => [code, signer])).toEqual([['pins-differ', 'ceo']]);
  });
});

describe('one key for two signers', () => {
  const sharing = () => {
    const { marketing: _, ...keys } = all.agreement.signatures.keys;
    const signatures = { ...all.agreement.signatures, keys: { ...keys, marketing: keys.sales ?? '' } };
    return changedAcme({ signatures });
  };

  it('is told before anybody signs', async () => {
    const { issues } = await verify([], sharing());
    expect(issues.map(({ code, severity }) => [code, severity])).toEqual([
      ['shared-key', 'error'],
      ['missing-signer', 'information'],
      ['missing-signer', 'information'],
    ]);
    expect(issues[0]?.message).toContain('"marketing" and "sales"');
  });

  it('is one person, who cannot sign for both', async () => {
    const agreement = sharing();
    const own = { ...(await keyedPayload(agreement)), key: agreement.signatures.keys.sales };
    const files = [
      await resigned(sales, own),
      await resigned(sales, { ...own, signer: 'marketing' }, all.keys.sales?.privateKey),
    ];
    const { status, signed, issues } = await verify(files, agreement);
    expect({ status, signed }).toEqual({ status: 'draft', signed: 'unsigned' });
    expect(issues.map(({ code, signer }) => [code, signer])).toEqual([
      ['shared-key', 'sales'],
      ['shared-key', 'marketing'],
    ]);
  });

  const keyedPayload = async (document: Agreement) => ({
    document,
    digest: await agreementDigest(document),
    clauses: await clauseManifest(document),
  });
});

describe('who signed', () => {
  it('tells a key of the wrong team', async () => {
    const { privateKey, publicKey } = all.keys.marketing ?? (await createSigningKey());
    const file = await resigned(sales, { key: publicKey }, privateKey);
    const { issues, status } = await verify([marketing, file]);
    expect(status).toBe('draft');
    expect(issues.map(({ code, message }) => [code, message])).toEqual([
      ['key-of-wrong-team', 'The signature of "sales" was made with the key of "marketing".'],
    ]);
  });

  it('tells a key that nobody has declared', async () => {
    const { privateKey, publicKey } = await createSigningKey();
    expect(await codes([marketing, await resigned(sales, { key: publicKey }, privateKey)])).toEqual(['unknown-key']);
  });

  it('does not let a file name a key that did not sign it', async () => {
    const { privateKey } = await createSigningKey();
    expect(await codes([marketing, await resigned(sales, {}, privateKey)])).toEqual(['bad-signature']);
    const stranger = await createSigningKey();
    expect(
      await codes([
        marketing,
        edited(sales, (json) => ({ ...json, payload: { ...json.payload, key: stranger.publicKey } })),
      ]),
    ).toEqual(['bad-signature']);
  });

  it('tells that no key is declared, and that the clause changed', async () => {
    const { marketing: key } = all.agreement.signatures.keys;
    const bare = changedAcme({ signatures: { ...all.agreement.signatures, keys: { marketing: key } } });
    const { issues } = await verify([sales], bare);
    expect(issues.map(({ code }) => code)).toEqual(['no-key-declared', 'clause-changed', 'missing-signer']);
    expect(issues[1]?.clauses.map(({ address }) => address)).toEqual(['signatures']);
  });

  it('refuses a key of small order, which signs anything', async () => {
    const zero = new Uint8Array(32);
    zero[0] = 1;
    const bytes = new Uint8Array(64);
    bytes[0] = 1;
    const key = `ed25519:${base64url.encode(zero)}`;
    const trap = changedAcme({ signatures: { required: ['sales'], keys: { sales: key } } });
    const payload = {
      ...JSON.parse(sales.text).payload,
      document: trap,
      digest: await agreementDigest(trap),
      clauses: await clauseManifest(trap),
      key,
    };
    const signature = base64url.encode(bytes);
    const text = JSON.stringify({ payload, protected: JSON.parse(sales.text).protected, signature });
    expect((await verify([{ file: null, text }], trap)).issues.map(({ code }) => code)).toEqual(['weak-key']);
  });

  it('tells a signer whom the agreement does not name, and one in another role', async () => {
    const stranger = await resigned(sales, { signer: 'support' }, all.keys.sales?.privateKey);
    expect(await codes([marketing, sales, stranger])).toEqual(['signer-not-named']);
    expect(await codes([marketing, await resigned(sales, { role: 'witness' })])).toEqual(['role-differs']);
    expect(await codes([marketing, await resigned(sales, { signer: 'ceo' }, all.keys.sales?.privateKey)])).toEqual([
      'role-differs',
      'key-of-wrong-team',
      'missing-signer',
    ]);
  });

  it('counts the earlier of two signatures', async () => {
    const [again] = (await signedBy(all, ['sales'], { signedAtMs: signedAtMs + 1000 })) as [SignatureFile];
    const { issues, status, signers } = await verify([{ ...again, file: 'again' }, marketing, sales]);
    expect(status).toBe('binding');
    expect(issues.map(({ code, severity, file }) => [code, severity, file])).toEqual([
      ['duplicate-signer', 'warning', 'again'],
    ]);
    expect(signers[1]?.file).toBe('sales.sig.json');
  });
});

describe('what was signed, and when', () => {
  it('names the clause that changed, in words, with what was signed', async () => {
    const decision = { ...all.agreement.sla.decision, within: { time: '5wd', calendar: 'owner' } };
    const { status, issues } = await verify(
      [marketing, sales],
      changedAcme({ sla: { ...all.agreement.sla, decision } }),
    );
    expect(status).toBe('draft');
    expect(issues.map(({ code, signer }) => [code, signer])).toEqual([
      ['clause-changed', 'marketing'],
      ['clause-changed', 'sales'],
    ]);
    expect(issues[0]?.clauses).toMatchObject([
      {
        address: 'sla.decision',
        kind: 'changed',
        before: { within: { time: '3wd' } },
        after: { within: { time: '5wd' } },
      },
    ]);
    expect(issues[0]?.message).toContain('"marketing" signed: sla.decision. Now: ');
    expect(issues[0]?.message).toContain('5 working days');
  });

  it('names clauses that were added and removed', async () => {
    const { decision: _, ...rest } = all.agreement.sla;
    const other = { ...rest, second_look: all.agreement.sla.decision };
    const { issues } = await verify([sales], changedAcme({ sla: other }));
    expect(issues.map(({ code, clauses }) => [code, clauses.map(({ address }) => address)])).toEqual([
      ['clause-added', ['sla.second_look']],
      ['clause-removed', ['sla.decision']],
      ['missing-signer', []],
    ]);
  });

  it('tells a signature of another version, or of another agreement, and nothing else', async () => {
    const next = changedAcme({ version: 4, currency: 'USD', rates: {}, signatures: { required: ['sales'] } });
    const { issues } = await verify([sales], next);
    expect(issues.map(({ code, message }) => [code, message])).toEqual([
      ['other-version', 'This signs version 3. The one that is checked is version 4.'],
    ]);
    expect(issues[0]?.clauses.map(({ address }) => address)).toContain('currency');
    expect(await codes([marketing, sales], changedAcme({ name: 'Beta' }))).toEqual([
      'other-agreement',
      'other-agreement',
    ]);
  });

  it('does not count dates that others have not signed', async () => {
    const pins = somePins(all.agreement, () => []);
    const [other] = (await signedBy(all, ['sales'], { pins })) as [SignatureFile];
    const verification = await verify([marketing, other]);
    expect(verification).toMatchObject({ status: 'draft', signed: 'partly', pins: somePins(all.agreement) });
    expect(verification.issues.map(({ code, signer }) => [code, signer])).toEqual([['pins-differ', 'sales']]);
    const settled = await verify([other, sales, marketing]);
    expect(settled).toMatchObject({ status: 'binding', pins: somePins(all.agreement) });
  });

  it('does not count what was signed in the future, five minutes aside', async () => {
    expect(await codes([sales], all.agreement, signedAtMs - 5 * 60_000)).toEqual(['missing-signer']);
    expect(await codes([sales], all.agreement, signedAtMs - 5 * 60_000 - 1)).toEqual([
      'signed-in-future',
      'missing-signer',
    ]);
  });

  it('still holds when a later release knows more defaults', async () => {
    const { cadence: _, territories: __, ...older } = all.agreement;
    const document = older as unknown as Agreement;
    const change = {
      document,
      digest: await agreementDigest(document),
      clauses: await clauseManifest(document),
    };
    expect(await codes([marketing, await resigned(sales, change)])).toEqual([]);
  });
});
