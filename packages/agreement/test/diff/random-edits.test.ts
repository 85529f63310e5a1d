import { type Agreement, type AgreementInput, effectiveAgreement, normaliseAgreement } from '@sameteam/agreement';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/diff/agreement-diff.ts';
import { isEmptyDiff } from '../../src/diff/agreement-diff.ts';
import { diffAgreements } from '../../src/diff/diff-agreements.ts';
import { isSameJson } from '../../src/diff/same-json.ts';
import { randomDocument, type Written } from './random-agreement.ts';
import { type Expected, edits } from './random-edit.ts';
import { seededRandom } from './seeded-random.ts';

const runs = 1000;
const timeout = 300_000;

function read(document: Written): Agreement | null {
  try {
    return normaliseAgreement(document as unknown as AgreementInput);
  } catch {
    return null;
  }
}

function said({ changes, version }: { readonly changes: readonly Change[]; readonly version: readonly Change[] }) {
  expect(version).toEqual([]);
  return changes.map(({ address, was, kind, effect }): Expected => ({ address, was, kind, effect }));
}

function byAddress(one: Expected, other: Expected): number {
  return one.address + one.kind < other.address + other.kind ? -1 : 1;
}

/** What a diff says the other way round. */
function mirrored({ address, was, kind, effect, before, after }: Change) {
  const turned = {
    added: 'removed',
    removed: 'added',
    changed: 'changed',
    renamed: 'renamed',
    moved: 'moved',
  } as const;
  return {
    address: was ?? address,
    was: was === null ? null : address,
    kind: turned[kind],
    effect,
    before: after,
    after: before,
  };
}

function checkMirror(before: Agreement, after: Agreement): void {
  const forth = diffAgreements(before, after).changes.map(mirrored).sort(byAddress);
  const back = diffAgreements(after, before).changes;
  const plain = back.map(({ address, was, kind, effect, before: old, after: now }) => ({
    address,
    was,
    kind,
    effect,
    before: old,
    after: now,
  }));
  expect(plain.sort(byAddress)).toEqual(forth);
}

describe('a random edit of a random agreement', () => {
  const seen = new Map<string, number>();
  it('is listed, and nothing else', { timeout }, () => {
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom(...Object.keys(edits)), (seed, name) => {
        const random = seededRandom(seed);
        const document = randomDocument(random);
        const before = read(document);
        const edit = edits[name]?.(document, random) ?? null;
        const after = edit === null ? null : read(edit.document);
        fc.pre(before !== null && edit !== null && after !== null);
        seen.set(name, (seen.get(name) ?? 0) + 1);
        expect(said(diffAgreements(before, after))).toEqual([edit.expected]);
        expect(isEmptyDiff(diffAgreements(before, before))).toBe(true);
        checkMirror(before, after);
      }),
      { numRuns: runs, endOnFailure: true, maxSkipsPerRun: 10 },
    );
    for (const name of Object.keys(edits)) expect(seen.get(name) ?? 0, name).toBeGreaterThan(runs / 50);
  });
});
