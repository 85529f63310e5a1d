import { field, fieldAgain } from '../wire/field.ts';
import { subjectText } from '../wire/subject-text.ts';
import { byField } from './common-fields.ts';
import { dataOf } from './data-of.ts';

/** The CRM turned the lead into contact, company, opportunity. */
export const leadConverted = dataOf({
  contact: field(subjectText('contact').nullish(), {
    means: 'The contact that the lead became.',
    unit: 'contact/ and an id',
    example: 'contact/311',
    entered: 'the system',
  }),
  company: field(subjectText('company').nullish(), {
    means: 'The company that the lead became.',
    unit: 'company/ and an id',
    example: 'company/acme',
    entered: 'the system',
  }),
  opportunity: field(subjectText('opportunity').nullish(), {
    means: 'The deal that the lead became.',
    unit: 'opportunity/ and an id',
    example: 'opportunity/77',
    entered: 'the system',
  }),
  by: fieldAgain(byField, { example: 'salesforce' }),
}).describe('The CRM turned the lead into contact, company, opportunity.');
