import { z } from 'zod';
import { limits } from '../vocabulary/limits.ts';
import { subjectText } from '../wire/subject-text.ts';
import { name } from '../wire/text.ts';
import { attributes } from './attributes.ts';
import { companyFacts } from './company.ts';
import { consent } from './consent.ts';
import { contactFacts } from './contact.ts';
import { idsField } from './external-id.ts';
import { source } from './source.ts';

/** What an event says of a lead. An explicit null clears a value, absence leaves it. */
export const leadFactsShape = {
  contact: contactFacts.optional().describe('Who is interested.'),
  company: companyFacts.optional().describe('The company that the person works for.'),
  source: source.optional().describe('Where the lead came from.'),
  product: name().nullish().describe('What the lead is interested in.'),
  attributes: attributes.optional().describe('Facts that the model has no field for; none of them personal.'),
  consent: z.array(consent).max(limits.listLength).optional().describe('What the person allowed or forbade.'),
};

/** One buying interest of a contact. */
export const lead = z
  .strictObject({
    id: subjectText('lead').describe('Typed id.'),
    ...leadFactsShape,
    owner: name().nullish().describe('Rep who owns the lead now.'),
    readiness: name().nullish().describe('How ready to buy: raw, warm, hot, or a name of the agreement.'),
    grade: name().nullish().describe('How well it fits the profile: A, B, C, D.'),
    ids: idsField,
  })
  .describe('One buying interest of a contact.');

/** One buying interest of a contact. */
export type Lead = z.infer<typeof lead>;
