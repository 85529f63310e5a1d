import { subjectText } from '../wire/subject-text.ts';
import { byField } from './common-fields.ts';
import { dataOf } from './data-of.ts';

/** The CRM turned the lead into contact, company, opportunity. */
export const leadConverted = dataOf({
  contact: subjectText('contact').nullish().describe('The contact that it became.'),
  company: subjectText('company').nullish().describe('The company that it became.'),
  opportunity: subjectText('opportunity').nullish().describe('The deal that it became.'),
  by: byField,
}).describe('The CRM turned the lead into contact, company, opportunity.');
