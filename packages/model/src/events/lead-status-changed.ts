import { name } from '../wire/text.ts';
import { byField } from './common-fields.ts';
import { dataOf } from './data-of.ts';

/** A raw status in another system changed. */
export const leadStatusChanged = dataOf({
  system: name().describe('The other system.'),
  field: name().nullish().describe('Field that holds the status there.'),
  status: name().nullable().describe('Its value now, as it is there.'),
  previous: name().nullish().describe('Its value before.'),
  by: byField,
}).describe('A raw status in another system changed: kept, mapped by the connector.');
