import { z } from 'zod';
import { field } from '../wire/field.ts';
import { count } from '../wire/numbers.ts';
import { subjectText } from '../wire/subject-text.ts';
import { name } from '../wire/text.ts';
import { idsOf } from './external-id.ts';
import { money } from './money.ts';

const facts = {
  name: field(name().nullish(), {
    means: 'Name of the company as it writes it.',
    example: 'Acme GmbH',
    entered: 'the lead',
  }),
  domain: field(name().nullish(), {
    means: 'Domain of its site, without www and without a path.',
    unit: 'domain name, lower case',
    example: 'acme.example',
    entered: 'the sender',
  }),
  employees: field(count().nullish(), {
    means: 'How many people work there.',
    unit: 'people',
    example: 420,
    entered: 'the sender',
  }),
  industry: field(name().nullish(), {
    means: 'Industry, in the words of the agreement.',
    example: 'manufacturing',
    entered: 'the sender',
  }),
  country: field(name().nullish(), {
    means: 'Country that the company has its seat in.',
    unit: 'ISO 3166-1 alpha-2 where known',
    example: 'DE',
    entered: 'the sender',
  }),
  annualRevenue: field(money.nullish(), {
    means: 'Revenue of one year, the latest that is known.',
    example: { amountMinor: 8_400_000_000, currency: 'EUR' },
    entered: 'the sender',
  }),
};

/** What an event says of a company. An explicit null clears a value, absence leaves it. */
export const companyFacts = z
  .strictObject({
    ref: field(subjectText('company').optional(), {
      means: 'Typed id of the company that is meant, where the sender knows it.',
      unit: 'company/ and an id',
      example: 'company/acme',
      entered: 'the system',
    }),
    ...facts,
  })
  .describe('What an event says of a company.');

/** What an event says of a company. */
export type CompanyFacts = z.infer<typeof companyFacts>;

/** What `company.updated` says: the company is its subject. */
export const companyFactsShape = facts;

/** An account. */
export const company = z
  .strictObject({
    id: field(subjectText('company'), {
      means: 'Typed id of the company.',
      unit: 'company/ and an id',
      example: 'company/acme',
      entered: 'the system',
    }),
    ...facts,
    ids: idsOf('hubspot', 'company', '88231'),
  })
  .describe('An account.');

/** An account. */
export type Company = z.infer<typeof company>;
