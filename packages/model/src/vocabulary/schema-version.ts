/**
 * Version of the schemas of this package. A new field is a minor version, a changed one a major version.
 * @example schemaVersion // '1.0'
 */
export const schemaVersion = '1.0';

/**
 * The major version of the schemas of this package.
 * @example schemaMajor // 1
 */
export const schemaMajor: number = Number(schemaVersion.split('.')[0]);

/** The minor version of the schemas of this package. */
const schemaMinor: number = Number(schemaVersion.split('.')[1]);

/** A `dataschema` in its parts. */
export interface SchemaName {
  readonly major: number;
  readonly minor: number;
  /** Type of event, or name of an entity. */
  readonly name: string;
}

/**
 * The name of a schema: value of `dataschema`, and `$id` of the published file.
 * @example schemaName('lead.captured') // 'urn:sameteam:schema:1.0:lead.captured'
 */
export function schemaName(name: string): string {
  return `urn:sameteam:schema:${schemaVersion}:${name}`;
}

/**
 * Reads a `dataschema`.
 * @returns `null` for the name of somebody else's schema, which says nothing about ours
 * @example readSchemaVersion('urn:sameteam:schema:1.3:lead.captured') // { major: 1, minor: 3, name: 'lead.captured' }
 */
export function readSchemaVersion(dataschema: string): SchemaName | 'unreadable' | null {
  if (!dataschema.startsWith('urn:sameteam:')) return null;
  const parts = /^urn:sameteam:schema:(0|[1-9][0-9]{0,5})\.(0|[1-9][0-9]{0,5}):([a-z._]+)$/.exec(dataschema);
  if (parts === null) return 'unreadable';
  return { major: Number(parts[1]), minor: Number(parts[2]), name: parts[3] ?? '' };
}

/**
 * Whether a `dataschema` names a newer minor version than this package knows: its unknown fields are kept.
 * @example isNewerMinor('urn:sameteam:schema:1.7:lead.captured') // true
 */
export function isNewerMinor(dataschema: string | undefined): boolean {
  const version = dataschema === undefined ? null : readSchemaVersion(dataschema);
  if (version === null || version === 'unreadable') return false;
  return version.major === schemaMajor && version.minor > schemaMinor;
}
