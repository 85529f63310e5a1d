import { z } from 'zod';
import { exampleOf } from '../examples/example-of.ts';
import { limits } from '../vocabulary/limits.ts';
import { field } from '../wire/field.ts';
import { subjectText } from '../wire/subject-text.ts';
import { name } from '../wire/text.ts';
import { attributesField } from './attributes.ts';
import { companyFacts } from './company.ts';
import { consent } from './consent.ts';
import { contactFacts } from './contact.ts';
import { idsOf } from './external-id.ts';
import { judgementShape } from './judgement.ts';
import { source } from './source.ts';

/** What an event says of a lead. An explicit null clears a value, absence leaves it. */
export const leadFactsShape = {
  contact: field(contactFacts.optional(), {
    means: 'The person who is interested.',
    example: exampleOf(contactFacts),
    entered: 'the lead',
  }),
  company: field(companyFacts.optional(), {
    means: 'The company that the person works for.',
    example: exampleOf(companyFacts),
    entered: 'the lead',
  }),
  source: field(source.optional(), {
    means: 'Where the lead came from.',
    example: exampleOf(source),
    entered: 'marketing',
  }),
  product: field(name().nullish(), {
    means: 'What the lead is interested in, by the name that reports use.',
    example: 'analytics_suite',
    entered: 'the lead',
  }),
  attributes: attributesField,
  consent: field(z.array(consent).max(limits.listLength).optional(), {
    means: 'What the person allowed or forbade, one entry for each purpose and channel.',
    unit: `at most ${limits.listLength} entries`,
    example: [exampleOf(consent)],
    entered: 'the lead',
  }),
};

/** One buying interest of a contact. */
export const lead = z
  .strictObject({
    id: field(subjectText('lead'), {
      means: 'Typed id of the lead.',
      unit: 'lead/ and an id',
      example: 'lead/1042',
      entered: 'the system',
    }),
    ...leadFactsShape,
    owner: field(name().nullish(), {
      means: 'Rep who owns the lead now.',
      example: 'rep-7',
      entered: 'the system',
    }),
    readiness: judgementShape.readiness,
    grade: judgementShape.grade,
    ids: idsOf('hubspot', 'contact', '30521'),
  })
  .describe('One buying interest of a contact.');

/** One buying interest of a contact. */
export type Lead = z.infer<typeof lead>;
