import {
  type Agreement,
  type AgreementInput,
  clauseAt,
  clausesOf,
  effectiveAgreement,
  type Json,
  normaliseAgreement,
} from '@sameteam/agreement';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AgreementDiff, Change } from '../../src/diff/agreement-diff.ts';
import { diffAgreements } from '../../src/diff/diff-agreements.ts';
import { diffMarkdown } from '../../src/diff/diff-markdown.ts';
import { diffText } from '../../src/diff/diff-text.ts';
import { overridable } from '../../src/schema/overrides.ts';
import { randomDocument, type Written } from './random-agreement.ts';
import { type Edited, type Expected, edits, everyRename, renamedDocument } from './random-edit.ts';
import { type Random, seededRandom } from './seeded-random.ts';

const runs = 1000;
const timeout = 600_000;
const seeds = fc.integer();
const options = { endOnFailure: true, maxSkipsPerRun: 20 };

/** The agreement that a document is; `null` for one that is refused. */
function read(document: Written): Agreement | null {
  try {
    return normaliseAgreement(document as unknown as AgreementInput);
  } catch {
    return null;
  }
}

function said({ changes, version }: AgreementDiff): readonly Expected[] {
  expect(version).toEqual([]);
  return inOrder(changes.map(({ address, was, kind, effect }): Expected => ({ address, was, kind, effect })));
}

function inOrder<T extends Expected>(changes: readonly T[]): readonly T[] {
  const key = ({ address, kind }: Expected) => `${address} ${kind}`;
  return changes.toSorted((one, other) => (key(one) < key(other) ? -1 : 1));
}

const turned = { added: 'removed', removed: 'added', changed: 'changed', renamed: 'renamed', moved: 'moved' } as const;

function plain({ address, was, kind, effect, before, after }: Change) {
  return { address, was, kind, effect, before, after };
}

/** What must be said the other way round. */
function mirrored({ address, was, kind, effect, before, after }: Change) {
  return {
    address: was ?? address,
    was: was === null ? null : address,
    kind: turned[kind],
    effect,
    before: after,
    after: before,
  };
}

/** What holds for every diff. */
function checkDiff(before: Agreement, after: Agreement, diff: AgreementDiff): void {
  const back = diffAgreements(after, before);
  expect(inOrder([...back.changes, ...back.version].map(plain))).toEqual(
    inOrder([...diff.changes, ...diff.version].map(mirrored)),
  );
  const clauses = new Set([...clausesOf(before), ...clausesOf(after)].map(({ address }) => address));
  for (const change of diff.changes) {
    const { address, was, kind, clause, affects } = change;
    if (kind === 'added' || kind === 'changed') expect(clauseAt(after, address)).toEqual(change.after);
    if (kind === 'removed' || kind === 'changed') expect(clauseAt(before, was ?? address)).toEqual(change.before);
    expect(clauses).toContain(clause);
    expect(`${address}.`.startsWith(`${clause}.`)).toBe(true);
    expect(affects.teams.length > 0).toBe(change.effect === 'behaviour');
    for (const segment of affects.segments)
      expect([null, ...segmentsOf(before), ...segmentsOf(after)]).toContain(segment);
  }
  for (const text of [diffText(diff), diffMarkdown(diff)]) {
    expect(text.replaceAll(/“[^”]*”/g, '')).not.toMatch(/undefined|\[object|NaN/);
  }
  expect(JSON.parse(JSON.stringify(diff))).toEqual(diff);
}

function segmentsOf(agreement: Agreement): readonly string[] {
  return agreement.segments.map(({ id }) => id);
}

/** Edits of other sections, names first, so that the addresses of the others are those of the end. */
function editSeveral(
  document: Written,
  count: number,
  random: Random,
): { readonly document: Written; readonly edits: readonly Edited[] } | null {
  const kinds = Array.from({ length: count }, () => random.one(Object.keys(edits))).sort(
    (one, other) => Number(other === 'rename') - Number(one === 'rename'),
  );
  const done: Edited[] = [];
  let at = document;
  for (const kind of kinds) {
    const edit = edits[kind]?.(at, random) ?? null;
    if (edit === null || done.some(({ section }) => section === edit.section)) return null;
    done.push(edit);
    at = edit.document;
  }
  return { document: at, edits: done };
}

/** What is removed has the address that it had before anything was renamed. */
function expectedOf(done: readonly Edited[]): readonly Expected[] {
  const oldNames = new Map(
    done.flatMap(({ renamed }) => (renamed === null ? [] : [[renamed.to, renamed.from] as const])),
  );
  const before = (address: string) =>
    address
      .split('.')
      .map((step) => oldNames.get(step) ?? step)
      .join('.');
  return inOrder(
    done.map(({ expected }): Expected => {
      const { address, kind } = expected;
      if (kind === 'removed') return { ...expected, address: before(address) };
      if (kind === 'added') return expected;
      return { ...expected, was: expected.was ?? (before(address) === address ? null : before(address)) };
    }),
  );
}

describe('random edits of random agreements', () => {
  it('are listed one by one, and nothing else', { timeout }, () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(seeds, fc.constantFrom(...Object.keys(edits)), (seed, name) => {
        const random = seededRandom(seed);
        const document = randomDocument(random);
        const edit = edits[name]?.(document, random) ?? null;
        const [before, after] = [read(document), edit === null ? null : read(edit.document)];
        fc.pre(before !== null && edit !== null && after !== null);
        seen.set(name, (seen.get(name) ?? 0) + 1);
        const diff = diffAgreements(before, after);
        expect(said(diff)).toEqual([edit.expected]);
        checkDiff(before, after, diff);
      }),
      { ...options, numRuns: runs },
    );
    for (const name of Object.keys(edits)) expect(seen.get(name) ?? 0, name).toBeGreaterThan(runs / 50);
  });

  it('are listed two and three at once', { timeout }, () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom(2, 3), (seed, count) => {
        const random = seededRandom(seed);
        const document = randomDocument(random);
        const several = editSeveral(document, count, random);
        const [before, after] = [read(document), several === null ? null : read(several.document)];
        fc.pre(before !== null && several !== null && after !== null);
        const diff = diffAgreements(before, after);
        expect(said(diff)).toEqual(expectedOf(several.edits));
        checkDiff(before, after, diff);
      }),
      { ...options, numRuns: runs / 4 },
    );
  });

  it('are one change for each thing of a document that has another name', { timeout }, () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const document = randomDocument(seededRandom(seed));
        const before = read(document);
        fc.pre(before !== null);
        for (const edit of everyRename(document)) {
          const after = read(edit.document);
          if (after === null) throw new Error(`${edit.expected.address} cannot be read.`);
          expect(said(diffAgreements(before, after))).toEqual([edit.expected]);
        }
      }),
      { ...options, numRuns: 12 },
    );
  });

  it('keep what was renamed and changed a little', { timeout }, () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const random = seededRandom(seed);
        const document = randomDocument(random);
        const timed = Object.entries(document.sla as Record<string, Record<string, Json>>).filter(
          ([, { within }]) => within,
        );
        fc.pre(timed.length > 0);
        const [name] = random.one(timed);
        const changed = structuredClone(document) as { sla: Record<string, { within: { time: string } }> };
        if (changed.sla[name] !== undefined) changed.sla[name].within.time = '77777h';
        const [before, after] = [read(document), read(renamedDocument(changed as unknown as Written, name, 'other'))];
        fc.pre(before !== null && after !== null);
        expect(said(diffAgreements(before, after))).toEqual(
          inOrder<Expected>([
            { address: 'sla.other', was: `sla.${name}`, kind: 'renamed', effect: 'behaviour' },
            { address: 'sla.other.within.time', was: `sla.${name}.within.time`, kind: 'changed', effect: 'behaviour' },
          ]),
        );
      }),
      { ...options, numRuns: 100 },
    );
  });

  it('concern the segments whose own agreement they change', { timeout }, () => {
    const own = (agreement: Agreement, segment: string | null) => {
      const effective = effectiveAgreement(agreement, segment);
      return JSON.stringify(overridable.map((section) => effective[section]));
    };
    let hidden = 0;
    fc.assert(
      fc.property(seeds, (seed) => {
        const random = seededRandom(seed);
        const document = randomDocument(random);
        const edit = edits.changeLeaf?.(document, random) ?? null;
        const [before, after] = [read(document), edit === null ? null : read(edit.document)];
        const section = edit?.section ?? '';
        fc.pre(before !== null && after !== null && overridable.some((one) => one === section));
        const [change] = diffAgreements(before, after).changes;
        const all = [null, ...segmentsOf(after)];
        const changed = all.filter((segment) => own(before, segment) !== own(after, segment));
        if (change?.effect === 'behaviour') expect(change.affects.segments).toEqual(changed);
        hidden += Number(changed.length < all.length);
      }),
      { ...options, numRuns: 400 },
    );
    expect(hidden).toBeGreaterThan(0);
  });
});

describe('two agreements that say the same', () => {
  it('have no difference, however they are written', { timeout }, () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const random = seededRandom(seed);
        const document = randomDocument(random);
        const agreement = read(document);
        fc.pre(agreement !== null);
        const others = [shuffled(document, random), single(document), agreement as unknown as Json];
        for (const other of others) {
          const same = read(other as Written);
          if (same === null) throw new Error('The other form cannot be read.');
          expect(diffAgreements(agreement, same)).toEqual({ changes: [], version: [] });
          expect(diffAgreements(same, agreement)).toEqual({ changes: [], version: [] });
        }
      }),
      { ...options, numRuns: 100 },
    );
  });
});

describe('two agreements that have nothing to do with one another', () => {
  it('are compared without fail, and the same both ways', { timeout }, () => {
    fc.assert(
      fc.property(seeds, seeds, (one, other) => {
        fc.pre(one !== other);
        const [before, after] = [read(randomDocument(seededRandom(one))), read(randomDocument(seededRandom(other)))];
        fc.pre(before !== null && after !== null);
        const diff = diffAgreements(before, after);
        expect(diff.changes.length).toBeGreaterThan(0);
        checkDiff(before, after, diff);
      }),
      { ...options, numRuns: 25 },
    );
  });
});

/** The same document with its keys in another order, where the order means nothing. */
function shuffled(value: Json, random: Random, path: readonly string[] = []): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => shuffled(item, random, [...path, '']));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(
    ([key, own]) => [key, shuffled(own as Json, random, [...path, key])] as const,
  );
  const isOrdered = path.length === 1 && (path[0] === 'readiness' || path[0] === 'handOffs');
  return Object.fromEntries(isOrdered ? entries : random.some(entries, entries.length));
}

/** The same document with single values for lists of one, where the format allows it. */
function single(value: Json, key = ''): Json {
  if (Array.isArray(value)) {
    const [only] = value as readonly Json[];
    const isShort = ['for', 'grade', 'readiness', 'hours', 'company', 'activity', 'unless', 'meeting'].includes(key);
    return isShort && value.length === 1 && only !== undefined
      ? only
      : (value as readonly Json[]).map((item) => single(item));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, own]) => [name, single(own as Json, name)]));
}
