import { consentShape } from '../entities/consent.ts';
import { fieldAgain } from '../wire/field.ts';
import { byField } from './common-fields.ts';
import { dataOf } from './data-of.ts';

/** A person allowed or forbade something. */
export const consentChanged = dataOf({ ...consentShape, by: fieldAgain(byField, { example: 'website' }) }).describe(
  'A person allowed or forbade something.',
);
