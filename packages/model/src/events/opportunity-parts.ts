import { z } from 'zod';
import { productLine } from '../entities/product-line.ts';
import { exampleOf } from '../examples/example-of.ts';
import { limits } from '../vocabulary/limits.ts';
import { field } from '../wire/field.ts';
import { subjectText } from '../wire/subject-text.ts';
import { name } from '../wire/text.ts';
import { byField } from './common-fields.ts';
import { dataOf } from './data-of.ts';

/** A person got a role in a deal, or lost it. */
export const opportunityContactChanged = dataOf({
  contact: field(subjectText('contact'), {
    means: 'The person whose role changed.',
    unit: 'contact/ and an id',
    example: 'contact/311',
    entered: 'a rep',
  }),
  lead: field(subjectText('lead').nullish(), {
    means: 'The lead of that person which led to the deal.',
    unit: 'lead/ and an id',
    example: 'lead/1042',
    entered: 'the system',
  }),
  role: field(name().nullable(), {
    means: 'Role in the deal, such as decision_maker; null when the person has none any more.',
    example: 'decision_maker',
    entered: 'a rep',
  }),
  primary: field(z.boolean().optional(), {
    means: 'Whether this is the main contact of the deal.',
    example: true,
    entered: 'a rep',
  }),
  by: byField,
}).describe('A person got a role in a deal, or lost it.');

/** What is sold in a deal. */
export const opportunityLinesSet = dataOf({
  lines: field(z.array(productLine).max(limits.listLength), {
    means: 'All lines of the deal; the list replaces the one before.',
    unit: `at most ${limits.listLength} entries`,
    example: [exampleOf(productLine)],
    entered: 'a rep',
  }),
  by: byField,
}).describe('What is sold in a deal.');
