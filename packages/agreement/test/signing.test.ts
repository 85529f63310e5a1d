import { readdirSync, readFileSync } from 'node:fs';
import {
  type Agreement,
  AgreementError,
  clausesOf,
  compileCalendar,
  defaultAgreement,
  type HolidaySource,
  type Json,
  normaliseAgreement,
  type PathStep,
  parseAgreement,
  pinCalendars,
  type ZoneSource,
} from '@sameteam/agreement';
import { type SignatureFile, verifyAgreement } from '@sameteam/agreement/sign';
import { canonicalJson } from '@sameteam/model';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { Document, isCollection, isScalar, parse, visit } from 'yaml';
import { type Keyed, keyed, signedBy } from './signing.ts';

const nowMs = Date.parse('2026-11-01T00:00:00Z');
const here = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const templates = readdirSync(new URL('../templates', import.meta.url)).filter((name) => name.endsWith('.yaml'));
const texts = new Map([
  ['the example of the design', here('fixtures/acme.yaml')],
  ...templates.map((name): [string, string] => [`the template ${name}`, here(`../templates/${name}`)]),
]);

function read(text: string): Agreement {
  const { agreement, issues } = parseAgreement(text);
  if (agreement === null) throw new Error(`${issues[0]?.message}\n${text}`);
  return agreement;
}

/** A text with keys in it, and who signed it. */
interface Signed extends Keyed {
  readonly source: Json;
  readonly files: readonly SignatureFile[];
}

async function signed(agreement: Agreement, source: Json = agreement as unknown as Json): Promise<Signed> {
  const both = await keyed(agreement);
  const { signatures } = both.agreement;
  return {
    ...both,
    source: { ...(source as object), signatures } as unknown as Json,
    files: await signedBy(both, signatures.required),
  };
}

const documents = new Map<string, Signed>();

beforeAll(async () => {
  documents.set('the default agreement', await signed(defaultAgreement));
  for (const [name, text] of texts) documents.set(name, await signed(read(text), parse(text)));
});

const names = ['the default agreement', ...texts.keys()];

function documentOf(name: string): Signed {
  const found = documents.get(name);
  if (found === undefined) throw new Error(`nothing is named ${name}`);
  return found;
}

type Path = readonly PathStep[];

function leavesOf(value: Json, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const entries: [PathStep, Json][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return entries.flatMap(([key, child]) => leavesOf(child, [...path, key]));
}

function allOf(value: Json, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const entries: [PathStep, Json][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [path, ...entries.flatMap(([key, child]) => allOf(child, [...path, key]))];
}

function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, step) => (inner as Record<PathStep, unknown>)[step], value);
}

function changedAt(value: Json, path: Path, change: (parent: Record<PathStep, unknown>, last: PathStep) => void): Json {
  const copy = structuredClone(value) as Json;
  const last = path.at(-1);
  if (last !== undefined) change(at(copy, path.slice(0, -1)) as Record<PathStep, unknown>, last);
  return copy;
}

function flipped(value: unknown): Json {
  if (typeof value === 'string') return `${value}x`;
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  return value === null ? '2027-01-01' : 'x';
}

describe.each(names)('%s, signed by all who must', (name) => {
  it('binds', async () => {
    const { agreement, files } = documentOf(name);
    expect(await verifyAgreement(agreement, files, { nowMs })).toMatchObject({ status: 'binding', issues: [] });
  });

  it('does not bind with any one value changed, and the clause is named', { timeout: 300_000 }, async () => {
    const { agreement, files } = documentOf(name);
    const clauses = clausesOf(agreement);
    const leaves = leavesOf(agreement as unknown as Json);
    expect(leaves.length).toBeGreaterThan(90);
    for (const path of leaves) {
      const clause = clauses
        .filter((one) => one.path.every((step, index) => step === path[index]))
        .reduce((longest, one) => (one.path.length >= longest.path.length ? one : longest));
      for (const kind of ['flip', 'remove'] as const) {
        const changed = changedAt(agreement as unknown as Json, path, (parent, last) => {
          if (kind === 'flip') parent[last] = flipped(parent[last]);
          else if (Array.isArray(parent)) parent.splice(Number(last), 1);
          else delete parent[last];
        });
        const place = `${kind} ${path.join('.')}`;
        const verification = await verifyAgreement(changed as unknown as Agreement, files, { nowMs });
        expect(verification.status, place).toBe('draft');
        expect(
          verification.signers.some(({ verdict }) => verdict === 'holds'),
          place,
        ).toBe(false);
        for (const { file } of files) {
          const addresses = verification.issues
            .filter((issue) => issue.file === file)
            .flatMap((issue) => issue.clauses.map(({ address }) => address));
          expect(addresses, place).toContain(clause.address);
        }
      }
    }
  });

  it('holds however the YAML is written', { timeout: 120_000 }, async () => {
    const { source, files } = documentOf(name);
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.nat()), fc.boolean(), async (stream, isJson) => {
        const random = (most: number) => Number(stream.next().value) % most;
        const reordered = reorder(source, random);
        const text = isJson ? JSON.stringify(reordered, null, random(4)) : yamlOf(reordered, random);
        const { agreement, issues } = parseAgreement(text);
        expect(
          issues.filter(({ severity }) => severity === 'error'),
          text,
        ).toEqual([]);
        const verification = agreement && (await verifyAgreement(agreement, files, { nowMs }));
        expect(verification, text).toMatchObject({ status: 'binding', issues: [] });
      }),
      { numRuns: 200, endOnFailure: true },
    );
  });
});

// The first that matches holds, so that the order of these says something.
const ordered = /^(?:overrides\.[^.]+\.)?(?:readiness|handOffs)$/;

/** The same with keys in another order where it means nothing, and single values as lists and back. */
function reorder(value: Json, random: (most: number) => number, path: readonly string[] = []): Json {
  if (Array.isArray(value)) return value.map((entry) => reorder(entry, random, [...path, '*']));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, entry]): [string, Json] => [
    key,
    shorthand([...path, key].join('.'), reorder(entry, random, [...path, key]), random),
  ]);
  if (ordered.test(path.join('.'))) return Object.fromEntries(entries);
  const keyedEntries = entries.map((entry) => ({ entry, key: random(1000) }));
  return Object.fromEntries(keyedEntries.sort((a, b) => a.key - b.key).map(({ entry }) => entry));
}

// A patch is signed as it is written: what its short forms mean depends on what they are merged into.
const isOneOrMany = /^(?!overrides|order).*(?:^|\.)(?:grade|readiness|for|hours)$/;
const isTime = /^sla\.[^.]+\.within$/;

function shorthand(path: string, value: Json, random: (most: number) => number): Json {
  if (random(2) === 0) return value;
  if (isTime.test(path) && typeof value === 'string') return { time: value };
  if (!isOneOrMany.test(path)) return value;
  if (typeof value === 'string') return [value];
  return Array.isArray(value) && value.length === 1 ? (value[0] as Json) : value;
}

const styles = ['PLAIN', 'QUOTE_DOUBLE', 'QUOTE_SINGLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED'] as const;

/** Writes YAML in any of its ways: blocks or flow, quotes, comments, aliases of what stands there twice. */
function yamlOf(value: Json, random: (most: number) => number): string {
  const document = new Document(random(2) === 0 ? shared(value, new Map()) : value, { aliasDuplicateObjects: true });
  visit(document, {
    Node(key, node) {
      if (random(6) === 0) node.commentBefore = ' anybody may write\n anything here: { a: [';
      if (random(8) === 0 && isScalar(node) && key === 'value') node.comment = ' why # not';
      // An empty list that is written as a block comes out at the wrong depth.
      if (isCollection(node)) node.flow = node.items.length === 0 || random(3) === 0;
      if (isScalar(node) && typeof node.value === 'string')
        node.type = styles[random(key === 'key' ? 3 : 5)] ?? 'PLAIN';
    },
  });
  return document.toString({
    indent: 1 + random(6),
    lineWidth: random(2) === 0 ? 0 : 80 + random(80),
    indentSeq: random(2) === 0,
  });
}

/** Equal objects become one, so that they are written as an anchor and aliases. */
function shared(value: Json, known: Map<string, Json>): Json {
  if (typeof value !== 'object' || value === null) return value;
  const text = JSON.stringify(value);
  const same = known.get(text);
  if (same !== undefined) return same;
  const copy = Array.isArray(value)
    ? value.map((entry) => shared(entry, known))
    : Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, shared(entry, known)]));
  known.set(text, copy as Json);
  return copy as Json;
}

describe('10,000 random mutations', () => {
  let one: Signed;
  let file: SignatureFile;

  beforeAll(async () => {
    const agreement = read(texts.get('the example of the design') ?? '');
    one = await signed(
      normaliseAgreement({ ...agreement, signatures: { required: ['revenue'], witness: [], keys: {} } }),
    );
    const [only] = one.files;
    if (only === undefined) throw new Error('nothing was signed');
    file = only;
  });

  const verdict = async (agreement: Agreement, text: string) => {
    const { status, signed, binds } = await verifyAgreement(agreement, [{ file: null, text }], { nowMs });
    return { status, signed, binds };
  };
  const refused = { status: 'draft', signed: 'unsigned', binds: null };

  const kinds = fc.constantFrom('set', 'remove', 'add', 'move', 'repeat', 'like', 'like', 'like', 'like', 'like');
  const edit = fc.record({
    kind: kinds,
    place: fc.nat(),
    other: fc.nat(),
    key: fc.oneof(fc.string({ minLength: 1, maxLength: 8 }), fc.constantFrom('means', 'id', 'toString', 'constructor')),
    value: fc.option(fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>, { freq: 3, nil: undefined }),
  });

  /** Another value somewhere, often one that stands elsewhere in the same document. */
  function mutated(value: Json, change: typeof edit extends fc.Arbitrary<infer T> ? T : never): Json {
    const paths = allOf(value).slice(1);
    const path = paths[change.place % paths.length] ?? [];
    const alike = paths.filter((one) => change.kind !== 'like' || isAlike(value, one, path));
    const fragment = at(value, alike[change.other % alike.length] ?? []) as Json;
    return changedAt(value, path, (parent, last) => {
      const inner = parent[last];
      if (change.kind === 'remove') {
        if (Array.isArray(parent)) parent.splice(Number(last), 1);
        else delete parent[last];
      } else if (change.kind === 'move' && Array.isArray(inner)) inner.reverse();
      else if (change.kind === 'repeat' && Array.isArray(inner)) inner.push(...structuredClone(inner.slice(0, 1)));
      else if (change.kind === 'add' && typeof inner === 'object' && inner !== null && !Array.isArray(inner)) {
        Object.assign(inner, { [change.key]: change.value ?? fragment });
      } else if (change.kind === 'like') {
        parent[last] = typeof inner === 'number' ? inner + (change.other % 7) - 3 : structuredClone(fragment);
      } else parent[last] = structuredClone(change.value ?? fragment);
    });
  }

  /** Whether values stand under the same key, so that one may be put in the place of the other. */
  function isAlike(value: Json, a: Path, b: Path): boolean {
    return typeof at(value, a) === typeof at(value, b) && (a.at(-1) === b.at(-1) || a.at(-2) === b.at(-2));
  }

  it('of the agreement: none is accepted', { timeout: 600_000 }, async () => {
    const before = canonicalJson(one.agreement);
    expect((await verdict(one.agreement, file.text)).status).toBe('binding');
    let loaded = 0;
    await fc.assert(
      fc.asyncProperty(edit, async (change) => {
        const agreement = loadedOf(mutated(one.agreement as unknown as Json, change));
        if (agreement === null) return;
        // To write a default or to leave it out is no change.
        fc.pre(canonicalJson(agreement) !== before);
        loaded++;
        expect(await verdict(agreement, file.text)).toEqual(refused);
      }),
      { numRuns: 4000, endOnFailure: true },
    );
    expect(loaded).toBeGreaterThan(1000);
  });

  it('of what the signature file says: none is accepted', { timeout: 600_000 }, async () => {
    const whole = JSON.parse(file.text) as Json;
    const before = canonicalJson(whole);
    await fc.assert(
      fc.asyncProperty(edit, async (change) => {
        const text = JSON.stringify(mutated(whole, change));
        fc.pre(canonicalJson(JSON.parse(text)) !== before);
        expect(await verdict(one.agreement, text)).toEqual(refused);
      }),
      { numRuns: 3000, endOnFailure: true },
    );
  });

  it('of the characters of the signature file: none is accepted', { timeout: 600_000 }, async () => {
    const { text } = file;
    const character = fc.oneof(fc.constantFrom(...'{}[]":,\\ 0-_=Aa.\n'), fc.string({ minLength: 1, maxLength: 1 }));
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length - 1), fc.nat(2), character, async (place, cut, put) => {
        const changed = text.slice(0, place) + (cut === 2 ? '' : put) + text.slice(place + (cut === 0 ? 0 : 1));
        fc.pre(!saysTheSame(changed, text));
        expect(await verdict(one.agreement, changed), changed.slice(place - 40, place + 40)).toEqual(refused);
      }),
      { numRuns: 3000, endOnFailure: true },
    );
  });
});

/** What loading makes of a document; `null` for what it refuses. */
function loadedOf(document: Json): Agreement | null {
  try {
    return normaliseAgreement(document as unknown as Agreement);
  } catch (error) {
    if (error instanceof AgreementError) return null;
    throw error;
  }
}

function saysTheSame(a: string, b: string): boolean {
  try {
    return canonicalJson(JSON.parse(a)) === canonicalJson(JSON.parse(b));
  } catch {
    return false;
  }
}

it('an update of holidays or zone data moves nothing that was signed', async () => {
  const both = await keyed(read(texts.get('the example of the design') ?? ''));
  const asSigned: HolidaySource = (_region, year) => [{ date: `${year}-12-25`, name: 'Christmas' }];
  const pins = pinCalendars(both.agreement, { fromYear: 2026, toYear: 2027, holidays: asSigned });
  const files = await signedBy(both, ['marketing', 'sales'], { pins });
  const verification = await verifyAgreement(both.agreement, files, { nowMs });
  expect(verification.binds?.fromMs).toBe(Date.parse('2026-10-01T00:00:00+02:00'));

  // Two days more are closed, and there is no daylight-saving time any more.
  const later: HolidaySource = (region, year) => [
    ...asSigned(region, year),
    { date: `${year}-03-30`, name: 'Reform' },
    { date: `${year}-12-28`, name: 'Bridge' },
  ];
  const zones: ZoneSource = (_zone, { fromMs }) => [{ fromMs, offsetMs: 3_600_000 }];
  const { berlin } = both.agreement.calendars;
  if (berlin === undefined || verification.pins === null) throw new Error('nothing to count with');
  const before = compileCalendar(berlin, { holidays: asSigned });
  const after = compileCalendar(berlin, { holidays: later, zones, pins: verification.pins });
  const unpinned = compileCalendar(berlin, { holidays: later, zones });
  const starts = Array.from({ length: 365 }, (_, index) => Date.UTC(2026, 9, 1) + index * 86_400_000);
  expect(starts.map((start) => after.dueMs(start, '3wd'))).toEqual(starts.map((start) => before.dueMs(start, '3wd')));
  expect(starts.some((start) => unpinned.dueMs(start, '3wd') !== before.dueMs(start, '3wd'))).toBe(true);
});
