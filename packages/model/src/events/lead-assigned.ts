import { z } from 'zod';
import { field, fieldAgain } from '../wire/field.ts';
import { name } from '../wire/text.ts';
import { byField } from './common-fields.ts';
import { dataOf } from './data-of.ts';

/** The lead got an owner, or lost it. */
export const leadAssigned = dataOf({
  from: field(name().nullish(), {
    means: 'Owner before: the id of a rep.',
    example: 'rep-3',
    entered: 'the system',
  }),
  to: field(name().nullable(), {
    means: 'Owner from now on: the id of a rep; null when nobody is.',
    example: 'rep-7',
    entered: 'the system',
  }),
  by: fieldAgain(byField, { example: 'router' }),
  cause: field(z.enum(['rule', 'manual', 'sla_broken', 'owner_left']).nullish(), {
    means: 'Why the lead changed hands.',
    example: 'rule',
    entered: 'the system',
  }),
  clause: field(name().nullish(), {
    means: 'Clause of the agreement that asked for it.',
    example: 'handOffs.to_sales',
    entered: 'the system',
  }),
}).describe('The lead got an owner.');
