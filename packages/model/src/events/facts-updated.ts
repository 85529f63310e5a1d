import { companyFactsShape } from '../entities/company.ts';
import { contactFactsShape, employerField } from '../entities/contact.ts';
import { leadFactsShape } from '../entities/lead.ts';
import { dataOf } from './data-of.ts';

/** Facts of a lead changed. */
export const leadUpdated = dataOf(leadFactsShape).describe(
  'Facts of a lead changed; an explicit null clears a value, absence leaves it.',
);

/** Facts of a contact changed. */
export const contactUpdated = dataOf({ ...contactFactsShape, company: employerField }).describe(
  'Facts of a contact changed; an explicit null clears a value, absence leaves it.',
);

/** Facts of a company changed. */
export const companyUpdated = dataOf(companyFactsShape).describe(
  'Facts of a company changed; an explicit null clears a value, absence leaves it.',
);
