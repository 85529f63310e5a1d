import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Agreement } from '../agreement.ts';
import { defaultAgreement } from '../default-agreement.ts';
import { isJsonObject, type Json } from '../effective/merge-patch.ts';
import { parseAgreement } from '../load/parse-agreement.ts';
import { clauseAt } from './clause-at.ts';
import { clausesOf } from './clauses-of.ts';

const text = readFileSync(new URL('../../test/fixtures/acme.yaml', import.meta.url), 'utf8');
const { agreement: acme, issues } = parseAgreement(text);
if (acme === null) throw new Error(JSON.stringify(issues));

/** Values that are no objects and no lists, each with its pointer. */
function leavesOf(value: Json, path: readonly (string | number)[] = []): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((entry, index) => leavesOf(entry, [...path, index]));
  if (isJsonObject(value)) return Object.entries(value).flatMap(([key, entry]) => leavesOf(entry, [...path, key]));
  return [JSON.stringify([...path, value])];
}

describe('clausesOf', () => {
  it.each([
    ['the default agreement', defaultAgreement],
    ['the example of the design', acme],
  ])('holds every value of %s once', (_name, agreement: Agreement) => {
    const said = clausesOf(agreement).flatMap(({ address, path, value }) =>
      clauseAt(agreement, address) === value || JSON.stringify(value).startsWith('{"order"')
        ? leavesOf(value, path).filter((leaf) => !leaf.includes('"order"') || path[0] === 'order')
        : leavesOf(value, path),
    );
    expect([...said].sort()).toEqual([...leavesOf(agreement as unknown as Json)].sort());
  });

  it('gives each clause an address of its own, at which it is found', () => {
    const clauses = clausesOf(acme);
    const addresses = clauses.map(({ address }) => address);
    expect(new Set(addresses).size).toBe(addresses.length);
    expect(addresses).toEqual(
      expect.arrayContaining([
        'timeZone',
        'teams.sdr',
        'sla.decision',
        'segments',
        'segments.partner',
        'profile',
        'profile.rules',
        'profile.rules.size',
        'pipelines.new',
        'pipelines.new.stages.discovery',
        'windows.default',
        'goals.bookings',
        'compensation.sales',
        'overrides.partner.sla.hot_first_attempt',
      ]),
    );
    for (const { address, value } of clauses) {
      if (value !== null) expect(clauseAt(acme, address), address).not.toBeNull();
    }
  });

  it('makes the order of a list a clause of its own', () => {
    const values = new Map(clausesOf(acme).map(({ address, value }) => [address, value]));
    expect(values.get('profile.rules')).toEqual({ order: ['size', 'role'] });
    expect(values.get('profile')).toEqual({ owner: 'sales', grades: { A: 60, B: 40, C: 20 } });
  });

  it('has no clause for what is not there', () => {
    const addresses = clausesOf(defaultAgreement).map(({ address }) => address);
    expect(addresses).not.toContain('segments');
    expect(addresses).not.toContain('profile');
  });
});
