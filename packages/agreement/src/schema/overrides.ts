import { z } from 'zod';

/** What a segment can have its own variant of. The rest holds for the document as a whole. */
export const overridable = [
  'calendars',
  'lists',
  'terms',
  'fields',
  'territories',
  'profile',
  'engagement',
  'questions',
  'readiness',
  'qualified',
  'handOffs',
  'programs',
  'sla',
  'reasons',
  'pipelines',
  'sourcing',
  'expected',
  'plan',
  'goals',
  'windows',
  'order',
] as const;

/** A section that a segment can have its own variant of. */
export type Overridable = (typeof overridable)[number];

/** A part of a document: what changes, and null for what goes. Lists are replaced whole. */
export type PatchOf<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? { readonly [K in keyof T]?: PatchOf<T[K]> | null }
    : T;

/**
 * What a segment changes: a merge patch (RFC 7396). What it makes of the agreement is checked as a whole, so that
 * here only the names of the sections are.
 */
export const overridePatch = z.strictObject(
  Object.fromEntries(
    overridable.map((section) => [
      section,
      z.unknown().exactOptional().describe(`What is different in "${section}"; null removes an entry.`),
    ]),
  ) as Readonly<Record<Overridable, z.ZodExactOptional<z.ZodUnknown>>>,
);
