import { z } from 'zod';
import { field } from '../wire/field.ts';
import { personal } from '../wire/marks.ts';
import { subjectText } from '../wire/subject-text.ts';
import { email, name, phone } from '../wire/text.ts';
import { idsOf } from './external-id.ts';

const facts = {
  email: field(personal(email()).nullish(), {
    means: 'Mail address under which the person can be reached.',
    unit: 'name@domain',
    example: 'ann.keller@acme.example',
    entered: 'the lead',
  }),
  firstName: field(personal(name()).nullish(), {
    means: 'First name, in the script of the person.',
    example: 'Ann',
    entered: 'the lead',
  }),
  lastName: field(personal(name()).nullish(), {
    means: 'Last name, in the script of the person.',
    example: 'Keller',
    entered: 'the lead',
  }),
  phone: field(personal(phone()).nullish(), {
    means: 'Phone number under which the person can be reached.',
    unit: 'E.164 where known',
    example: '+493023125042',
    entered: 'the lead',
  }),
  role: field(name().nullish(), {
    means: 'Role in a purchase, in the words of the agreement, such as vp or c_level.',
    example: 'vp',
    entered: 'the sender',
  }),
  title: field(name().nullish(), {
    means: 'Job title as the person writes it.',
    example: 'VP Operations',
    entered: 'the lead',
  }),
  country: field(name().nullish(), {
    means: 'Country that the person works in.',
    unit: 'ISO 3166-1 alpha-2 where known',
    example: 'DE',
    entered: 'the lead',
  }),
  language: field(name().nullish(), {
    means: 'Language that the person wants to be addressed in.',
    unit: 'BCP 47 where known',
    example: 'de-DE',
    entered: 'the lead',
  }),
};

/** What an event says of a contact. An explicit null clears a value, absence leaves it. */
export const contactFacts = z
  .strictObject({
    ref: field(subjectText('contact').optional(), {
      means: 'Typed id of the contact that is meant, where the sender knows it.',
      unit: 'contact/ and an id',
      example: 'contact/311',
      entered: 'the system',
    }),
    ...facts,
  })
  .describe('What an event says of a contact.');

/** What an event says of a contact. */
export type ContactFacts = z.infer<typeof contactFacts>;

/** What `contact.updated` says: the contact is its subject. */
export const contactFactsShape = facts;

/** The company of a contact. */
export const employerField = field(subjectText('company').nullish(), {
  means: 'The company that the person works for.',
  unit: 'company/ and an id',
  example: 'company/acme',
  entered: 'the sender',
});

/** A person. */
export const contact = z
  .strictObject({
    id: field(subjectText('contact'), {
      means: 'Typed id of the contact.',
      unit: 'contact/ and an id',
      example: 'contact/311',
      entered: 'the system',
    }),
    company: employerField,
    ...facts,
    ids: idsOf('hubspot', 'contact', '30521'),
  })
  .describe('A person.');

/** A person. */
export type Contact = z.infer<typeof contact>;
