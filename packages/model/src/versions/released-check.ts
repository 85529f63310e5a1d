import { type SchemaChange, type SchemaNode, schemaChanges } from './schema-changes.ts';

/** The schemas of a version, by their names. */
export type SchemaSet = Readonly<Record<string, SchemaNode>>;

/** What is compared: what the sources say now, and what was released. */
export interface ReleasedCheck {
  /** Version of the sources, such as `1.1`. */
  readonly version: string;
  readonly current: SchemaSet;
  /** Version -> what was released under it. */
  readonly released: ReadonlyMap<string, SchemaSet>;
  /** Types of events, or other names, that have a step from this major version to the next. */
  readonly steps: readonly { readonly type: string; readonly from: number }[];
}

type Faults = readonly string[];

/** Changes of one schema that are told; a changed limit stands in many places. */
const mostTold = 5;

/**
 * What breaks the promise that a released schema never changes in place, as sentences for the one who changed it. Under a
 * released version nothing may change. A newer minor version may add types behind the others, and optional fields. A newer
 * major version may change anything, with an upcaster for each type that changed.
 * @returns no sentence where the promise holds
 * @example releasedFaults({ version: '1.0', current: {}, released: new Map(), steps: [] }) // []
 */
export function releasedFaults({ version, current, released, steps }: ReleasedCheck): Faults {
  const known = [...released].sort(([a], [b]) => inOrder(a, b));
  const newest = known.at(-1);
  if (newest === undefined) return [];
  const own = released.get(version);
  const before = known.filter(([each]) => inOrder(each, version) < 0).at(-1);
  if (own !== undefined) return faultsUnder(version, { before: own, current, allows: () => false });
  if (before === undefined) return [`Version ${version} is older than ${newest[0]}, which is released. Raise it.`];
  const [last, schemas] = before;
  if (majorOf(last) === majorOf(version))
    return faultsUnder(last, { before: schemas, current, allows: ({ kind }) => kind === 'added' });
  return stepFaults(last, { before: schemas, current, steps });
}

interface Comparison {
  readonly before: SchemaSet;
  readonly current: SchemaSet;
}

const remedy =
  'Release another version: a minor one for what is only added, a major one with an upcaster for the rest.';

function faultsUnder(
  version: string,
  { before, current, allows }: Comparison & { readonly allows: (change: Pick<SchemaChange, 'kind'>) => boolean },
): Faults {
  return namesOf(before, current).flatMap((name) => {
    const [old, now] = [before[name], current[name]];
    if (now === undefined) return [`${name} of version ${version} is gone. ${remedy}`];
    if (old === undefined) {
      return allows({ kind: 'added' }) ? [] : [`${name} is new, but version ${version} is released. ${remedy}`];
    }
    const changes = changesOf(name, old, now).filter((change) => !allows(change));
    const told = changes
      .slice(0, mostTold)
      .map(({ pointer, what }) => `${name} of version ${version} changed at ${pointer}: ${what}. ${remedy}`);
    return changes.length > mostTold ? [...told, `${name} changed in ${changes.length - mostTold} more places.`] : told;
  });
}

/** Types that changed between two major versions, and that nobody can read any more in the new one. */
function stepFaults(last: string, { before, current, steps }: Comparison & Pick<ReleasedCheck, 'steps'>): Faults {
  return namesOf(before, current).flatMap((name) => {
    const [old, now] = [before[name], current[name]];
    const isEvent = /^[a-z_]+\.[a-z_]+$/.test(name);
    if (!isEvent || old === undefined || (now !== undefined && changesOf(name, old, now).length === 0)) return [];
    if (steps.some((step) => step.type === name && step.from === majorOf(last))) return [];
    return [
      `${name} changed since version ${last} and has no upcaster. Add one: events of version ${last} stay readable.`,
    ];
  });
}

/** Of a list of types, what is behind the released ones is an addition: the place of a type is stored with its events. */
function changesOf(name: string, old: SchemaNode, now: SchemaNode): readonly SchemaChange[] {
  const [before, after] = [listOf(old), listOf(now)];
  if (name !== 'order-of-types' || before === null || after === null) return schemaChanges(old, now);
  const place = before.findIndex((type, index) => type !== after[index]);
  if (place >= 0) {
    const what = `place ${place} was ${String(before[place])} and is ${String(after[place] ?? 'gone')}: new types stand behind the others`;
    return [{ pointer: `/enum/${place}`, kind: 'breaking', what }];
  }
  return after.slice(before.length).map((type, index) => {
    return { pointer: `/enum/${before.length + index}`, kind: 'added', what: `${String(type)} is new` };
  });
}

function listOf(node: SchemaNode): readonly unknown[] | null {
  return typeof node === 'object' && Array.isArray(node.enum) ? node.enum : null;
}

function namesOf(before: SchemaSet, current: SchemaSet): readonly string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(current)])].sort();
}

/** By number: 1.10 comes after 1.9. */
function inOrder(a: string, b: string): number {
  return majorOf(a) - majorOf(b) || minorOf(a) - minorOf(b);
}

function majorOf(version: string): number {
  return Number(version.split('.')[0]);
}

function minorOf(version: string): number {
  return Number(version.split('.')[1]);
}
