import { z } from 'zod';
import { count } from '../wire/numbers.ts';
import { subjectText } from '../wire/subject-text.ts';
import { name } from '../wire/text.ts';
import { idsField } from './external-id.ts';
import { money } from './money.ts';

const facts = {
  name: name().nullish().describe('Name of the company.'),
  domain: name().nullish().describe('Domain of its site, such as acme.example.'),
  employees: count().nullish().describe('How many people work there.'),
  industry: name().nullish().describe('Industry, from the words of the agreement.'),
  country: name().nullish().describe('Country, ISO 3166-1 alpha-2 where known.'),
  annualRevenue: money.nullish().describe('Revenue of a year.'),
};

/** What an event says of a company. An explicit null clears a value, absence leaves it. */
export const companyFacts = z
  .strictObject({ ref: subjectText('company').optional().describe('The company that is meant.'), ...facts })
  .describe('What an event says of a company.');

/** What an event says of a company. */
export type CompanyFacts = z.infer<typeof companyFacts>;

/** What `company.updated` says: the company is its subject. */
export const companyFactsShape = facts;

/** An account. */
export const company = z
  .strictObject({ id: subjectText('company').describe('Typed id.'), ...facts, ids: idsField })
  .describe('An account.');

/** An account. */
export type Company = z.infer<typeof company>;
