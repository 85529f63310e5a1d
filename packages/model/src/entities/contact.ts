import { z } from 'zod';
import { personal } from '../wire/marks.ts';
import { subjectText } from '../wire/subject-text.ts';
import { email, name, phone } from '../wire/text.ts';
import { idsField } from './external-id.ts';

const facts = {
  email: personal(email()).nullish().describe('Mail address. Personal.'),
  firstName: personal(name()).nullish().describe('First name. Personal.'),
  lastName: personal(name()).nullish().describe('Last name. Personal.'),
  phone: personal(phone()).nullish().describe('Phone number, E.164 where known. Personal.'),
  role: name().nullish().describe('Role in a purchase, from the words of the agreement, such as vp or c_level.'),
  title: name().nullish().describe('Job title as the person writes it.'),
  country: name().nullish().describe('Country, ISO 3166-1 alpha-2 where known.'),
  language: name().nullish().describe('Language, BCP 47 where known.'),
};

/** What an event says of a contact. An explicit null clears a value, absence leaves it. */
export const contactFacts = z
  .strictObject({ ref: subjectText('contact').optional().describe('The contact that is meant.'), ...facts })
  .describe('What an event says of a contact.');

/** What an event says of a contact. */
export type ContactFacts = z.infer<typeof contactFacts>;

/** What `contact.updated` says: the contact is its subject. */
export const contactFactsShape = facts;

/** A person. */
export const contact = z
  .strictObject({
    id: subjectText('contact').describe('Typed id.'),
    company: subjectText('company').nullish().describe('The company that the person works for.'),
    ...facts,
    ids: idsField,
  })
  .describe('A person.');

/** A person. */
export type Contact = z.infer<typeof contact>;
