import { z } from 'zod';
import { productLine } from '../entities/product-line.ts';
import { limits } from '../vocabulary/limits.ts';
import { subjectText } from '../wire/subject-text.ts';
import { name } from '../wire/text.ts';
import { byField } from './common-fields.ts';
import { dataOf } from './data-of.ts';

/** A person got a role in a deal, or lost it. */
export const opportunityContactChanged = dataOf({
  contact: subjectText('contact').describe('The person.'),
  lead: subjectText('lead').nullish().describe('The lead of that person which led here.'),
  role: name().nullable().describe('Role in the deal, such as decision_maker; null when the person has none any more.'),
  primary: z.boolean().optional().describe('Whether this is the main contact of the deal.'),
  by: byField,
}).describe('A person got a role in a deal, or lost it.');

/** What is sold in a deal. */
export const opportunityLinesSet = dataOf({
  lines: z.array(productLine).max(limits.listLength).describe('All lines; the list replaces the one before.'),
  by: byField,
}).describe('What is sold in a deal.');
