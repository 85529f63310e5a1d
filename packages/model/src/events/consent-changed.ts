import { consentShape } from '../entities/consent.ts';
import { byField } from './common-fields.ts';
import { dataOf } from './data-of.ts';

/** A person allowed or forbade something. */
export const consentChanged = dataOf({ ...consentShape, by: byField }).describe(
  'A person allowed or forbade something.',
);
