import { z } from 'zod';
import { name } from '../wire/text.ts';
import { byField } from './common-fields.ts';
import { dataOf } from './data-of.ts';

/** The lead got an owner, or lost it. */
export const leadAssigned = dataOf({
  from: name().nullish().describe('Owner before.'),
  to: name().nullable().describe('Owner from now on; null when nobody is.'),
  by: byField,
  cause: z.enum(['rule', 'manual', 'sla_broken', 'owner_left']).nullish().describe('Why it changed hands.'),
  clause: name().nullish().describe('Clause of the agreement that asked for it.'),
}).describe('The lead got an owner.');
