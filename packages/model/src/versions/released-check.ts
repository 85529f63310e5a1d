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
}

/**
 * What breaks the promise that a released schema never changes in place, as sentences for the one who changed it. Under a
 * released version nothing may change. A newer minor version may add types and optional fields to the one before it. A newer
 * major version may change anything, with an upcaster.
 * @returns no sentence where the promise holds
 * @example releasedFaults({ version: '1.0', current: {}, released: new Map() }) // []
 */
export function releasedFaults({ version, current, released }: ReleasedCheck): readonly string[] {
  const own = released.get(version);
  if (own !== undefined) return faultsUnder(version, own, current, () => false);
  const [before, schemas] =
    [...released]
      .filter(([each]) => isBefore(each, version))
      .sort(byVersion)
      .at(-1) ?? [];
  if (before === undefined || schemas === undefined || majorOf(before) !== majorOf(version)) return [];
  return faultsUnder(before, schemas, current, ({ kind }) => kind === 'added');
}

function faultsUnder(
  version: string,
  released: SchemaSet,
  current: SchemaSet,
  isAllowed: (change: Pick<SchemaChange, 'kind'>) => boolean,
): readonly string[] {
  const remedy = `Release another version: a minor one for what is only added, a major one with an upcaster for the rest.`;
  return [...new Set([...Object.keys(released), ...Object.keys(current)])].sort().flatMap((name) => {
    const [old, now] = [released[name], current[name]];
    if (now === undefined) return [`${name} of version ${version} is gone. ${remedy}`];
    if (old === undefined) {
      return isAllowed({ kind: 'added' }) ? [] : [`${name} is new, but version ${version} is released. ${remedy}`];
    }
    return schemaChanges(old, now)
      .filter((change) => !isAllowed(change))
      .map(({ pointer, what }) => `${name} of version ${version} changed at ${pointer}: ${what}. ${remedy}`);
  });
}

function isBefore(a: string, b: string): boolean {
  return byVersion([a], [b]) < 0;
}

function byVersion([a]: readonly [string, ...unknown[]], [b]: readonly [string, ...unknown[]]): number {
  return majorOf(a) - majorOf(b) || minorOf(a) - minorOf(b);
}

function majorOf(version: string): number {
  return Number(version.split('.')[0]);
}

function minorOf(version: string): number {
  return Number(version.split('.')[1]);
}
