import { z } from 'zod';
import { limits } from '../vocabulary/limits.ts';
import { name } from '../wire/text.ts';

/** The name that another system has for the same thing. */
export const externalId = z
  .strictObject({
    system: name().describe('The other system, such as hubspot, salesforce or the name of a vendor.'),
    kind: name().describe('What the other system calls it, such as contact, lead or deal.'),
    id: name().describe('Its id there.'),
  })
  .describe('The name that another system has for the same thing.');

/** The name that another system has for the same thing. */
export type ExternalId = z.infer<typeof externalId>;

/** The field `ids`, which every event can carry. */
export const idsField = z
  .array(externalId)
  .max(limits.listLength)
  .optional()
  .describe('What other systems call the subject of the event.');
