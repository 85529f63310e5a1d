import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Agreement } from '../agreement.ts';
import { clausesOf } from '../clause/clauses-of.ts';
import { defaultAgreement } from '../default-agreement.ts';
import { isJsonObject, type Json } from '../effective/merge-patch.ts';
import { normaliseAgreement } from '../effective/normalise-agreement.ts';
import { parseAgreement } from '../load/parse-agreement.ts';
import { clauseInWords } from './clause-in-words.ts';

function load(path: string): Agreement {
  const { agreement, issues } = parseAgreement(readFileSync(new URL(path, import.meta.url), 'utf8'));
  if (agreement === null) throw new Error(JSON.stringify(issues));
  return agreement;
}

const acme = load('../../test/fixtures/acme.yaml');
const big = load('../render/fixtures/big-agreement.yaml');

function sayAt(agreement: Agreement, address: string): string | undefined {
  const clause = clausesOf(agreement).find((entry) => entry.address === address);
  return clause === undefined ? undefined : clauseInWords(agreement, clause);
}

describe('clauseInWords', () => {
  it.each([
    ['sla.volume', 'Marketing brings at least 400 qualified leads and 80 hot leads each month.'],
    ['sla.acceptance', 'Marketing keeps the acceptance rate at 80 % or more each month.'],
    [
      'sla.hot_first_attempt',
      'Sales makes a first attempt at each hot lead within 1 working hour of its assignment, in 9 of 10 cases (owner’s working time). What is automated does not count. Its owner is reminded 15 minutes before it is due. The lead goes back to the pool 2 working hours after it was due.',
    ],
    [
      'sla.decision',
      'Sales accepts, rejects, recycles or disqualifies each lead within 3 working days of its assignment (owner’s working time).',
    ],
    [
      'reasons.not_ready',
      'A lead with the reason “not ready” goes back to marketing, into the program “warm drip”, and is looked at again after 90 days, or as soon as it has at least 30 points of engagement.',
    ],
    ['readiness.hot', 'A lead is hot when it is graded A or B, and it has at least 40 points of engagement.'],
    ['readiness.raw', 'Every other lead is raw.'],
    [
      'handOffs.to_sales',
      'Marketing passes each hot lead to sales, and not without the answer to “timeline”. The people of sales get them in turn by capacity.',
    ],
    [
      'terms.account',
      'Account: “A company we could sell to.” It is entered by sales. It does not count without the company’s name and the company’s number of employees. It comes into being: “first opportunity”.',
    ],
    ['goals.bookings', 'Marketing and sales together want bookings of €1,200,000 each quarter.'],
    ['windows.mql_to_sal', 'MQLs get 30 days to be accepted by sales (SAL) before the rate counts as mature.'],
    ['order.readiness', 'The first readiness that matches holds: hot, warm and raw, in this order.'],
    [
      'calendars.berlin',
      'By the calendar berlin, working time is 09:00 to 17:30 on Monday to Friday in Europe/Berlin. Public holidays of Germany (DE) are days off.',
    ],
  ])('says %s', (address, sentence) => {
    expect(sayAt(acme, address)).toBe(sentence);
  });

  it('says what an override comes to, and what it takes away', () => {
    expect(sayAt(acme, 'overrides.partner.sla.hot_first_attempt')).toContain(
      'For leads of the segment partner, this holds: Sales makes a first attempt at each hot lead within 4 working hours',
    );
    expect(sayAt(big, 'overrides.partner.sla.quality')).toBe(
      'For leads of the segment partner, “quality” does not hold.',
    );
  });

  it.each([
    ['the default agreement', defaultAgreement],
    ['a small one', acme],
    ['one with every form', big],
  ])('has a sentence for every clause of %s', (_name, agreement) => {
    for (const clause of clausesOf(agreement)) {
      const text = clauseInWords(agreement, clause);
      expect(text, clause.address).toMatch(/^[“(\p{Lu}\d].*[.”]$/u);
      expect(text, clause.address).not.toMatch(/undefined|\[object|NaN|null|[{}<>]/);
    }
  });

  it('leaves out nothing: with another value at any place, every clause that changes is said differently', {
    timeout: 240_000,
  }, () => {
    let edits = 0;
    fc.assert(
      fc.property(fc.constantFrom(...leavesOf(big as unknown as Json)), fc.nat(), (path, seed) => {
        const edited = edit(big, path, seed);
        if (edited === null) return;
        const before = new Map(clausesOf(big).map((clause) => [clause.address, clause]));
        for (const clause of clausesOf(edited)) {
          const old = before.get(clause.address);
          if (old === undefined || sorted(old.value) === sorted(clause.value)) continue;
          edits++;
          expect(clauseInWords(edited, clause), clause.address).not.toBe(clauseInWords(big, old));
        }
      }),
      { numRuns: 150, endOnFailure: true },
    );
    expect(edits).toBeGreaterThan(40);
  });
});

type Path = readonly (string | number)[];

function leavesOf(value: Json, path: Path = []): readonly Path[] {
  if (Array.isArray(value)) return value.flatMap((entry, index) => leavesOf(entry, [...path, index]));
  if (isJsonObject(value)) return Object.entries(value).flatMap(([key, entry]) => leavesOf(entry, [...path, key]));
  return [path];
}

function at(value: Json, path: Path): Json {
  return path.reduce((found, step) => (found as Record<string | number, Json>)[step] as Json, value);
}

function sorted(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(sorted).join()}]`;
  if (!isJsonObject(value)) return JSON.stringify(value);
  return `{${Object.entries(value)
    .toSorted()
    .map(([key, entry]) => `${key}:${sorted(entry)}`)
    .join()}}`;
}

/** The agreement with another value at a place: the first that is valid of those of the same kind that it has elsewhere. */
function edit(agreement: Agreement, path: Path, seed: number): Agreement | null {
  const document = agreement as unknown as Json;
  const old = at(document, path);
  const key = path.findLast((step) => typeof step === 'string');
  const alike = leavesOf(document).filter((other) => other.findLast((step) => typeof step === 'string') === key);
  const own =
    typeof old === 'number'
      ? [old + 1, old / 2, old + 0.25]
      : typeof old === 'string'
        ? ['other words', '45d', 'DE']
        : [];
  const values = [...alike.map((other) => at(document, other)), ...own].filter((value) => value !== old);
  for (let tries = 0; tries < Math.min(6, values.length); tries++) {
    const copy = structuredClone(document) as Json;
    const parent = at(copy, path.slice(0, -1)) as Record<string | number, Json>;
    parent[path.at(-1) ?? ''] = values[(seed + tries) % values.length] ?? null;
    try {
      return normaliseAgreement(copy as unknown as Agreement);
    } catch {
      // Not a value for this place.
    }
  }
  return null;
}
