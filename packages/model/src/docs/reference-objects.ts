import type { z } from 'zod';
import { companyFacts } from '../entities/company.ts';
import { contactFacts } from '../entities/contact.ts';
import { entityCatalog } from '../entities/entity-catalog.ts';
import { absence } from '../entities/roster-person.ts';
import { talkTopic } from '../events/talk-topic.ts';
import type { LinkOf } from './type-in-words.ts';

/** The objects that have a section of their own in the reference, by the heading of it. */
export const referenceObjects: ReadonlyMap<string, z.ZodType> = new Map<string, z.ZodType>(
  [
    ...Object.entries(entityCatalog).map(([name, schema]) => [name.replaceAll('-', ' '), schema] as const),
    ['contact facts', contactFacts] as const,
    ['company facts', companyFacts] as const,
    ['absence', absence] as const,
    ['talk topic', talkTopic] as const,
  ].sort(([a], [b]) => (a < b ? -1 : 1)),
);

/** A link to the section of an object. A copy that carries words of its own is the same object. */
export const linkToObject: LinkOf = (schema) => {
  for (const [name, object] of referenceObjects) {
    for (let it: z.core.$ZodType | undefined = schema; it !== undefined; it = it._zod.parent) {
      if (it === object) return `[${name}](#${name.replaceAll(' ', '-')})`;
    }
  }
  return null;
};
