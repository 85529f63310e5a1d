import type { Agreement } from '../agreement.ts';
import { isJsonObject, type Json, type JsonObject } from '../effective/merge-patch.ts';
import type { PathStep } from '../issue/agreement-issue.ts';

/** A part of an agreement that has an address: what is signed, compared and rendered one by one. */
export interface Clause {
  /** Keys joined by dots; entries of a list by their `id`. What `clauseAt` finds, the order of a list aside. */
  readonly address: string;
  /** Steps to it in the agreement. */
  readonly path: readonly PathStep[];
  readonly value: Json;
}

/** How a section is taken apart: one clause, one for each entry, or by what its entries hold. */
type Shape = 'whole' | Entries;

interface Entries {
  /** The list inside of each entry, or of the section itself, whose entries are clauses too. */
  readonly list?: string;
  readonly of: 'record' | 'list' | 'object';
}

const record: Entries = { of: 'record' };
const list: Entries = { of: 'list' };

const shapes: Readonly<Record<keyof Agreement, Shape>> = {
  sameteam: 'whole',
  name: 'whole',
  version: 'whole',
  effective: 'whole',
  until: 'whole',
  timeZone: 'whole',
  currency: 'whole',
  rates: record,
  fiscalYear: 'whole',
  teams: record,
  signatures: 'whole',
  calendars: record,
  rosters: record,
  lists: record,
  terms: record,
  fields: 'whole',
  exclusions: list,
  segments: list,
  overrides: record,
  territories: list,
  profile: { of: 'object', list: 'rules' },
  engagement: { of: 'object', list: 'rules' },
  questions: list,
  readiness: record,
  qualified: 'whole',
  handOffs: record,
  programs: record,
  sla: record,
  reasons: record,
  pipelines: { of: 'record', list: 'stages' },
  sourcing: 'whole',
  metrics: record,
  expected: record,
  plan: record,
  goals: list,
  compensation: record,
  windows: record,
  index: 'whole',
  cadence: 'whole',
  privacy: 'whole',
  order: record,
};

/**
 * Takes a loaded agreement apart into its clauses, in the order of the document: each value stands in exactly one of
 * them. The order of a list whose entries are clauses is a clause of its own, at the address of the list, with the
 * value `{ order: [ids] }`. O(size of the agreement).
 * @returns a list that is the same for two agreements that say the same, up to the order of names where it means nothing
 * @example clausesOf(defaultAgreement).find(({ address }) => address === 'windows.default')?.value // '90d'
 */
export function clausesOf(agreement: Agreement): readonly Clause[] {
  return Object.entries(agreement as unknown as JsonObject).flatMap(([section, value]) => {
    const shape = Object.hasOwn(shapes, section) ? shapes[section as keyof Agreement] : 'whole';
    if (section === 'overrides') return overrideClauses(value);
    return shape === 'whole' ? [clause([section], value)] : sectionClauses([section], value, shape);
  });
}

function clause(path: readonly PathStep[], value: Json): Clause {
  return { address: path.join('.'), path, value };
}

function sectionClauses(path: readonly PathStep[], value: Json, shape: Entries): readonly Clause[] {
  if (shape.of === 'list') return listClauses(path, path.join('.'), value);
  if (shape.of === 'object') return entryClauses(path, value, shape.list);
  if (!isJsonObject(value)) return [clause(path, value)];
  return Object.entries(value).flatMap(([name, entry]) => entryClauses([...path, name], entry, shape.list));
}

function entryClauses(path: readonly PathStep[], value: Json, inner: string | undefined): readonly Clause[] {
  if (inner === undefined || !isJsonObject(value)) return [clause(path, value)];
  const { [inner]: entries = [], ...own } = value;
  return [clause(path, own), ...listClauses([...path, inner], [...path, inner].join('.'), entries)];
}

function listClauses(path: readonly PathStep[], address: string, value: Json): readonly Clause[] {
  if (!Array.isArray(value)) return [clause(path, value)];
  const entries = value as readonly Json[];
  if (entries.length === 0) return [];
  const names = entries.map((entry, index) =>
    isJsonObject(entry) && typeof entry.id === 'string' ? entry.id : String(index),
  );
  return [
    { address, path, value: { order: names } },
    ...entries.map((entry, index) => ({ address: `${address}.${names[index]}`, path: [...path, index], value: entry })),
  ];
}

// An override is a merge patch: what it says of a section is taken apart by names only, since lists are replaced whole.
function overrideClauses(value: Json): readonly Clause[] {
  if (!isJsonObject(value)) return [clause(['overrides'], value)];
  return Object.entries(value).flatMap(([segment, patch]) => {
    const path = ['overrides', segment];
    if (!isJsonObject(patch) || Object.keys(patch).length === 0) return [clause(path, patch)];
    return Object.entries(patch).flatMap(([section, change]) => {
      const isOneClause = shapes[section as keyof Agreement] === 'whole' || !isJsonObject(change);
      if (isOneClause || Object.keys(change).length === 0) return [clause([...path, section], change)];
      return Object.entries(change).map(([name, entry]) => clause([...path, section, name], entry));
    });
  });
}
