import { z } from 'zod';
import { limits } from '../vocabulary/limits.ts';
import { field } from '../wire/field.ts';
import { name } from '../wire/text.ts';

/** The name that another system has for the same thing. */
export const externalId = z
  .strictObject({
    system: field(name(), {
      means: 'The other system, such as hubspot, salesforce or the name of a vendor.',
      example: 'hubspot',
      entered: 'the sender',
    }),
    kind: field(name(), {
      means: 'What the other system calls such a thing, such as contact, lead or deal.',
      example: 'contact',
      entered: 'the sender',
    }),
    id: field(name(), {
      means: 'Its id in the other system.',
      example: '30521',
      entered: 'the sender',
    }),
  })
  .describe('The name that another system has for the same thing.');

/** The name that another system has for the same thing. */
export type ExternalId = z.infer<typeof externalId>;

const ids = z.array(externalId).max(limits.listLength).optional();

/** The field `ids`, with an example: the system, what it calls such a thing, and the id there. */
export function idsOf(system: string, kind: string, id: string): typeof ids {
  return field(ids, {
    means: 'What other systems call the same thing.',
    unit: `at most ${limits.listLength} entries`,
    example: [{ system, kind, id }],
    entered: 'the sender',
  });
}

/** The field `ids`, which every event can carry: what other systems call its subject. */
export const idsField = field(ids, {
  means: 'What other systems call the subject of the event.',
  unit: `at most ${limits.listLength} entries`,
  example: [{ system: 'hubspot', kind: 'contact', id: '30521' }],
  entered: 'the sender',
});
