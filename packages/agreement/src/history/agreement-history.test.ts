import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultAgreement } from '../default-agreement.ts';
import { type AgreementVersion, agreementHistory } from './agreement-history.ts';
import { versionAt } from './version-at.ts';

const day = 86_400_000;

interface Given {
  readonly version: number;
  /** Days since 1970. */
  readonly from?: number;
  readonly until?: number | null;
  readonly signed?: number;
  readonly content?: string;
  readonly key?: string;
  readonly name?: string;
  readonly required?: readonly string[];
  readonly keys?: Readonly<Record<string, string>>;
}

function version({ version, from, until = null, signed = 0, content = '', key, ...given }: Given): AgreementVersion {
  const { name = defaultAgreement.name, required = defaultAgreement.signatures.required } = given;
  const untilDay = until === null ? null : new Date((until - 1) * day).toISOString().slice(0, 10);
  const keys = given.keys ?? (key === undefined ? {} : { sales: key });
  const signatures = { ...defaultAgreement.signatures, required: [...required], keys };
  return {
    agreement: { ...defaultAgreement, name, version, until: untilDay, signatures },
    verification: {
      digest: `${version}${content}`,
      binds:
        from === undefined
          ? null
          : { fromMs: from * day, untilMs: until === null ? null : until * day, signedAtMs: signed * day },
    },
  };
}

const history = (...given: readonly Given[]) => agreementHistory(given.map(version));
const periodsOf = (...given: readonly Given[]) =>
  history(...given).periods.map(({ version, fromMs, untilMs }) => [version, fromMs / day, untilMs && untilMs / day]);
const codesOf = (...given: readonly Given[]) =>
  history(...given).issues.map(({ code, version }) => `${code} ${version}`);

describe('agreementHistory', () => {
  it('lets each version bind until the next one', () => {
    const given = [
      { version: 3, from: 30 },
      { version: 1, from: 10 },
      { version: 2, from: 20 },
    ];
    expect(periodsOf(...given)).toEqual([
      [1, 10, 20],
      [2, 20, 30],
      [3, 30, null],
    ]);
    expect(codesOf(...given)).toEqual([]);
  });

  it('has a gap where a version says that it ends', () => {
    const given = [
      { version: 1, from: 10, until: 15 },
      { version: 2, from: 20 },
    ];
    expect(periodsOf(...given)).toEqual([
      [1, 10, 15],
      [2, 20, null],
    ]);
    expect(codesOf(...given)).toEqual(['gap 1']);
    expect(history(...given).issues[0]).toMatchObject({
      severity: 'information',
      message: 'No version binds after 1970-01-15, where version 1 ends as it says, until version 2 begins.',
    });
    expect(codesOf({ version: 1, from: 10, until: 20 }, { version: 2, from: 20 })).toEqual([]);
  });

  it('lets the later version hold where two overlap, and says so', () => {
    const given = [
      { version: 1, from: 10, until: 50 },
      { version: 2, from: 20, until: 30 },
    ];
    expect(periodsOf(...given)).toEqual([
      [1, 10, 20],
      [2, 20, 30],
    ]);
    expect(codesOf(...given)).toEqual(['overlap 1']);
  });

  it('tells versions that are out of order', () => {
    const given = [
      { version: 2, from: 20 },
      { version: 3, from: 10 },
      { version: 4, from: 30 },
    ];
    expect(periodsOf(...given)).toEqual([
      [3, 10, 30],
      [4, 30, null],
    ]);
    expect(codesOf(...given)).toEqual(['out-of-order 2']);
    expect(codesOf({ version: 1, from: 10 }, { version: 2, from: 10 })).toEqual(['out-of-order 1']);
  });

  it('tells a version that ends before it begins', () => {
    expect(periodsOf({ version: 1, from: 10 }, { version: 2, from: 20, until: 15 })).toEqual([[1, 10, null]]);
    expect(codesOf({ version: 1, from: 10 }, { version: 2, from: 20, until: 15 })).toEqual(['never-binds 2']);
  });

  it('tells one version with two contents, and takes the one that was signed first', () => {
    const given = [
      { version: 1, from: 5, signed: 4, content: 'b' },
      { version: 1, from: 10, signed: 3, content: 'a' },
    ];
    expect(history(...given).periods.map(({ digest }) => digest)).toEqual(['1a']);
    expect(codesOf(...given)).toEqual(['same-version-twice 1']);
    expect(history({ version: 1, content: 'a' }, { version: 1, from: 10 }).periods.map(({ digest }) => digest)).toEqual(
      ['1'],
    );
    expect(codesOf({ version: 1, content: 'a' }, { version: 1, from: 10 })).toEqual(['same-version-twice 1']);
    expect(codesOf({ version: 1 }, { version: 1, content: 'a' })).toEqual(['same-version-twice 1']);
  });

  it('counts the same document once', () => {
    expect(codesOf({ version: 1 }, { version: 1, from: 10 }, { version: 1, from: 10 })).toEqual([]);
    expect(periodsOf({ version: 1 }, { version: 1, from: 10 })).toEqual([[1, 10, null]]);
  });

  it('passes a draft over, and says so when one stands between', () => {
    const given = [{ version: 1, from: 10 }, { version: 2 }, { version: 3, from: 30 }, { version: 4 }];
    expect(periodsOf(...given)).toEqual([
      [1, 10, 30],
      [3, 30, null],
    ]);
    expect(codesOf(...given)).toEqual(['draft-between 2']);
    expect(history(...given).draft?.agreement.version).toBe(4);
  });

  it('tells that a signer has another key', () => {
    const given = [
      { version: 1, from: 10, key: 'ed25519:a' },
      { version: 2, from: 20, key: 'ed25519:b' },
    ];
    expect(codesOf(...given)).toEqual(['key-changed 2']);
    expect(codesOf({ version: 1, from: 10 }, { version: 2, from: 20, key: 'ed25519:b' })).toEqual([]);
  });

  it('tells that other signers had to sign, with their keys', () => {
    const both = { required: ['marketing', 'sales'], keys: { marketing: 'ed25519:m', sales: 'ed25519:s' } };
    const one = { version: 1, from: 10, ...both };
    const wider = { required: ['marketing', 'sales', 'cs'], keys: { ...both.keys, cs: 'ed25519:c' } };
    expect(codesOf(one, { version: 2, from: 20, ...both })).toEqual([]);
    expect(history(one, { version: 2, from: 20, ...wider }).issues).toMatchObject([
      {
        code: 'signers-changed',
        severity: 'warning',
        version: 2,
        message: 'Others had to sign version 2 than version 1. New: "cs" (ed25519:c).',
      },
    ]);
    expect(history(one, { version: 2, from: 20, ...both, required: ['sales'] }).issues).toMatchObject([
      { code: 'signers-changed', severity: 'warning', message: expect.stringContaining('No more: "marketing".') },
    ]);
  });

  it('does not let strangers end a version without an error', () => {
    const one = { version: 3, from: 10, required: ['marketing', 'sales'], keys: { sales: 'ed25519:s' } };
    const intern = { version: 4, from: 20, required: ['intern'], keys: { intern: 'ed25519:i' } };
    const { issues } = history(one, intern);
    expect(issues.map(({ code, severity, version }) => [code, severity, version])).toEqual([
      ['signers-changed', 'error', 4],
    ]);
    expect(issues[0]?.message).toContain('"intern" (ed25519:i)');
    const stolen = { version: 4, from: 20, required: ['sales'], keys: { sales: 'ed25519:i' } };
    expect(
      history({ ...one, required: ['sales'] }, stolen).issues.map(({ code, severity }) => [code, severity]),
    ).toEqual([
      ['key-changed', 'warning'],
      ['signers-changed', 'error'],
    ]);
  });

  it('tells versions of two agreements, drafts too', () => {
    const given = [
      { version: 1, from: 10 },
      { version: 2, name: 'Beta' },
      { version: 3, from: 30, name: 'Beta' },
    ];
    expect(codesOf(...given)).toContain('two-agreements 2');
    expect(history(...given).issues[0]).toMatchObject({
      severity: 'error',
      message: expect.stringContaining('"Beta"'),
    });
    expect(codesOf({ version: 1, from: 10 }, { version: 2, from: 20 })).toEqual([]);
  });

  it('is empty without versions', () => {
    expect(agreementHistory([])).toEqual({ periods: [], draft: null, issues: [] });
  });

  it('gives on each day the highest version that has begun, if that has not ended', () => {
    const some = fc.record({
      version: fc.integer({ min: 1, max: 6 }),
      from: fc.integer({ min: 1, max: 40 }),
      until: fc.option(fc.integer({ min: 1, max: 50 })),
    });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 8 }), (given) => {
        const documents = given.map((one, index) => ({ ...one, signed: index, content: ` ${index}` }));
        const { periods } = history(...documents);
        const first = documents.filter((one) => one === documents.find((other) => other.version === one.version));
        const possible = first.filter(({ from, until }) => until === null || from < until);
        for (let at = 0; at < 60; at++) {
          const begun = possible.filter(({ from }) => from <= at).sort((x, y) => y.version - x.version)[0];
          const expected = begun && (begun.until ?? 60) > at ? [begun.version] : [];
          const found = periods.filter(({ fromMs, untilMs }) => fromMs <= at * day && (untilMs ?? 60 * day) > at * day);
          expect(found.map((period) => period.version)).toEqual(expected);
        }
      }),
      { numRuns: 1000, endOnFailure: true },
    );
  });
});

describe('versionAt', () => {
  const given = [
    { version: 1 },
    { version: 2, from: 10, until: 15 },
    { version: 3, from: 20, until: 30 },
    { version: 9 },
  ];
  const at = (days: number) => {
    const found = versionAt(history(...given), days * day);
    return found && [found.version, found.binding];
  };

  it.each([
    ['before the first that binds', 9, [2, false]],
    ['in it', 10, [2, true]],
    ['in a gap', 15, [2, false]],
    ['in the next', 20, [3, true]],
    ['in its last moment', 30 - 1 / day, [3, true]],
    ['after the end', 30, [3, false]],
  ])('%s', (_name, days, expected) => {
    expect(at(days)).toEqual(expected);
  });

  it('is the highest draft where none binds, and nothing where there is none', () => {
    const drafts = agreementHistory([version({ version: 2 }), version({ version: 1 })]);
    expect(versionAt(drafts, 0)).toMatchObject({ version: 2, digest: '2', binding: false });
    expect(versionAt(agreementHistory([]), 0)).toBeNull();
  });
});
