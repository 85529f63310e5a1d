import { z } from 'zod';
import { money } from '../entities/money.ts';
import { day } from '../wire/day.ts';
import { subjectText } from '../wire/subject-text.ts';
import { name } from '../wire/text.ts';
import { byField } from './common-fields.ts';
import { dataOf } from './data-of.ts';

/** A customer renewed, bought more or less, or left. */
export const customerChanged = dataOf({
  kind: z.enum(['renewal', 'upsell', 'cross_sell', 'downgrade', 'churn']).describe('What happened.'),
  delta: money.nullish().describe('What it adds to a term, negative for what it takes away.'),
  termEnd: day().nullish().describe('Last day of the term.'),
  opportunity: subjectText('opportunity').nullish().describe('The deal behind it.'),
  product: name().nullish().describe('The product.'),
  reason: name().nullish().describe('Why, from the words of the agreement.'),
  by: byField,
}).describe('A customer renewed, bought more or less, or left.');
