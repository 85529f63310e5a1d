import { field, fieldAgain } from '../wire/field.ts';
import { name } from '../wire/text.ts';
import { byField } from './common-fields.ts';
import { dataOf } from './data-of.ts';

/** A raw status in another system changed. */
export const leadStatusChanged = dataOf({
  system: field(name(), {
    means: 'The other system, such as hubspot.',
    example: 'hubspot',
    entered: 'the system',
  }),
  field: field(name().nullish(), {
    means: 'Field of the other system that holds the status.',
    example: 'hs_lead_status',
    entered: 'the system',
  }),
  status: field(name().nullable(), {
    means: 'Value of the status now, exactly as it is in the other system; null when it was emptied.',
    example: 'OPEN_DEAL',
    entered: 'the system',
  }),
  previous: field(name().nullish(), {
    means: 'Value of the status before.',
    example: 'IN_PROGRESS',
    entered: 'the system',
  }),
  by: fieldAgain(byField, { example: 'hubspot' }),
}).describe('A raw status in another system changed: kept, mapped by the connector.');
